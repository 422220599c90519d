/** What is said of messages that people leave each other, in Hindi. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("hi");

export const notes: NoteWords = {
  leave: "मैसेज छोड़ें",
  titleFor: (who) => `${who} के लिए मैसेज`,
  message: "मैसेज",
  use: "जब तक आप दोनों ऑनलाइन नहीं होते, यह इसी डिवाइस पर रहता है। इसे सिर्फ़ वे ही पढ़ सकते हैं।",
  characters: (count, max) => `${max} में से ${count} वर्ण`,
  submit: "मैसेज छोड़ें",
  cancel: "रद्द करें",
  unable: "यह ब्राउज़र मैसेज एन्क्रिप्ट नहीं कर सकता। मैसेज छोड़ने के लिए इसे अपडेट करें।",
  full: "बहुत सारे मैसेज इंतज़ार में हैं। कोई एक रद्द करें, फिर कोशिश करें।",
  waiting: (who, count) =>
    plural({
      one: (count) => `${who} के लिए ${count} मैसेज आप दोनों के ऑनलाइन होने का इंतज़ार कर रहा है।`,
      other: (count) => `${who} के लिए ${count} मैसेज आप दोनों के ऑनलाइन होने का इंतज़ार कर रहे हैं।`,
    })(count),
  delivered: (who) => `${who} को मिल गया`,

  title: "मैसेज",
  from: (who) => `${who} ने मैसेज छोड़ा`,
  announced: (who) => `${who} मैसेज छोड़ना चाहते हैं। मैसेज अभी तक नहीं पहुँचा।`,
  strangers: plural({
    one: (count) => `अनजान व्यक्ति का ${count} मैसेज`,
    other: (count) => `अनजान लोगों के ${count} मैसेज`,
  }),
  delete: "मिटाएँ",
};
