/** What pages say that run no script, in Korean. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "영상 통화에는 JavaScript가 필요해요. 이 페이지에서 켠 다음 새로고침하세요.",
  nothing: {
    title: "페이지가 없어요",
    heading: "여기에는 아무것도 없어요",
    explanation:
      "이 주소에 해당하는 페이지가 없어요. 링크를 받았다면 전체를 복사해서 다시 시도하세요. 링크는 영문자와 숫자로 된 네 자리 묶음 다섯 개로 끝나요.",
    home: "첫 화면으로 가기",
  },
};
