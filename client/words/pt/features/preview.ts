/** What is said of the look at oneself before a call, in Portuguese. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "Testar câmera e som",
  title: "Como veem e ouvem você",
  level: "Nível do microfone",
};
