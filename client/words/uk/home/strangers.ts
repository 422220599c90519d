/** What is said of strangers who ring quietly, in Ukrainian. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "Дзвінки від незнайомих людей поки що беззвучні.",
};
