/** What offers to go on with a call of a page before this one, in Korean. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `${who} 님과 통화 중이었어요. 상대방이 기다리고 있어요.`,
  rejoin: "통화로 돌아가기",
  leave: "나가기",
};
