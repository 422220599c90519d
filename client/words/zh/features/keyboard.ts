/** What is said of the keyboard in a call, in Simplified Chinese. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "键盘快捷键",
  close: "关闭快捷键列表",
  microphone: "静音或取消静音",
  camera: "打开或关闭摄像头",
  talk: "静音时按住说话",
  list: "显示此列表",
  space: "空格键",
  singleKeys: "使用单键快捷键",
};
