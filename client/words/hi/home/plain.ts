/** What pages say that run no script, in Hindi. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "वीडियो कॉल के लिए JavaScript चाहिए। इस पेज के लिए उसे चालू करें, और पेज फिर से लोड करें।",
  nothing: {
    title: "यहाँ कुछ नहीं है",
    heading: "यहाँ कुछ नहीं है",
    explanation: "यह पता कहीं नहीं ले जाता। अगर किसी ने आपको लिंक भेजा है, तो उसे पूरा कॉपी करके फिर कोशिश करें: " +
      "उसके अंत में चार-चार अक्षरों और अंकों के पाँच समूह होते हैं।",
    home: "होम पेज पर जाएँ",
  },
};
