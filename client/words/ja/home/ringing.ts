/** What is said of ringing, and of when there is none, in Japanese. */

import type { RingingWords } from "../../en/home/ringing.ts";

export const ringing: RingingWords = {
  quiet: "おやすみモードはオンです。",
  quietUntil: (time) => `${time}までおやすみモードです。`,
  tapOnce: "このページで着信音を鳴らせるように、1回タップしてください。",
  didNotLoad: "設定を読み込めませんでした。接続を確認して、もう一度試してください。",
  done: "完了",

  doNotDisturb: "おやすみモード",
  whatQuietIs: "着信があっても音を鳴らさず、画面にも割り込みません。不在着信で確認できます。",
  forAnHour: "1時間",
  daily: "毎日",
  from: "開始",
  to: "終了",
  noTime: "開始と終了が同じ時刻なので、何も変わりません。",

  tone: "着信音",
  tones: { classic: "クラシック", chimes: "チャイム", drops: "しずく", telephone: "電話" },
  testRing: "着信音を試す",
  toneNote: "このデバイスの音量で鳴ります。",
  heard: "今、鳴っています。聞こえない場合は、このデバイスの音量を上げてください。",
  unheard: "ブラウザがこのページの着信音を許可していません。サイトの設定で音声を許可し、スピーカーを確認してください。",

  notify: "通知を受け取る",
  notifyNote: "ほかのことをしている間に着信があると、通知が届きます。",
  notified: "このページを開いている間、着信があると通知が届きます。",
  notifyDenied: "ブラウザがこのページの通知をブロックしています。サイトの設定で許可してから、再読み込みしてください。",
  notifyUnable: "このブラウザでは、このページの通知を表示できません。開いている間は着信音が鳴ります。",
  missedStranger: "知らない人からの不在着信",
};
