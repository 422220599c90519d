/** What the panel for comparing words says, in Ukrainian; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "Слова надходять з обох боків…";

export const comparison: ComparisonWords = {
  verify: "Перевірити",
  verified: "Перевірено",
  wouldCompare: (who) => [who, " пропонує порівняти слова."],
  showWords: "Показати слова",
  compareWith: (who) => ["Порівняти слова: ", who],
  close: "Закрити",
  readAloud: "Прочитайте їх одне одному. Якщо у вас обох ті самі слова в тому самому порядку, між вами нікого немає.",
  orNumber: (number) => ["Або порівняйте число ", number],
  differ: "Різні",
  match: "Однакові",
  verifiedAt: (moment) => `Ви перевірили цей ID: ${moment}`,
  reallyDiffer: "Ви вже перевіряли цей ID. Якщо слова тепер справді різні, між вами може хтось бути: дзвінок " +
    "завершиться, а цей ID більше не вважатиметься перевіреним.",
  stay: "Назад",
  end: "Завершити дзвінок",
  tryAgain: "Спробувати ще",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "Інша сторона не відповіла. Залишайтеся в дзвінку і спробуйте ще раз.",
    refused: "За годину перервалися три порівняння із цим ID, а кожне дає комусь посередині нагоду вгадати. " +
      "Зачекайте годину, а тоді зателефонуйте знову, щоб порівняти.",
    broken: "Інша сторона надіслала щось невідповідне. Не довіряйте цьому дзвінку.",
  },
};
