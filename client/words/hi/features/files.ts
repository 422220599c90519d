/** What is said of files that two people send each other, in Hindi. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("hi");

export const files: FilesWords = {
  title: "फ़ाइलें",
  close: "फ़ाइल पैनल बंद करें",
  send: "फ़ाइल भेजें",
  sendFolder: "फ़ोल्डर भेजें",
  drop: (who) => `${who} को भेजने के लिए फ़ाइलें यहाँ छोड़ें`,
  empty: "फ़ाइलें चुनें, यहाँ छोड़ें या पेस्ट करें। स्वीकार होने पर वे सीधे दूसरे व्यक्ति के ब्राउज़र में जाती हैं।",
  tooMany: "यह एक बार में बहुत ज़्यादा है। 1,000 फ़ाइलें और 64 GB तक भेजें, या चल रहे ट्रांसफ़र पूरे होने तक रुकें।",
  offered: (who, what, size) => `${who} आपको ${what} भेजना चाहते हैं (${size})।`,
  count: plural({
    one: (count) => `${count} फ़ाइल`,
    other: (count) => `${count} फ़ाइलें`,
  }),
  accept: "फ़ाइल स्वीकार करें",
  decline: "अस्वीकार करें",
  pause: "ट्रांसफ़र रोकें",
  resume: "ट्रांसफ़र फिर शुरू करें",
  cancel: "ट्रांसफ़र रद्द करें",
  save: "सेव करें",
  remove: "सूची से हटाएँ",
  youSend: "आप भेज रहे हैं:",
  theySend: (who) => `${who} की ओर से:`,
  waiting: (who) => `${who} के स्वीकार करने का इंतज़ार है`,
  ofAll: (done, all) => `${all} में से ${done}`,
  eachSecond: (size) => `${size} प्रति सेकंड`,
  left: (duration) => `${duration} बाकी`,
  paused: "रुका हुआ",
  interrupted: (who) => `रुक गया। ${who} के लौटने और फ़ाइल खुली होने पर फिर शुरू होगा।`,
  unsaved: (who) => `${who} के सेव करने का इंतज़ार है`,
  sent: "भेजा गया",
  received: "मिल गया। जाने से पहले इसे सेव करें।",
  saved: "सेव हो गया",
  declined: (who) => `${who} ने अस्वीकार किया।`,
  cancelled: "रद्द किया गया",
  problems: {
    "no-room": "इस डिवाइस पर इसके लिए जगह नहीं है। जगह खाली करें, फिर दोबारा स्वीकार करें।",
    memory: "यह ब्राउज़र यहाँ सिर्फ़ 256 MB तक ले सकता है। पेज को किसी और ब्राउज़र में या निजी ब्राउज़िंग के बाहर खोलें।",
    storage: "सेव नहीं हो सका। इस डिवाइस पर जगह खाली करें, फिर कोशिश करें।",
    unasked: "यह ब्राउज़र पूछ नहीं सका कि कहाँ सेव करना है। डाउनलोड करने के लिए फिर दबाएँ।",
    unreadable: "फ़ाइल हटाई या बदली गई है। इसे दोबारा चुनें।",
    corrupt: "यह खराब होकर पहुँची। दोबारा भेजने को कहें।",
    unavailable: "भेजी नहीं जा सकी। फिर कोशिश करें, या उनसे अपना पेज फिर से लोड करने को कहें।",
  },
  underWay: (what, share) => `${what}: ${share} पूरा`,
};
