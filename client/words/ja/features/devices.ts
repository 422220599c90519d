/** What is said of cameras, microphones and speakers, in Japanese. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "カメラと音声",
  close: "カメラと音声の設定を閉じる",
  camera: "カメラ",
  microphone: "マイク",
  speaker: "スピーカー",
  system: "システムのデフォルト",
  test: "テスト音を再生",
  turn: "カメラを切り替え",
  unnamed: "システムのデフォルト",
  youAreMuted: "ミュート中です。声は誰にも聞こえません。",
  said: {
    chosen: (label) => `${label}を使用します。`,
    lost: (label) => `デバイスの接続が切れました。${label}を使用します。`,
    back: (label) => `${label}が再接続され、また使用中です。`,
    moved: (label) => `システムが${label}に切り替えました。`,
    refused: (label) => `${label}は今使えません。使っているほかのアプリを閉じると、自動で使われます。`,
  },
};
