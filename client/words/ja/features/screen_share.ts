/** What is said of sharing the screen, in Japanese. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "画面を共有",
  stop: "共有を停止",
  swap: "映像を入れ替え",
  sharedScreen: "共有画面",
  sharing: "画面を共有しています。",
  sharingWithSound: "画面と音声を共有しています。",
  stopped: "画面の共有を停止しました。",
  theyShare: (who) => `${who}さんが画面を共有しています。`,
  theyStopped: (who) => `${who}さんが画面の共有を停止しました。`,
  moving: "動きを滑らかに",
  zoomIn: "拡大",
  zoomOut: "縮小",
  zoomWhole: "全体を表示",
  zoomed: (percent) => `共有画面を${percent}%で表示しています。`,
  problems: {
    blocked:
      "このブラウザは画面の収録を許可されていません。システムのプライバシー設定で許可して、もう一度共有してください。",
    nothing: "共有できるものがありませんでした。見せたいウィンドウを開いて、もう一度共有してください。",
    failed: "画面を共有できませんでした。もう一度共有し、ウィンドウかタブを選んでください。",
  },
};
