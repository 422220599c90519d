/** What is said of strangers who ring quietly, in Italian. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Per ora, le chiamate di chi non conosci non squillano.",
};
