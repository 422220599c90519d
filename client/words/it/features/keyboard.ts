/** What is said of the keyboard in a call, in Italian. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "Scorciatoie da tastiera",
  close: "Chiudi scorciatoie",
  microphone: "Attiva o disattiva microfono",
  camera: "Attiva o disattiva videocamera",
  talk: "Tieni premuto per parlare a microfono disattivato",
  list: "Mostra questo elenco",
  space: "Spazio",
  singleKeys: "Usa scorciatoie con un solo tasto",
};
