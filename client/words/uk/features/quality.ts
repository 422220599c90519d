/** What is said of how good a call's connection is, and its details, in Ukrainian. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "З’єднання",
  levels: ["Дуже погане з’єднання", "Погане з’єднання", "Посереднє з’єднання", "Добре з’єднання"],
  losing: {
    own: "Ваше з’єднання втрачає звук.",
    theirs: (who) => `${who}: з’єднання втрачає звук.`,
    both: "З’єднання втрачає звук.",
  },
  slow: {
    own: "Ваше з’єднання повільне.",
    theirs: (who) => `${who}: з’єднання повільне.`,
    both: "З’єднання повільне.",
  },
  busy: {
    own: "Цей пристрій не встигає.",
    theirs: (who) => `${who}: пристрій не встигає.`,
  },
  directBy: (protocol) => `Напряму, через ${protocol}`,
  relayedBy: (protocol) => `Через ретранслятор, ${protocol}`,
};

export const details: DetailWords = {
  received: "Ви отримуєте",
  sent: "Ви надсилаєте",
  roundTrip: "Туди й назад",
  delay: "Затримка",
  lost: "Втрачений звук",
  picture: "Зображення",
  rate: "Швидкість",
  repeats: "Повтори звуку",
  path: "Шлях",
  codecs: "Кодеки",
  encryption: "Шифрування",
  close: "Закрити",
  kept: "Як минули останні дзвінки, зберігається на цьому пристрої, без імен.",
  exportRecords: "Експортувати",
  deleteRecords: "Видалити",
};
