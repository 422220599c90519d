/** What is said of the look at oneself before a call, in Spanish. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "Probar cámara y sonido",
  title: "Cómo te ven y te oyen",
  level: "Nivel del micrófono",
};
