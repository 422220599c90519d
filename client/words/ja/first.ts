/** What the first screen says, in Japanese; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("ja");

export const first: FirstWords = {
  untaken: (who, why) => `${who}さんから着信がありました。${why}`,
  tabLifetime: "ブラウザがこのページのデータを保存しないため、このIDはタブを閉じるまでしか使えません。" +
    "ずっと使えるIDにするには、プライベートブラウズを終了してください。",
  framedLifetime: "ほかのサイトの中では、IDが異なる場合があります。",
  unansweredLifetime: "ブラウザのストレージが応答しないため、このタブを閉じるまで別のIDになっています。" +
    "いつものIDに戻すには、ブラウザを再起動してください。",
  unread:
    "ブラウザのストレージが応答しないため、名前と不在着信を表示できません。変更もこのタブを閉じるまでしか残りません。" +
    "ページを再読み込みするか、ブラウザを再起動してください。",
  damaged: "ブラウザに保存されたこのページのデータの一部を読み取れません。" +
    "名前、「IPアドレスを隠す」、ブロックした相手を確認してください。",
  reachable: "このページを開いている間、リンクを知っている人なら誰でも電話をかけられます。",
  linkCopied: "リンクをコピーしました。電話をかけてほしい人に送ってください。",
  idCopied: "IDをコピーしました。電話をかけてほしい人に送ってください。",
  copyByHand: "選択しました。Ctrl + C（Macは⌘ C）でコピーしてください。",
  unreadableId: "IDはk7mq-2vhd-9xtr-w4pz-0b5nのような形式です。",
  emptyId: "相手のIDを入力するか、リンクを貼り付けてください。",
  brokenLink: "このリンクは不完全です。もう一度送ってもらうか、相手のIDを入力してください。",
  ownId: "これは自分のIDです。ほかの人がこのIDで電話をかけてきます。",
  hiddenAndNoRelay: "電話をかけるには「IPアドレスを隠す」をオフにしてください。",
  relayOnly: "通話はリレーを経由します。相手にアドレスは見えません。",
  noRelay: "これにはリレーが必要ですが、このサーバーにはありません。",
  relayStuck: "このサーバーにはリレーがないため、通話がつながりません。電話をかけるにはオフにしてください。",
  blocked: "ブロックしました。相手からの電話は届かなくなり、相手には通知されません。",

  language: "言語",
  unspoken: (name) => `${name}を読み込めませんでした。接続を確認して、もう一度選んでください。`,
  tagline: "ブラウザからブラウザへ、エンドツーエンドで暗号化された通話。",
  invitation: (id) => [id, "さんに電話？"],
  byLink: "この人のリンクを開きました。",
  namedByLink: "この名前はリンクに書かれたものです。本人かどうかは、最初の通話でわかります。",
  seesId: "相手に自分のIDが表示されます。",
  seesIdAndName: "相手に自分のIDと名前が表示されます。",
  yourId: "自分のID",
  copy: "コピー",
  copyLink: "リンクをコピー",
  shareLink: "リンクを共有",
  qrCode: "QRコード",
  scanMe: "スキャンして電話をかけてください",
  closeQr: "閉じる",
  qrMissing: "QRコードを読み込めませんでした。接続を確認して、ページを再読み込みしてください。",
  callMe: "電話をかけてください",
  ringing: "着信設定",
  people: "連絡先と履歴",
  textToCopy: "コピーするテキスト",
  idOrLink: "IDまたはリンク",
  pasteOrType: "リンクを貼り付けるか、IDを入力",
  call: "電話をかける",
  yourName: "自分の名前",
  nameUse: "通話の相手と、リンクを開いた人に表示されます。",
  optional: "任意",
  hideAddress: "IPアドレスを隠す",

  unverified: plural({
    other: (count) => `${count}件の着信は確認できなかったため、鳴りませんでした。`,
  }),
  untakenCount: plural({
    other: (count) => `${count}件の着信がありましたが、このページでは受けられません。`,
  }),
  block: "ブロック",
};
