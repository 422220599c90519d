/** What is said of the keyboard in a call, in Hindi. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "कीबोर्ड शॉर्टकट",
  close: "शॉर्टकट की सूची बंद करें",
  microphone: "म्यूट या अनम्यूट करें",
  camera: "कैमरा चालू या बंद करें",
  talk: "म्यूट होने पर बोलने के लिए दबाए रखें",
  list: "यह सूची दिखाएँ",
  space: "स्पेस",
  singleKeys: "एक कुंजी वाले शॉर्टकट इस्तेमाल करें",
};
