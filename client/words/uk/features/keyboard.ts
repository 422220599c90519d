/** What is said of the keyboard in a call, in Ukrainian. */

import type { KeyboardWords } from "../../en/features/keyboard.ts";

export const keyboard: KeyboardWords = {
  title: "Сполучення клавіш",
  close: "Закрити сполучення клавіш",
  microphone: "Увімкнути або вимкнути мікрофон",
  camera: "Увімкнути або вимкнути камеру",
  talk: "Утримуйте, щоб говорити з вимкненим мікрофоном",
  list: "Показати цей список",
  space: "Пробіл",
  singleKeys: "Керувати одиночними клавішами",
};
