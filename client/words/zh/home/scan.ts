/** What the scanner of QR codes says, in Simplified Chinese. */

import type { ScanWords } from "../../en/home/scan.ts";

export const scan: ScanWords = {
  scan: "扫码",
  title: "扫描二维码",
  hint: "将摄像头对准对方链接的二维码。",
  close: "关闭",
  opening: "正在打开摄像头…",
  notALink: "此二维码不是呼叫链接。",
  own: "这是你自己的二维码，供别人扫码呼叫你。",
  elsewhere: (host) => `此二维码指向 ${host}，而不是这里。请用手机相机打开。`,
  denied: "请在浏览器设置中允许此页面使用摄像头，或粘贴链接。",
  missing: "这里没有可用于扫描的摄像头，请粘贴链接或输入 ID。",
  failed: "摄像头未能打开。请关闭正在使用它的其他程序，然后重新扫描。",
  unloaded: "扫码功能未能加载。请检查网络连接，然后刷新此页面。",
};
