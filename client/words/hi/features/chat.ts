/** What the chat of a call says, in Hindi. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("hi");

export const chat: ChatWords = {
  title: "चैट",
  close: "चैट पैनल बंद करें",
  message: "मैसेज",
  send: "भेजें",
  sendAgain: "फिर भेजें",
  empty: "आप जो लिखते हैं, वह सीधे दूसरे व्यक्ति के ब्राउज़र में जाता है। कॉल छोड़ने पर वह मिट जाता है, अगर आप दोनों उसे सेव न रखें।",
  options: "चैट के विकल्प",
  keep: "यह चैट सेव रखें",
  keepNote: "जब तक आप दोनों ने इसे चालू रखा है, नए मैसेज इस डिवाइस पर सेव होते हैं। तस्वीरें नहीं।",
  keepAsked: (who) => [who, " ने यह चैट सेव रखने को कहा है। आप इसे चैट के विकल्पों में चालू कर सकते हैं।"],
  keepAlone: (who) => ["नया कुछ तभी सेव होगा, जब ", who, " की ओर से भी यह चालू होगा।"],
  keepBoth: "आप दोनों की लिखी बातें दोनों के डिवाइस पर सेव होती हैं।",
  deleteKept: plural({
    one: (count) => `इस डिवाइस से ${count} सेव किया गया मैसेज मिटाएँ`,
    other: (count) => `इस डिवाइस से ${count} सेव किए गए मैसेज मिटाएँ`,
  }),
  lacking: (who) => [who, " का पेज पुराने वर्शन का है, जिसमें चैट नहीं है। उनसे पेज फिर से लोड करने को कहें।"],
  earlier: "पहले के",
  thisCall: "यह कॉल",
  olderGone: "पुराने मैसेज अब नहीं दिखाए जाते।",
  isTyping: (who) => [who, " टाइप कर रहे हैं…"],
  live: "रीयल-टाइम टेक्स्ट",
  liveOption: "आप जैसे-जैसे टाइप करते हैं, दूसरे व्यक्ति को वैसे-वैसे दिखाता है।",
  liveNote: "आप जैसे-जैसे टाइप करते हैं, दूसरे व्यक्ति को दिखता है।",
  typed: (who, text) => `${who} टाइप कर रहे हैं: ${text}`,
  youWrote: "आपने लिखा:",
  theyWrote: (who) => [who, " ने लिखा:"],
  onItsWay: "भेजा जा रहा है…",
  delivered: "पहुँच गया",
  notSent: "नहीं भेजा गया।",
  tooLong: plural({
    one: (count) => `${count} वर्ण ज़्यादा है`,
    other: (count) => `${count} वर्ण ज़्यादा हैं`,
  }),
  unread: plural({
    one: (count) => `${count} बिना पढ़ा मैसेज`,
    other: (count) => `${count} बिना पढ़े मैसेज`,
  }),
  picture: "तस्वीर",
  showPicture: "तस्वीर दिखाएँ",
  openPicture: "तस्वीर खोलें",
  closePicture: "तस्वीर बंद करें",
  pictureProblems: {
    unreadable: "यह तस्वीर पढ़ी नहीं जा सकी, इसलिए भेजी नहीं गई।",
    "too-large": "यह तस्वीर बहुत बड़ी है। इसे फ़ाइल के रूप में भेजें।",
    unavailable: "नहीं भेजी गई।",
    unshowable: "यह तस्वीर यहाँ नहीं दिखाई जा सकती।",
    "too-many": "एक साथ बहुत सारी तस्वीरें हैं। कुछ छोड़ दी गईं।",
  },
  newMessage: (who, text) => `${who} का नया मैसेज: ${text}`,
};
