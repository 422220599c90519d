/** What is said of the look at oneself before a call, in Korean. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "카메라 및 소리 확인",
  title: "상대방에게 보이고 들리는 모습",
  level: "마이크 음량",
};
