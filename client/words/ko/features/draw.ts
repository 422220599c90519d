/** What is said of pointing and drawing, in Korean. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "그리기",
  stop: "그리기 중지",
  theyPoint: (who) => `${who} 님이 가리키고 있어요.`,
  theyDraw: (who) => `${who} 님이 그리고 있어요.`,
  ownScreen: "공유 중인 내 화면",
  byKeys: "화살표 키로 가리키기",
};
