/** What is said of the keyboard in a call, in Polish. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "Skróty klawiszowe",
  close: "Zamknij skróty",
  microphone: "Wycisz lub włącz mikrofon",
  camera: "Włącz lub wyłącz kamerę",
  talk: "Przytrzymaj, aby mówić mimo wyciszenia",
  list: "Pokaż tę listę",
  space: "Spacja",
  singleKeys: "Używaj skrótów jednoklawiszowych",
};
