/** What is said of strangers who ring quietly, in German. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Anrufe von Leuten, die du nicht kennst, klingeln vorerst nicht.",
};
