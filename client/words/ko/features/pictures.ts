/** What is said of how pictures are shown in a call, in Korean. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "전체 화면",
  smallWindow: "PIP 모드",
  whole: "전체 영상 보기",
  filling: "화면 채우기",
  hideOwn: "내 영상 숨기기",
  showOwn: "내 영상 보기",
  refused: {
    fullScreen: "브라우저가 전체 화면으로 바뀌지 않았어요. 다시 시도하거나 브라우저 메뉴를 사용하세요.",
    smallWindow: "브라우저가 작은 창을 열지 않았어요. 영상이 보이면 다시 시도하세요.",
  },
};
