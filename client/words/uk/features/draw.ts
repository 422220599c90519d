/** What is said of pointing and drawing, in Ukrainian. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "Малювати",
  stop: "Припинити малювати",
  theyPoint: (who) => `${who} щось показує.`,
  theyDraw: (who) => `${who} малює.`,
  ownScreen: "Ваш спільний екран",
  byKeys: "Показуйте клавішами зі стрілками",
};
