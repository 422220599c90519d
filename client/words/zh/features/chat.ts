/** What the chat of a call says, in Simplified Chinese. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("zh");

export const chat: ChatWords = {
  title: "聊天",
  close: "关闭聊天面板",
  message: "消息",
  send: "发送",
  sendAgain: "重新发送",
  empty: "你写的内容会直接发到对方的浏览器。离开通话后内容就会消失，除非双方都选择保留。",
  options: "聊天选项",
  keep: "保留此聊天",
  keepNote: "双方都开启时，新消息会保存在此设备上。图片不会保存。",
  keepAsked: (who) => [who, " 想保留此聊天。你可以在聊天选项中开启。"],
  keepAlone: (who) => ["在 ", who, " 也开启之前，不会保留新内容。"],
  keepBoth: "双方都会保留所写的内容，各自存在自己的设备上。",
  deleteKept: plural({ other: (count) => `从此设备删除 ${count} 条保留的消息` }),
  lacking: (who) => [who, " 的页面是旧版本，没有聊天功能。请让对方刷新页面。"],
  earlier: "以前",
  thisCall: "本次通话",
  olderGone: "更早的消息不再显示。",
  isTyping: (who) => [who, " 正在输入…"],
  live: "实时文字",
  liveOption: "让对方实时看到你正在输入的内容。",
  liveNote: "对方会实时看到你正在输入的内容。",
  typed: (who, text) => `${who} 正在输入：${text}`,
  youWrote: "你写道：",
  theyWrote: (who) => [who, " 写道："],
  onItsWay: "正在发送…",
  delivered: "已送达",
  notSent: "未发送。",
  tooLong: plural({ other: (count) => `超出 ${count} 个字符` }),
  unread: plural({ other: (count) => `${count} 条未读消息` }),
  picture: "图片",
  showPicture: "显示图片",
  openPicture: "打开图片",
  closePicture: "关闭图片",
  pictureProblems: {
    unreadable: "无法读取此图片，因此没有发送。",
    "too-large": "此图片太大。请作为文件发送。",
    unavailable: "未发送。",
    unshowable: "此图片无法在这里显示。",
    "too-many": "一次发送的图片过多，有些未发送。",
  },
  newMessage: (who, text) => `${who} 发来新消息：${text}`,
};
