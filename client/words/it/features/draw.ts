/** What is said of pointing and drawing, in Italian. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "Disegna",
  stop: "Smetti di disegnare",
  theyPoint: (who) => `${who} sta indicando.`,
  theyDraw: (who) => `${who} sta disegnando.`,
  ownScreen: "Il tuo schermo condiviso",
  byKeys: "Indica con i tasti freccia",
};
