/** What is said of sharing the screen, in Ukrainian. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "Показати екран",
  stop: "Припинити показ",
  swap: "Поміняти місцями",
  sharedScreen: "Спільний екран",
  sharing: "Ви показуєте свій екран.",
  sharingWithSound: "Ви показуєте свій екран зі звуком.",
  stopped: "Ви більше не показуєте свій екран.",
  theyShare: (who) => `${who} показує екран.`,
  theyStopped: (who) => `${who} більше не показує екран.`,
  moving: "Плавний рух",
  zoomIn: "Збільшити",
  zoomOut: "Зменшити",
  zoomWhole: "Умістити",
  zoomed: (percent) => `Масштаб спільного екрана: ${percent}\u00a0%.`,
  problems: {
    blocked: "Цьому браузеру не дозволено записувати екран. Дозвольте це в налаштуваннях приватності системи і " +
      "покажіть знову.",
    nothing: "Не було чого показувати. Відкрийте потрібне вікно і покажіть знову.",
    failed: "Не вдалося показати екран. Спробуйте знову і виберіть вікно або вкладку.",
  },
};
