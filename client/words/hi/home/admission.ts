/** What is said of who may ring, in Hindi. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "मुझे कौन कॉल कर सकता है",
  who: { everybody: "सभी", contacts: "सिर्फ़ संपर्क", nobody: "कोई नहीं" },
  notes: {
    everybody: "जिसके पास आपका लिंक या ID है, वह कॉल कर सकता है।",
    contacts: "सिर्फ़ उन्हीं की कॉल पर घंटी बजती है जिन्हें आपने सहेजा या सत्यापित किया है। बाकी लोग एक पंक्ति लिखकर दस्तक दे सकते हैं।",
    nobody: "किसी कॉल पर घंटी नहीं बजती। कॉल करने वाले को बताया जाता है कि आप अभी बात नहीं कर सकते।",
  },

  invitation: "निमंत्रण लिंक",
  kinds: { once: "एक हफ़्ते के भीतर एक बार बजेगा", day: "एक दिन तक बजेगा", week: "एक हफ़्ते तक बजेगा" },
  copyInvitation: "निमंत्रण कॉपी करें",
  invitationNote: "जिसके पास यह है वह तब भी कॉल कर सकता है जब सिर्फ़ संपर्क कर सकते हैं।",
  copied: "निमंत्रण कॉपी हो गया। इसे उसे भेजें जो कॉल कर सकता है।",
};
