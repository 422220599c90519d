/** What a page says that came without HTTPS, in Simplified Chinese. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "通话需要 HTTPS",
  whyHttps: (https, localhost) => [
    "通话需要 HTTPS：只有通过 ",
    https,
    " 或从 ",
    localhost,
    " 打开的页面，浏览器才允许使用摄像头、麦克风和密钥。",
  ],
  askForHttps: "请让发链接给你的人提供以 https:// 开头的链接。",
  startHttps: (command, flag, origin) => [
    "如果这是你的服务器，请用 ",
    command,
    " 启动，或在前面加上 HTTPS，或从 localhost 打开页面。要在此地址试用，请打开 ",
    flag,
    "，添加 ",
    origin,
    "，然后重启浏览器。",
  ],
};
