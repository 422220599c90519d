/** What offers to go on with a call of a page before this one, in Japanese. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `${who}さんとの通話の途中でした。相手が待っています。`,
  rejoin: "通話に戻る",
  leave: "退出",
};
