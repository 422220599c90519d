/** What is said of strangers who ring quietly, in Dutch. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Oproepen van onbekenden gaan voorlopig stil over.",
};
