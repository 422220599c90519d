/** What a page says that came without HTTPS, in Hindi. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "कॉल के लिए HTTPS ज़रूरी है",
  whyHttps: (https, localhost) => [
    "कॉल के लिए HTTPS ज़रूरी है: ब्राउज़र कैमरा, माइक्रोफ़ोन और कुंजी सिर्फ़ उन पेजों को देते हैं जो ",
    https,
    " से या ",
    localhost,
    " से खोले गए हों।",
  ],
  askForHttps: "जिन्होंने लिंक भेजा है, उनसे https:// से शुरू होने वाला लिंक माँगें।",
  startHttps: (command, flag, origin) => [
    "अगर सर्वर आपका है, तो उसे ",
    command,
    " से शुरू करें, या उसके आगे HTTPS लगाएँ, या पेज को localhost से खोलें। इसी पते पर आज़माने के लिए ",
    flag,
    " खोलें, ",
    origin,
    " जोड़ें और ब्राउज़र दोबारा शुरू करें।",
  ],
};
