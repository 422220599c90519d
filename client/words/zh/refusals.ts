/** What keeps the server from opening a socket, and what to do about it, in Simplified Chinese. */

import type { RefusalWords } from "../en/refusals.ts";

export const refusals: RefusalWords = {
  causes: {
    "origin-not-listed": [
      "服务器不接受来自此地址的页面。",
      "请用平时的地址打开页面，或请服务器管理员将此地址加入 ALLOWED_ORIGINS。",
    ],
    "host-not-listed": [
      "服务器不认识此地址。",
      "请用平时的地址打开页面，或请服务器管理员将此地址加入 PUBLIC_HOST。",
    ],
    "host-differs": [
      "代理向服务器隐藏了此页面的地址，因此服务器不受理通话。",
      "请用平时的地址打开页面，或请服务器管理员让代理转发 Host 标头。",
    ],
    "not-https": [
      "此页面通过 HTTP 打开，而服务器只接受 HTTPS。",
      "请用 https:// 地址打开页面。",
    ],
    "sockets": ["你的网络打开此服务器的页面数已达上限。请关闭一些，或稍等。", null],
    "handshakes": ["你的网络最近与此服务器建立的连接过多。", null],
    "server-full": ["服务器目前已满。", null],
    "server-stopping": ["服务器正在重启。", null],
    "upgrade-lost": [
      "服务器有响应，但途中的代理不允许 WebSocket 通过。",
      "请换个网络，或请服务器管理员让代理转发 Upgrade 标头。",
    ],
    "cut": [
      "服务器有响应，但途中有什么切断了 WebSocket。",
      "请关闭 VPN 或代理，或换个网络。",
    ],
    "server-away": ["代理后面的服务器没有运行。", null],
    "stranger": ["途中有什么在代替服务器响应。", "请换个网络。"],
    "unreachable": ["无法连接服务器。", null],
    "offline": ["你已离线。", null],
  },
  stay: "请留在此页面，稍后会自动继续。",
};
