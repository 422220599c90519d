/** What is said of messages that people leave each other, in Hindi. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("hi");

export const notes: NoteWords = {
  leave: "संदेश छोड़ें",
  titleFor: (who) => `${who} के लिए संदेश`,
  message: "संदेश",
  use: "जब तक आप दोनों ऑनलाइन नहीं होते, यह इसी डिवाइस पर रहता है। इसे केवल वही पढ़ सकते हैं।",
  characters: (count, max) => `${max} में से ${count} अक्षर`,
  submit: "संदेश छोड़ दें",
  cancel: "रद्द करें",
  unable: "यह ब्राउज़र संदेशों को एन्क्रिप्ट नहीं कर सकता। संदेश छोड़ने के लिए इसे अपडेट करें।",
  full: "बहुत सारे संदेश इंतज़ार में हैं। एक को रद्द करें, फिर दोबारा कोशिश करें।",
  waiting: (who, count) =>
    plural({
      one: () => `${who} के लिए 1 संदेश आप दोनों के ऑनलाइन होने का इंतज़ार कर रहा है।`,
      other: (count) => `${who} के लिए ${count} संदेश आप दोनों के ऑनलाइन होने का इंतज़ार कर रहे हैं।`,
    })(count),
  delivered: (who) => `${who} को मिल गया`,

  title: "संदेश",
  from: (who) => `${who} ने संदेश छोड़ा`,
  announced: (who) => `${who} संदेश छोड़ना चाहते हैं। वह अभी तक नहीं पहुँचा।`,
  strangers: plural({
    one: (count) => `${count} संदेश किसी ऐसे व्यक्ति से जिसे आप नहीं जानते`,
    other: (count) => `${count} संदेश ऐसे लोगों से जिन्हें आप नहीं जानते`,
  }),
  delete: "मिटाएँ",
};
