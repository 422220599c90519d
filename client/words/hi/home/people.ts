/** What the list of people says, in Hindi. */

import type { PeopleWords } from "../../en/home/people.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("hi");

export const people: PeopleWords = {
  file: "लोगों की फ़ाइल",
  search: "लोगों को खोजें",
  noneFound: "यहाँ किसी का यह नाम या ID नहीं है।",
  missedCalls: "मिस्ड कॉल",
  clear: "साफ़ करें",
  strangers: "अनजान लोग",
  others: "संपर्क और हाल की कॉल",
  showMore: "और दिखाएँ",
  callBack: "वापस कॉल करें",
  callBackTo: (who) => `${who} को वापस कॉल करें`,
  videoCall: "वीडियो कॉल",
  videoCallTo: (who) => `${who} को वीडियो कॉल करें`,
  voiceCall: "वॉइस कॉल",
  voiceCallTo: (who) => `${who} को वॉइस कॉल करें`,
  moreOf: (who) => `${who} के और विकल्प`,
  claimed: (name) => `“${name}”`,
  callCount: plural({ other: (count) => `${count} कॉल` }),
  online: "ऑनलाइन",
  verified: "पुष्टि हो चुकी",
  contact: "संपर्क",
  saveContact: "संपर्क सेव करें",
  removeContact: "संपर्क हटाएँ",
  yourName: "आपका दिया हुआ नाम",
  yourNameNote: "यह सिर्फ़ आपको दिखता है।",
  mute: "म्यूट करें",
  muteNote: "इनकी कॉल पर घंटी नहीं बजेगी। वे मिस्ड कॉल में मिलेंगी।",
  notMuted: "म्यूट नहीं",
  forAnHour: "1 घंटे के लिए",
  untilTomorrow: "कल सुबह तक",
  always: "जब तक आप बंद न करें",
  muted: "म्यूट",
  mutedUntil: (time) => `${time} तक म्यूट`,
  forget: "मिटाएँ",
  forgetAsk: (who) => `${who} को इस डिवाइस से मिटाएँ? इनकी अगली कॉल किसी अनजान व्यक्ति की कॉल की तरह आएगी।`,
  cancel: "रद्द करें",
  done: "हो गया",
  didNotLoad: "यह लोड नहीं हुआ। अपना कनेक्शन जाँचें और फिर कोशिश करें।",
  unblock: "अनब्लॉक करें",
  unblockThem: (who) => `${who} को अनब्लॉक करें`,
  blockedCount: (count) => `ब्लॉक किए गए (${count})`,
};
