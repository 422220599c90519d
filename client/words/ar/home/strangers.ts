/** What is said of strangers who ring quietly, in Arabic. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "ترنّ مكالمات من لا تعرفهم بصمت في الوقت الحالي.",
};
