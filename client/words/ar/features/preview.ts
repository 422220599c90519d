/** What is said of the look at oneself before a call, in Arabic. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "تجربة الكاميرا والصوت",
  title: "كيف يراك الآخرون ويسمعونك",
  level: "مستوى الميكروفون",
};
