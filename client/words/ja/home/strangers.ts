/** What is said of strangers who ring quietly, in Japanese. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "知らない人からの着信は、当面は音が鳴りません。",
};
