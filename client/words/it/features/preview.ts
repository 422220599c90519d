/** What is said of the look at oneself before a call, in Italian. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "Prova videocamera e audio",
  title: "Come ti vedono e ti sentono",
  level: "Livello del microfono",
};
