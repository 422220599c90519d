/** What offers to go on with a call of a page before this one, in Italian. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `Eri in una chiamata con ${who}, che ti sta aspettando.`,
  rejoin: "Torna alla chiamata",
  leave: "Esci",
};
