/** What is said of the look at oneself before a call, in French. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "Tester la caméra et le son",
  title: "Comment on vous voit et vous entend",
  level: "Niveau du micro",
};
