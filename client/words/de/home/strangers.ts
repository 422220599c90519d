/** What is said of strangers who ring quietly, in German. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Wen du nicht kennst, klingelt vorerst leise.",
};
