/** What is said of how good a call's connection is, and its details, in Japanese. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "接続",
  levels: ["接続がとても悪い", "接続が悪い", "接続は普通", "接続は良好"],
  losing: {
    own: "こちらの接続で音声が失われています。",
    theirs: (who) => `${who}さんの接続で音声が失われています。`,
    both: "接続で音声が失われています。",
  },
  slow: {
    own: "こちらの接続が遅くなっています。",
    theirs: (who) => `${who}さんの接続が遅くなっています。`,
    both: "接続が遅くなっています。",
  },
  busy: {
    own: "このデバイスの処理が追いついていません。",
    theirs: (who) => `${who}さんのデバイスの処理が追いついていません。`,
  },
  directBy: (protocol) => `直接（${protocol}）`,
  relayedBy: (protocol) => `リレー経由（${protocol}）`,
};

export const details: DetailWords = {
  received: "受信",
  sent: "送信",
  roundTrip: "往復時間",
  delay: "遅延",
  lost: "失われた音声",
  picture: "映像",
  rate: "データ速度",
  repeats: "音声の再送",
  path: "経路",
  codecs: "コーデック",
  encryption: "暗号化",
  close: "閉じる",
  kept: "最近の通話の状態は、名前なしでこのデバイスに残ります。",
  exportRecords: "書き出す",
  deleteRecords: "削除",
};
