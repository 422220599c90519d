/** What is said of who may ring, in Hindi. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "मुझे कौन कॉल कर सकता है",
  who: { everybody: "सभी", contacts: "सिर्फ़ संपर्क", nobody: "कोई नहीं" },
  notes: {
    everybody: "जिसके पास आपका लिंक या ID है, वह कॉल कर सकता है।",
    contacts: "सिर्फ़ उनकी कॉल पर घंटी बजती है जिन्हें आपने सेव किया है या जिनकी पुष्टि की है। बाकी लोग एक पंक्ति लिखकर दस्तक दे सकते हैं।",
    nobody: "किसी कॉल पर घंटी नहीं बजती। कॉल करने वाले को बताया जाता है कि आप अभी बात नहीं कर सकते।",
  },

  invitation: "निमंत्रण लिंक",
  kinds: { once: "एक हफ़्ते के अंदर एक कॉल", day: "एक दिन तक कॉल", week: "एक हफ़्ते तक कॉल" },
  copyInvitation: "निमंत्रण कॉपी करें",
  invitationNote: "यह लिंक रखने वाला कोई भी व्यक्ति तब भी कॉल कर सकता है, जब “सिर्फ़ संपर्क” चुना हो।",
  copied: "निमंत्रण कॉपी हो गया। इसे उन्हें भेजें जिनसे आपको कॉल चाहिए।",
  until: (when) => `${when} तक मान्य`,
  takeBack: "वापस लें",
};
