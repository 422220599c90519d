/** What the scanner of QR codes says, in Japanese. */

import type { ScanWords } from "../../en/home/scan.ts";

export const scan: ScanWords = {
  scan: "スキャン",
  title: "QRコードをスキャン",
  hint: "相手のリンクのQRコードにカメラを向けてください。",
  close: "閉じる",
  opening: "カメラを起動中…",
  notALink: "このQRコードは通話用のリンクではありません。",
  own: "これは自分のQRコードです。ほかの人がスキャンして電話をかけます。",
  elsewhere: (host) => `このQRコードのリンク先はここではなく${host}です。スマートフォンのカメラで開いてください。`,
  denied: "ブラウザの設定でこのページにカメラの使用を許可するか、リンクを貼り付けてください。",
  missing: "スキャンに使えるカメラがないため、リンクを貼り付けるかIDを入力してください。",
  failed: "カメラを起動できませんでした。カメラを使っているほかのアプリを閉じて、もう一度スキャンしてください。",
  unloaded: "スキャナーを読み込めませんでした。接続を確認して、ページを再読み込みしてください。",
};
