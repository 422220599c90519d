/** What is said of how good a call's connection is, and its details, in Chinese. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "连接",
  levels: ["连接很差", "连接较差", "连接一般", "连接良好"],
  losing: {
    own: "你的连接正在丢失声音。",
    theirs: (who) => `${who} 的连接正在丢失声音。`,
    both: "连接正在丢失声音。",
  },
  slow: {
    own: "你的连接很慢。",
    theirs: (who) => `${who} 的连接很慢。`,
    both: "连接很慢。",
  },
  busy: {
    own: "这台设备跟不上。",
    theirs: (who) => `${who} 的设备跟不上。`,
  },
  directBy: (protocol) => `直连，通过 ${protocol}`,
  relayedBy: (protocol) => `经过中继，通过 ${protocol}`,
};

export const details: DetailWords = {
  received: "你接收",
  sent: "你发送",
  roundTrip: "往返时间",
  delay: "延迟",
  lost: "丢失的声音",
  picture: "画面",
  rate: "数据速率",
  repeats: "声音重发",
  path: "路径",
  codecs: "编解码器",
  encryption: "加密",
  close: "关闭",
  kept: "最近通话的情况会保存在这台设备上，不含姓名。",
  exportRecords: "导出",
  deleteRecords: "删除",
};
