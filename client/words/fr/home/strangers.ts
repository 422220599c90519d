/** What is said of strangers who ring quietly, in French. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Pour le moment, les appels de personnes que vous ne connaissez pas ne sonnent pas.",
};
