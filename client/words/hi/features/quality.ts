/** What is said of how good a call's connection is, and its details, in Hindi. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "कनेक्शन",
  levels: ["बहुत खराब कनेक्शन", "खराब कनेक्शन", "ठीक-ठाक कनेक्शन", "अच्छा कनेक्शन"],
  losing: {
    own: "आपके कनेक्शन में आवाज़ खो रही है।",
    theirs: (who) => `${who} के कनेक्शन में आवाज़ खो रही है।`,
    both: "कनेक्शन में आवाज़ खो रही है।",
  },
  slow: {
    own: "आपका कनेक्शन धीमा है।",
    theirs: (who) => `${who} का कनेक्शन धीमा है।`,
    both: "कनेक्शन धीमा है।",
  },
  busy: {
    own: "यह डिवाइस साथ नहीं दे पा रहा है।",
    theirs: (who) => `${who} का डिवाइस साथ नहीं दे पा रहा है।`,
  },
  directBy: (protocol) => `सीधे, ${protocol} पर`,
  relayedBy: (protocol) => `रिले से, ${protocol} पर`,
};

export const details: DetailWords = {
  received: "प्राप्त",
  sent: "भेजा गया",
  roundTrip: "आने-जाने का समय",
  delay: "देरी",
  lost: "खोई आवाज़",
  picture: "तस्वीर",
  rate: "डेटा दर",
  repeats: "दोहराई गई आवाज़",
  path: "रास्ता",
  codecs: "कोडेक",
  encryption: "एन्क्रिप्शन",
  close: "बंद करें",
  kept: "पिछली कॉल कैसी रहीं, यह बिना नाम के इसी डिवाइस पर रहता है।",
  exportRecords: "एक्सपोर्ट करें",
  deleteRecords: "मिटाएँ",
};
