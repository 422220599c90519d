/** What is said of the look at oneself before a call, in Dutch. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "Camera en geluid testen",
  title: "Zo zien en horen anderen je",
  level: "Microfoonniveau",
};
