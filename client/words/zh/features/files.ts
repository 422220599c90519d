/** What is said of files that two people send each other, in Simplified Chinese. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("zh");

export const files: FilesWords = {
  title: "文件",
  close: "关闭文件面板",
  send: "发送文件",
  sendFolder: "发送文件夹",
  drop: (who) => `拖放文件，发送给 ${who}`,
  empty: "选择文件、拖放到这里，或粘贴。对方接受后，文件会直接发到对方的浏览器。",
  tooMany: "一次发送的内容过多。最多可发送 1,000 个文件、64 GB，或等当前的传输完成。",
  offered: (who, what, size) => `${who} 想发送给你：${what}（${size}）。`,
  count: plural({ other: (count) => `${count} 个文件` }),
  accept: "接收文件",
  decline: "拒绝",
  pause: "暂停传输",
  resume: "继续传输",
  cancel: "取消传输",
  save: "保存",
  remove: "从列表中移除",
  youSend: "你发送：",
  theySend: (who) => `${who} 发送：`,
  waiting: (who) => `等待 ${who} 接受`,
  ofAll: (done, all) => `${done}，共 ${all}`,
  eachSecond: (size) => `每秒 ${size}`,
  left: (duration) => `剩余 ${duration}`,
  paused: "已暂停",
  interrupted: (who) => `已中断。等 ${who} 回来并打开该文件后会继续。`,
  unsaved: (who) => `等待 ${who} 保存`,
  sent: "已发送",
  received: "已接收。请在离开前保存。",
  saved: "已保存",
  declined: (who) => `${who} 已拒绝。`,
  cancelled: "已取消",
  problems: {
    "no-room": "此设备空间不足。请腾出空间，然后重新接收。",
    memory: "此浏览器在这里最多只能接收 256 MB。请在其他浏览器中或非无痕窗口中打开页面。",
    storage: "无法保存。请在此设备上腾出空间，然后重试。",
    unasked: "此浏览器无法询问保存位置。再按一次即可下载。",
    unreadable: "文件已被移动或更改。请重新选择。",
    corrupt: "收到的文件已损坏。请让对方重新发送。",
    unavailable: "无法发送。请重试，或让对方刷新页面。",
  },
  underWay: (what, share) => `${what}：已完成 ${share}`,
};
