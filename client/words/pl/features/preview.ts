/** What is said of the look at oneself before a call, in Polish. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "Sprawdź kamerę i dźwięk",
  title: "Jak widzą i słyszą cię inni",
  level: "Poziom mikrofonu",
};
