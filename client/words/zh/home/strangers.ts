/** What is said of strangers who ring quietly, in Simplified Chinese. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "陌生人的来电暂时不响铃。",
};
