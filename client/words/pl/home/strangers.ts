/** What is said of strangers who ring quietly, in Polish. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Połączenia od nieznanych osób na razie są bez dźwięku.",
};
