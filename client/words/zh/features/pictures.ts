/** What is said of how pictures are shown in a call, in Simplified Chinese. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "全屏",
  smallWindow: "画中画",
  whole: "显示完整画面",
  filling: "填满屏幕",
  hideOwn: "隐藏自己的画面",
  showOwn: "显示自己的画面",
  refused: {
    fullScreen: "浏览器未能进入全屏。请重试，或使用浏览器自己的菜单。",
    smallWindow: "浏览器未能打开小窗口。请在看到画面后重试。",
  },
};
