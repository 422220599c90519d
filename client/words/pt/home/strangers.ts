/** What is said of strangers who ring quietly, in Portuguese. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Por enquanto, as chamadas de pessoas que você não conhece não tocam.",
};
