/** What is said of files that two people send each other, in Japanese. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ja");

export const files: FilesWords = {
  title: "ファイル",
  close: "ファイル画面を閉じる",
  send: "ファイルを送信",
  sendFolder: "フォルダを送信",
  drop: (who) => `ドロップして${who}さんにファイルを送る`,
  empty: "ファイルを選択、ドロップ、または貼り付けてください。相手が承認すると、相手のブラウザに直接届きます。",
  tooMany: "一度に送る量が多すぎます。1,000ファイル、64 GBまでにするか、転送の完了を待ってください。",
  offered: (who, what, size) => `${who}さんが${what}（${size}）を送ろうとしています。`,
  count: plural({
    other: (count) => `${count}個のファイル`,
  }),
  accept: "ファイルを受け取る",
  decline: "拒否",
  pause: "転送を一時停止",
  resume: "転送を再開",
  cancel: "転送をキャンセル",
  save: "保存",
  remove: "リストから削除",
  youSend: "送信：",
  theySend: (who) => `${who}さんから受信：`,
  waiting: (who) => `${who}さんの承認待ち`,
  ofAll: (done, all) => `${all}中${done}`,
  eachSecond: (size) => `毎秒${size}`,
  left: (duration) => `残り${duration}`,
  paused: "一時停止中",
  interrupted: (who) => `中断しました。${who}さんが戻り、ファイルが開かれていれば再開します。`,
  unsaved: (who) => `${who}さんの保存待ち`,
  sent: "送信済み",
  received: "受信しました。離れる前に保存してください。",
  saved: "保存済み",
  declined: (who) => `${who}さんが拒否しました。`,
  cancelled: "キャンセル済み",
  problems: {
    "no-room": "このデバイスに空き容量がありません。空きを増やしてから、もう一度受け取ってください。",
    memory: "このブラウザで受け取れるのは256 MBまでです。別のブラウザか、プライベートブラウズ以外で開いてください。",
    storage: "保存できませんでした。このデバイスの空き容量を増やして、もう一度試してください。",
    unasked: "ブラウザで保存先を選べませんでした。もう一度押すとダウンロードします。",
    unreadable: "ファイルが移動または変更されました。もう一度選んでください。",
    corrupt: "ファイルが破損しています。もう一度送ってもらってください。",
    unavailable: "送信できませんでした。もう一度試すか、相手にページを再読み込みしてもらってください。",
  },
  underWay: (what, share) => `${what}：${share}完了`,
};
