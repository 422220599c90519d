/** What the first screen says, in Simplified Chinese; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("zh");

export const first: FirstWords = {
  untaken: (who, why) => `${who} 呼叫过你。${why}`,
  tabLifetime:
    "此 ID 在你关闭这个标签页后失效，因为浏览器不为此页面保存任何内容。退出无痕浏览，即可获得长期有效的 ID。",
  framedLifetime: "在其他网站中，你的 ID 可能不同。",
  unansweredLifetime: "浏览器存储没有响应，因此在关闭之前，这个标签页使用单独的 ID。重启浏览器，即可恢复你平时的 ID。",
  unread:
    "浏览器存储没有响应，因此无法显示你的名字和未接来电，你的更改也只保留到关闭此标签页为止。请刷新此页面，或重启浏览器。",
  damaged: "浏览器为此页面保存的部分内容无法读取。请检查你的名字、“隐藏我的 IP 地址”和屏蔽名单。",
  reachable: "此页面打开时，任何拥有你的链接的人都可以呼叫你。",
  linkCopied: "链接已复制。把它发给要呼叫你的人。",
  idCopied: "ID 已复制。把它发给要呼叫你的人。",
  copyByHand: "已选中。按 Ctrl + C 复制，Mac 上按 ⌘ C。",
  unreadableId: "ID 的格式类似 k7mq-2vhd-9xtr-w4pz-0b5n。",
  emptyId: "输入对方的 ID，或粘贴对方的链接。",
  brokenLink: "此链接不完整。请让对方重新发送，或输入对方的 ID。",
  ownId: "这是你自己的 ID，供别人呼叫你。",
  hiddenAndNoRelay: "要呼叫，请关闭“隐藏我的 IP 地址”。",
  relayOnly: "通话经过中继，对方看不到你的地址。",
  noRelay: "这需要中继，但此服务器没有提供。",
  relayStuck: "此服务器没有提供中继，因此通话无法接通。要呼叫，请关闭此选项。",
  blocked: "已屏蔽。对方无法再呼叫你，也不会收到通知。",

  language: "语言",
  unspoken: (name) => `${name} 未能加载。请检查网络连接，然后重新选择。`,
  tagline: "通话在浏览器之间直接进行，端到端加密。",
  invitation: (id) => ["呼叫 ", id, "？"],
  byLink: "你打开了此人的链接。",
  namedByLink: "这个名字来自链接。第一次通话后，你就知道是不是本人。",
  seesId: "对方会看到你的 ID。",
  seesIdAndName: "对方会看到你的 ID 和名字。",
  yourId: "你的 ID",
  copy: "复制",
  copyLink: "复制链接",
  shareLink: "分享链接",
  qrCode: "二维码",
  scanMe: "扫一扫，呼叫我",
  closeQr: "关闭",
  qrMissing: "二维码未能加载。请检查网络连接，然后刷新此页面。",
  callMe: "呼叫我",
  ringing: "来电提醒",
  people: "联系人",
  textToCopy: "要复制的文本",
  idOrLink: "ID 或链接",
  pasteOrType: "粘贴链接或输入 ID",
  call: "呼叫",
  yourName: "你的名字",
  nameUse: "与你通话的人和打开你链接的人都会看到。",
  optional: "选填",
  hideAddress: "隐藏我的 IP 地址",

  unverified: plural({ other: (count) => `${count} 个来电无法验证，因此没有响铃。` }),
  untakenCount: plural({ other: (count) => `有 ${count} 个来电，但此页面无法接听。` }),
  block: "屏蔽",
};
