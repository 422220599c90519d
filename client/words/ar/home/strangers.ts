/** What is said of strangers who ring quietly, in Arabic. */

import type { StrangerWords } from "../../en/home/strangers.ts";

export const strangers: StrangerWords = {
  quietly: "تبقى مكالمات من لا تعرفهم بلا صوت في الوقت الحالي.",
};
