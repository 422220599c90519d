/** What is said of strangers who ring quietly, in Japanese. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "知らない人からの着信は、しばらく音が鳴りません。",
};
