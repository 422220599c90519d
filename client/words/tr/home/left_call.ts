/** What offers to go on with a call of a page before this one, in Turkish. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `${who} ile görüşüyordunuz, sizi bekliyor.`,
  rejoin: "Görüşmeye dön",
  leave: "Ayrıl",
};
