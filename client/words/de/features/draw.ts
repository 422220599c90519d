/** What is said of pointing and drawing, in German. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "Zeichnen",
  stop: "Nicht mehr zeichnen",
  theyPoint: (who) => `${who} zeigt auf etwas.`,
  theyDraw: (who) => `${who} zeichnet.`,
  ownScreen: "Dein geteilter Bildschirm",
  byKeys: "Mit den Pfeiltasten zeigen",
};
