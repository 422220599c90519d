/** What offers to go on with a call of a page before this one, in Ukrainian. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `Ви були в дзвінку, і ${who} чекає на вас.`,
  rejoin: "Повернутися",
  leave: "Вийти",
};
