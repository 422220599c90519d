/** What is said of the keyboard in a call, in Dutch. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "Sneltoetsen",
  close: "Sneltoetsen sluiten",
  microphone: "Microfoon aan of uit",
  camera: "Camera aan of uit",
  talk: "Ingedrukt houden om te praten als je microfoon uit staat",
  list: "Deze lijst tonen",
  space: "Spatie",
  singleKeys: "Sneltoetsen van één toets gebruiken",
};
