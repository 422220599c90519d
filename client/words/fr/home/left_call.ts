/** What offers to go on with a call of a page before this one, in French. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `Vous étiez en appel avec ${who}, et on vous y attend.`,
  rejoin: "Revenir à l’appel",
  leave: "Quitter",
};
