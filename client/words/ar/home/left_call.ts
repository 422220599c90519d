/** What offers to go on with a call of a page before this one, in Arabic. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `كنت في مكالمة مع ${who}، وما زال بانتظارك.`,
  rejoin: "العودة إلى المكالمة",
  leave: "مغادرة",
};
