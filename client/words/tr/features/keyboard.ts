/** What is said of the keyboard in a call, in Turkish. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "Klavye kısayolları",
  close: "Kısayolları kapat",
  microphone: "Mikrofonu aç veya kapat",
  camera: "Kamerayı aç veya kapat",
  talk: "Mikrofon kapalıyken konuşmak için basılı tutun",
  list: "Bu listeyi göster",
  space: "Boşluk",
  singleKeys: "Tek tuşlu kısayolları kullan",
};
