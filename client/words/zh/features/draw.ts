/** What is said of pointing and drawing, in Simplified Chinese. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "绘图",
  stop: "停止绘图",
  theyPoint: (who) => `${who} 正在指向某处。`,
  theyDraw: (who) => `${who} 正在绘图。`,
  ownScreen: "你共享的屏幕",
  byKeys: "用方向键移动指针",
};
