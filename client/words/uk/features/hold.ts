/** What calls on hold and a second call are called, in Ukrainian. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("uk");

const more = plural({
  one: (count) => `ще ${count} особа`,
  few: (count) => `ще ${count} особи`,
  many: (count) => `ще ${count} осіб`,
  other: (count) => `ще ${count} особи`,
});

/** Stands behind a colon, so that the verb need not follow the count. */
const unknown = plural({
  one: (count) => `${count} незнайома особа`,
  few: (count) => `${count} незнайомі особи`,
  many: (count) => `${count} незнайомих осіб`,
  other: (count) => `${count} незнайомої особи`,
});

export const hold: HoldWords = {
  waitingCalls: "Дзвінки в очікуванні",
  show: "Показати",
  waiting: {
    known: (who) => `${who} дзвонить`,
    knownAndMore: (who, others) => `Дзвонять: ${who} і ${more(others)}`,
    strangers: (count) => count === 1 ? "Дзвонить хтось, кого ви не знаєте" : `Дзвонять: ${unknown(count)}`,
    knownAndStrangers: (who, strangers) => `Дзвонять: ${who} і ${unknown(strangers)}`,
    all: (who, others, strangers) => `Дзвонять: ${who}, ${more(others)} і ${unknown(strangers)}`,
  },
  hold: "Утримати",
  resume: "Відновити",
  holdAndAnswer: "Утримати і прийняти",
  endAndAnswer: "Завершити і прийняти",
  title: "На утриманні",
  swap: "Перемкнути",
  swapTo: (who) => `Перемкнути на: ${who}`,
  leave: (who) => `Завершити дзвінок: ${who}`,
  said: {
    own: (who) => ["Ви утримуєте дзвінок: ", who, ". Ви не чуєте й не бачите одне одного."],
    theirs: (who) => [who, " утримує дзвінок. Ніхто не чує й не бачить вас, доки його не відновлять."],
    both: (who) => ["Ви і ", who, " утримуєте цей дзвінок. Відновити його мають обидві сторони."],
  },
  screenRests: "Тим часом ваш екран не показується.",
  resumed: (who) => `Ви знову в дзвінку: ${who}.`,
  heldEnded: (who) => `Дзвінок на утриманні завершено: ${who}.`,
};
