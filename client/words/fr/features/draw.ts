/** What is said of pointing and drawing, in French. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "Dessiner",
  stop: "Arrêter de dessiner",
  theyPoint: (who) => `${who} montre quelque chose.`,
  theyDraw: (who) => `${who} dessine.`,
  ownScreen: "Votre écran partagé",
  byKeys: "Montrez avec les touches fléchées",
};
