/** What is said of how pictures are shown in a call, in Japanese. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "全画面表示",
  smallWindow: "ピクチャーインピクチャー",
  whole: "映像全体を表示",
  filling: "画面いっぱいに表示",
  hideOwn: "自分の映像を隠す",
  showOwn: "自分の映像を表示",
  refused: {
    fullScreen: "全画面表示にできませんでした。もう一度試すか、ブラウザのメニューを使ってください。",
    smallWindow: "小さいウィンドウを開けませんでした。映像が表示されてから、もう一度試してください。",
  },
};
