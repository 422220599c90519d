/** What is said of the keyboard in a call, in French. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "Raccourcis clavier",
  close: "Fermer les raccourcis",
  microphone: "Couper ou activer le micro",
  camera: "Couper ou activer la caméra",
  talk: "Maintenir pour parler quand le micro est coupé",
  list: "Afficher cette liste",
  space: "Espace",
  singleKeys: "Utiliser les raccourcis à une touche",
};
