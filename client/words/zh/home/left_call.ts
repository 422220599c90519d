/** What offers to go on with a call of a page before this one, in Simplified Chinese. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `你刚才在与 ${who} 通话，对方还在等你。`,
  rejoin: "重新加入",
  leave: "离开",
};
