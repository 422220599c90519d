/** What is said of strangers who ring quietly, in Turkish. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Tanımadığınız kişilerin aramaları şimdilik sessiz geliyor.",
};
