/** What is said of pointing and drawing, in Dutch. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "Tekenen",
  stop: "Stoppen met tekenen",
  theyPoint: (who) => `${who} wijst iets aan.`,
  theyDraw: (who) => `${who} tekent.`,
  ownScreen: "Je gedeelde scherm",
  byKeys: "Aanwijzen met de pijltoetsen",
};
