/** What offers to go on with a call of a page before this one, in Polish. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `Masz niedokończoną rozmowę: ${who} czeka na ciebie.`,
  rejoin: "Wróć do rozmowy",
  leave: "Opuść",
};
