/** What the screens of a call say while it is on, in Japanese; with what is said of devices, of words, of screens and in the chat. */

import type { CallWords } from "../en/call.ts";

export { chat } from "./features/chat.ts";
export { comparison } from "./comparison.ts";
export { devices } from "./features/devices.ts";
export { draw } from "./features/draw.ts";
export { files } from "./features/files.ts";
export { hold } from "./features/hold.ts";
export { keyboard } from "./features/keyboard.ts";
export { media } from "./media.ts";
export { pictures } from "./features/pictures.ts";
export { preview } from "./features/preview.ts";
export { reactions } from "./features/reactions.ts";
export { screenShare } from "./features/screen_share.ts";

export const call: CallWords = {
  storageFull: "ブラウザの空き容量が足りないため、変更はこのタブを閉じるまでしか残りません。" +
    "残すには、このデバイスの空き容量を増やしてください。",
  phase: {
    ringing: "呼び出し中…",
    heldBack: "発信が多すぎます。可能になり次第、呼び出します。",
    patient: "相手のページが開いていません。つながるまで試します。",
    about: "まもなく発信します…",
    calling: "発信中…",
    rejoining: "通話に戻っています…",
    video: "ビデオ通話",
    voice: "音声通話",
    connected: "通話中",
    away: "相手が戻るのを待っています…",
    connecting: "接続中…",
    reconnecting: "再接続中…",
    ended: "通話終了",
  },
  state: {
    ringing: (who) => `呼び出し中… ${who}さんの応答を待っています。`,
    heldBack: (who) => `このネットワークから${who}さんへの発信が短時間に多すぎます。可能になり次第、呼び出します。`,
    patient: (who) => `${who}さんのページが開いていません。つながるまで試します。`,
    about: (who) => `まもなく${who}さんに発信します…`,
    calling: (who) => `${who}さんに発信中…`,
    rejoining: (who) => `${who}さんとの通話に戻っています…`,
    video: (who) => `${who}さんからビデオ通話の着信です。`,
    voice: (who) => `${who}さんから着信です。`,
    away: (who) => `${who}さんからしばらく応答がありません。待つか、通話を終了してください。`,
    connecting: (who) => `${who}さんに接続中…`,
    connected: (who) => `${who}さんとつながりました。`,
    joining: (who) => `${who}さんがまもなく参加します。`,
    reconnectingAway: (who) =>
      `再接続中… ${who}さんからしばらく応答がありません。2分間待ちます。今すぐ終了することもできます。`,
    reconnecting: "再接続中… 接続が途切れました。このままお待ちください。自動で戻ります。",
    ended: "通話が終了しました。",
  },
  title: {
    waiting: "着信中…",
    outgoing: (who) => `${who}さんに発信中…`,
    incoming: (who) => `${who}さんから着信中…`,
    connected: (who) => `${who}さんと通話中`,
    reconnecting: (who) => `${who}さんに再接続中…`,
    missed: (who) => `${who}さんからの不在着信`,
  },

  namedByLink: "この名前はリンクに書かれたものです。本人かどうかは、応答があればわかります。",
  otherUnderName: (who) => `${who}さんのこれまでのIDとは異なります。別の人がこの名前を使っている可能性があります。`,
  askThem: "本人しか知らないことを聞いてください。",
  compareToBeSure: "念のため、単語を照合してください。",
  itsThem: "本人です",
  neverTalked: "このIDとは初めての通話です。",
  neverTalkedClaimed: "このIDとは初めての通話です。名前は相手が付けたものです。",

  controls: "通話の操作",
  mute: "ミュート",
  unmute: "ミュートを解除",
  cameraOn: "カメラをオンにする",
  cameraOff: "カメラをオフにする",
  resting: "保留中です。通話を再開すると反映されます。",
  cancel: "キャンセル",
  hangUp: "通話を終了",
  more: "その他",
  incomingCall: "着信",
  accept: "応答",
  acceptWithoutVideo: "ビデオなしで応答",
  decline: "拒否",
  silence: "着信音を消す",
  ownPicture: "自分の映像",
  ownPictureMoves: "自分の映像（矢印キーで移動）",
  remoteVideo: "相手の映像",
  theirCameraOff: (who) => [who, "さんのカメラはオフです"],
  joining: (who) => `${who}さんがまもなく参加します`,
  theyAreMuted: (who) => [who, "さんはミュート中です"],
  waitsForTap: "タップするまで、ブラウザで通話が再生されません。",
  tapForSound: "タップして音声を再生",
  featuresMissing: "ページの一部を読み込めなかったため、使えない機能があるかもしれません。",
  tryAgain: "再試行",
  callAgain: "もう一度かける",
  keepWaiting: "このまま待つ",
  pageClosed: (who) => `${who}さんのページが閉じられました。待機中…`,
  gone: (who) => `${who}さんが退出しました。もう一度かけるか、このまま待ってください。`,
  back: "戻る",
};
