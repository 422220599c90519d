/** What is said of pointing and drawing, in Polish. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "Rysuj",
  stop: "Przestań rysować",
  theyPoint: (who) => `${who} coś wskazuje.`,
  theyDraw: (who) => `${who} rysuje.`,
  ownScreen: "Twój udostępniony ekran",
  byKeys: "Wskazuj strzałkami",
};
