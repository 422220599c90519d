/** What is said of strangers who ring quietly, in Spanish. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Por ahora, las llamadas de personas que no conoces no suenan.",
};
