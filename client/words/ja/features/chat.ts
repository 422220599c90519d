/** What the chat of a call says, in Japanese. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("ja");

export const chat: ChatWords = {
  title: "チャット",
  close: "チャットを閉じる",
  message: "メッセージ",
  send: "送信",
  sendAgain: "再送信",
  empty: "メッセージは相手のブラウザに直接届きます。双方が保存をオンにしない限り、通話を離れると消えます。",
  options: "チャットの設定",
  keep: "このチャットを保存",
  keepNote: "双方がオンの間、新しいメッセージがこのデバイスに保存されます。画像は保存されません。",
  keepAsked: (who) => [who, "さんがこのチャットの保存を希望しています。チャットの設定でオンにできます。"],
  keepAlone: (who) => [who, "さんもオンにするまで、新しいメッセージは保存されません。"],
  keepBoth: "双方のメッセージが、それぞれのデバイスに保存されます。",
  deleteKept: plural({
    other: (count) => `保存したメッセージ${count}件をこのデバイスから削除`,
  }),
  lacking: (who) => [who, "さんのページは古いバージョンで、チャットがありません。再読み込みするよう伝えてください。"],
  earlier: "以前の通話",
  thisCall: "この通話",
  olderGone: "これより古いメッセージは表示されません。",
  isTyping: (who) => [who, "さんが入力中…"],
  live: "リアルタイムテキスト",
  liveOption: "入力中の文字が、そのまま相手に表示されます。",
  liveNote: "入力中の文字が相手に表示されています。",
  typed: (who, text) => `${who}さんが入力中：${text}`,
  youWrote: "自分：",
  theyWrote: (who) => [who, "さん："],
  onItsWay: "送信中…",
  delivered: "配信済み",
  notSent: "送信できませんでした。",
  tooLong: plural({
    other: (count) => `${count}文字超過しています`,
  }),
  unread: plural({
    other: (count) => `未読メッセージ${count}件`,
  }),
  picture: "画像",
  showPicture: "画像を表示",
  openPicture: "画像を開く",
  closePicture: "画像を閉じる",
  pictureProblems: {
    unreadable: "この画像は読み取れないため、送信しませんでした。",
    "too-large": "この画像は大きすぎます。ファイルとして送信してください。",
    unavailable: "送信できませんでした。",
    unshowable: "この画像はここでは表示できません。",
    "too-many": "一度に送る画像が多すぎます。一部は送信されませんでした。",
  },
  newMessage: (who, text) => `${who}さんからの新着メッセージ：${text}`,
};
