/** What is said of the keyboard in a call, in Japanese. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "キーボードショートカット",
  close: "ショートカット一覧を閉じる",
  microphone: "ミュートの切り替え",
  camera: "カメラのオン／オフ",
  talk: "ミュート中は長押しで話す",
  list: "この一覧を表示",
  space: "スペース",
  singleKeys: "1キーのショートカットを使う",
};
