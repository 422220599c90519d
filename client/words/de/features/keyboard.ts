/** What is said of the keyboard in a call, in German. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "Tastenkürzel",
  close: "Tastenkürzel schließen",
  microphone: "Ton aus oder ein",
  camera: "Kamera aus oder ein",
  talk: "Halten, um trotz Stummschaltung zu sprechen",
  list: "Diese Liste zeigen",
  space: "Leertaste",
  singleKeys: "Einzelne Tasten verwenden",
};
