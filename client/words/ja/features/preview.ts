/** What is said of the look at oneself before a call, in Japanese. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "カメラと音声を確認",
  title: "相手からの見え方と聞こえ方",
  level: "マイクの音量",
};
