/** What is said of strangers who ring quietly, in Turkish. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Tanımadıklarının aramaları şimdilik sessiz çalıyor.",
};
