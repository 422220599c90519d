/** What offers to go on with a call of a page before this one, in Dutch. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `Je was in gesprek met ${who}, en daar wordt op je gewacht.`,
  rejoin: "Terug naar het gesprek",
  leave: "Verlaten",
};
