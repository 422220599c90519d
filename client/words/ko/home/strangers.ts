/** What is said of strangers who ring quietly, in Korean. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "모르는 사람의 전화는 당분간 소리 없이 와요.",
};
