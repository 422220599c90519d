/** What is said of pointing and drawing, in Turkish. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "Çiz",
  stop: "Çizmeyi bırak",
  theyPoint: (who) => `${who} bir yeri gösteriyor.`,
  theyDraw: (who) => `${who} çiziyor.`,
  ownScreen: "Paylaştığınız ekran",
  byKeys: "Ok tuşlarıyla gösterin",
};
