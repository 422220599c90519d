/** What is said of pointing and drawing, in Japanese. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "描く",
  stop: "描画を終了",
  theyPoint: (who) => `${who}さんが指し示しています。`,
  theyDraw: (who) => `${who}さんが描いています。`,
  ownScreen: "共有中の自分の画面",
  byKeys: "矢印キーで指し示す",
};
