/** What is said of the look at oneself before a call, in Turkish. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "Kamera ve sesi dene",
  title: "Başkaları sizi böyle görür ve duyar",
  level: "Mikrofon düzeyi",
};
