/** What is said of cameras, microphones and speakers, in Ukrainian. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "Камера і звук",
  close: "Закрити налаштування камери і звуку",
  camera: "Камера",
  microphone: "Мікрофон",
  speaker: "Динамік",
  system: "Системний за умовчанням",
  test: "Відтворити тестовий звук",
  turn: "Змінити камеру",
  unnamed: "системний пристрій за умовчанням",
  youAreMuted: "Мікрофон вимкнено. Вас ніхто не чує.",
  said: {
    chosen: (label) => `Тепер використовується: ${label}.`,
    lost: (label) => `Ваш пристрій від’єднано. Тепер використовується: ${label}.`,
    back: (label) => `Знову під’єднано і використовується: ${label}.`,
    moved: (label) => `Система перемкнулася на: ${label}.`,
    refused: (label) =>
      `Зараз не можна використати: ${label}. Закрийте все, що ще користується цим пристроєм, і він знову ` +
      "ввімкнеться сам.",
  },
};
