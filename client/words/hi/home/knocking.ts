/** What is said where only contacts ring, in Hindi. */

import type { KnockingWords } from "../../en/home/knocking.ts";

export const knocking: KnockingWords = {
  title: "सिर्फ़ संपर्क",
  contactsOnly: (who) => `${who} को सिर्फ़ उनके संपर्क कॉल कर सकते हैं। आप एक पंक्ति लिखकर दस्तक दे सकते हैं।`,
  inviteOver: (who) =>
    `यह निमंत्रण अब काम नहीं करता। शायद इसका समय बीत गया है या यह इस्तेमाल हो चुका है। आप दस्तक दे सकते हैं या ${who} से नया माँग सकते हैं।`,
  knockedTitle: "आपने दस्तक दी",
  knocked: (who) => `अगर ${who} ने आपको आने दिया, तो आपको कॉल आएगी। यह पेज खुला रखें।`,
  yourLine: "बताएँ कि आप कौन हैं और क्यों कॉल कर रहे हैं",
  count: (length, max) => `${max} में से ${length} वर्ण`,
  knock: "दस्तक दें",

  knocking: "दस्तक",
  claimed: (who) => `खुद को ${who} बताने वाला कोई व्यक्ति दस्तक दे रहा है`,
  nameless: "कोई अनजान व्यक्ति दस्तक दे रहा है",
  letIn: "आने दें",
};
