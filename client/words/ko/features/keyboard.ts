/** What is said of the keyboard in a call, in Korean. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "키보드 단축키",
  close: "단축키 닫기",
  microphone: "음소거 또는 해제",
  camera: "카메라 켜기 또는 끄기",
  talk: "음소거 중에 누르고 말하기",
  list: "이 목록 보기",
  space: "스페이스바",
  singleKeys: "단일 키 단축키 사용",
};
