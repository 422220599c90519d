/** What is said of the look at oneself before a call, in Simplified Chinese. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "检查摄像头和声音",
  title: "别人看到和听到的效果",
  level: "麦克风音量",
};
