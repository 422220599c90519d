/** What is said of pointing and drawing, in Hindi. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "ड्रॉ करें",
  stop: "ड्रॉ करना बंद करें",
  theyPoint: (who) => `${who} इशारा कर रहे हैं।`,
  theyDraw: (who) => `${who} ड्रॉ कर रहे हैं।`,
  ownScreen: "आपकी शेयर की गई स्क्रीन",
  byKeys: "तीर वाली कुंजियों से इशारा करें",
};
