/** What every page says, in Simplified Chinese. */

import type { PageWords } from "../en/page.ts";

export const page: PageWords = {
  title: "视频通话",
  check: "连接检测",
  yourVideo: "你的视频",
  status: {
    "insecure": "此页面无法通话：它不是通过 HTTPS 打开的。",
    "keyless": "此浏览器无法通话：不支持 Ed25519 密钥。请使用 Chrome 或 Edge 137、Firefox 129、Safari 17 或更高版本。",
    "no-webrtc": "此浏览器无法通话：WebRTC 已关闭。请打开它，或使用其他浏览器。",
    "connecting": "正在连接服务器…",
    "registered": "可以通话",
    "lost": "无法连接服务器。正在重试…",
    "refused": "服务器不认识此地址。请用平时的地址打开页面。正在重试…",
    "limited": "你的网络向此服务器发送的请求过多。请留在此页面，稍后会自动继续。",
    "replaced": "打开的标签页过多。此标签页已暂停，等你回来时继续。",
    "incomplete": "此页面未完全加载。要呼叫和接听，请刷新页面。",
  },
};
