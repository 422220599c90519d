/** What the first screen says, in Hindi; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("hi");

export const first: FirstWords = {
  untaken: (who, why) => `${who} की कॉल आई थी। ${why}`,
  tabLifetime: "यह ID सिर्फ़ इस टैब के बंद होने तक चलेगी, क्योंकि ब्राउज़र इस पेज के लिए कुछ सेव नहीं करता। " +
    "हमेशा चलने वाली ID के लिए निजी ब्राउज़िंग से बाहर आएँ।",
  framedLifetime: "किसी और वेबसाइट के अंदर आपकी ID अलग हो सकती है।",
  unansweredLifetime: "ब्राउज़र का स्टोरेज जवाब नहीं दे रहा, इसलिए बंद होने तक इस टैब की अपनी अलग ID है। " +
    "अपनी सामान्य ID वापस पाने के लिए ब्राउज़र दोबारा शुरू करें।",
  unread: "ब्राउज़र का स्टोरेज जवाब नहीं दे रहा, इसलिए आपका नाम और मिस्ड कॉल यहाँ नहीं हैं, और बदलाव सिर्फ़ इस टैब के बंद " +
    "होने तक रहेंगे। यह पेज फिर से लोड करें या ब्राउज़र दोबारा शुरू करें।",
  damaged: "ब्राउज़र ने इस पेज के लिए जो सेव किया था, उसका कुछ हिस्सा पढ़ा नहीं जा सका। अपना नाम, “मेरा IP पता छिपाएँ” और " +
    "ब्लॉक किए गए लोगों की सूची जाँच लें।",
  reachable: "जब तक यह पेज खुला है, आपका लिंक रखने वाला कोई भी व्यक्ति आपको कॉल कर सकता है।",
  linkCopied: "लिंक कॉपी हो गया। इसे उन्हें भेजें जिनसे आपको कॉल चाहिए।",
  idCopied: "ID कॉपी हो गई। इसे उन्हें भेजें जिनसे आपको कॉल चाहिए।",
  copyByHand: "टेक्स्ट चुना हुआ है। Ctrl + C से कॉपी करें, Mac पर ⌘ C से।",
  unreadableId: "ID k7mq-2vhd-9xtr-w4pz-0b5n जैसी दिखती है।",
  emptyId: "उनकी ID लिखें या उनका लिंक पेस्ट करें।",
  brokenLink: "यह लिंक अधूरा है। इसे दोबारा माँगें या उनकी ID लिखें।",
  ownId: "यह आपकी अपनी ID है। दूसरे लोग इससे आपको कॉल करते हैं।",
  hiddenAndNoRelay: "कॉल करने के लिए “मेरा IP पता छिपाएँ” बंद करें।",
  relayOnly: "कॉल रिले से होकर जाती हैं। दूसरों को आपका पता नहीं दिखता।",
  noRelay: "इसके लिए रिले चाहिए, और इस सर्वर पर रिले नहीं है।",
  relayStuck: "इस सर्वर पर रिले नहीं है, इसलिए कॉल कनेक्ट नहीं हो सकतीं। कॉल करने के लिए इसे बंद करें।",
  blocked: "ब्लॉक किया गया। अब उनकी कॉल नहीं आएगी, और उन्हें यह बताया नहीं जाएगा।",

  language: "भाषा",
  unspoken: (name) => `${name} भाषा लोड नहीं हुई। अपना कनेक्शन जाँचें, फिर इसे दोबारा चुनें।`,
  tagline: "कॉल ब्राउज़र से ब्राउज़र तक जाती हैं, एंड-टू-एंड एन्क्रिप्शन के साथ।",
  invitation: (id) => [id, " को कॉल करें?"],
  byLink: "आपने इस व्यक्ति का लिंक खोला है।",
  namedByLink: "यह नाम लिंक में लिखा है। नाम सही है या नहीं, यह पहली कॉल के बाद पता चलेगा।",
  seesId: "उन्हें आपकी ID दिखेगी।",
  seesIdAndName: "उन्हें आपकी ID और आपका नाम दिखेगा।",
  yourId: "आपकी ID",
  copy: "कॉपी करें",
  copyLink: "लिंक कॉपी करें",
  shareLink: "लिंक शेयर करें",
  qrCode: "QR कोड",
  scanMe: "मुझे कॉल करने के लिए इसे स्कैन करें",
  closeQr: "बंद करें",
  qrMissing: "QR कोड लोड नहीं हुआ। अपना कनेक्शन जाँचें और यह पेज फिर से लोड करें।",
  callMe: "मुझे कॉल करें",
  ringing: "कॉल की घंटी",
  textToCopy: "कॉपी करने का टेक्स्ट",
  idOrLink: "ID या लिंक",
  pasteOrType: "लिंक पेस्ट करें या ID लिखें",
  call: "कॉल करें",
  yourName: "आपका नाम",
  nameUse: "यह उन्हें दिखता है जिनसे आपकी कॉल होती है, और उन्हें भी जो आपका लिंक खोलते हैं।",
  optional: "वैकल्पिक",
  hideAddress: "मेरा IP पता छिपाएँ",

  calls: "कॉल",
  missedCalls: "मिस्ड कॉल",
  clear: "साफ़ करें",
  strangers: "अनजान लोग",
  callBack: "वापस कॉल करें",
  callBackTo: (who) => `${who} को वापस कॉल करें`,
  claimed: (name) => `“${name}”`,
  callCount: plural({ other: (count) => `${count} कॉल` }),
  unverified: plural({
    one: () => "1 कॉल की पुष्टि नहीं हो सकी, इसलिए घंटी नहीं बजी।",
    other: (count) => `${count} कॉल की पुष्टि नहीं हो सकी, इसलिए घंटी नहीं बजी।`,
  }),
  untakenCount: plural({
    one: () => "1 कॉल आई, लेकिन यह पेज कॉल नहीं ले सकता।",
    other: (count) => `${count} कॉल आईं, लेकिन यह पेज कॉल नहीं ले सकता।`,
  }),
  block: "ब्लॉक करें",
  blockThem: (who) => `${who} को ब्लॉक करें`,
  unblock: "अनब्लॉक करें",
  unblockThem: (who) => `${who} को अनब्लॉक करें`,
  blockedCount: (count) => `ब्लॉक किए गए (${count})`,
};
