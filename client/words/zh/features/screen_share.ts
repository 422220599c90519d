/** What is said of sharing the screen, in Simplified Chinese. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "共享屏幕",
  stop: "停止共享",
  swap: "交换画面",
  sharedScreen: "共享的屏幕",
  sharing: "你正在共享屏幕。",
  sharingWithSound: "你正在共享屏幕和声音。",
  stopped: "你已停止共享屏幕。",
  theyShare: (who) => `${who} 正在共享屏幕。`,
  theyStopped: (who) => `${who} 已停止共享屏幕。`,
  moving: "流畅优先",
  zoomIn: "放大",
  zoomOut: "缩小",
  zoomWhole: "缩放到适合大小",
  zoomed: (percent) => `共享的屏幕以 ${percent}% 显示。`,
  problems: {
    blocked: "此浏览器没有录制屏幕的权限。请在系统的隐私设置中允许，然后重新共享。",
    nothing: "没有可共享的内容。请打开要展示的窗口，然后重新共享。",
    failed: "未能共享你的屏幕。请重新共享，并选择一个窗口或标签页。",
  },
};
