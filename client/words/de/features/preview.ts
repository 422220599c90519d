/** What is said of the look at oneself before a call, in German. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "Kamera und Ton testen",
  title: "Wie andere dich sehen und hören",
  level: "Mikrofonpegel",
};
