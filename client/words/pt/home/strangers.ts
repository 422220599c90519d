/** What is said of strangers who ring quietly, in Portuguese. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Por enquanto, chamadas de quem você não conhece não tocam.",
};
