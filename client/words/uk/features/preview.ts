/** What is said of the look at oneself before a call, in Ukrainian. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "Перевірити камеру і звук",
  title: "Як вас бачать і чують інші",
  level: "Рівень мікрофона",
};
