/** What is said of messages that people leave each other, in Ukrainian. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("uk");

export const notes: NoteWords = {
  leave: "Залишити повідомлення",
  titleFor: (who) => `Повідомлення для користувача ${who}`,
  message: "Повідомлення",
  use: "Воно лишається на цьому пристрої, доки ви обоє не будете онлайн. Прочитати його може лише одержувач.",
  characters: (count, max) => `${count} із ${max} символів`,
  submit: "Залишити",
  cancel: "Скасувати",
  unable: "Цей браузер не може шифрувати повідомлення. Оновіть його, щоб залишити повідомлення.",
  full: "Забагато повідомлень чекає. Скасуйте одне й спробуйте ще раз.",
  waiting: (who, count) =>
    plural({
      one: (count) => `${count} повідомлення для користувача ${who} чекає, доки ви обоє не будете онлайн.`,
      few: (count) => `${count} повідомлення для користувача ${who} чекають, доки ви обоє не будете онлайн.`,
      many: (count) => `${count} повідомлень для користувача ${who} чекають, доки ви обоє не будете онлайн.`,
      other: (count) => `${count} повідомлення для користувача ${who} чекають, доки ви обоє не будете онлайн.`,
    })(count),
  delivered: (who) => `Доставлено: ${who}`,

  title: "Повідомлення",
  from: (who) => `Повідомлення від користувача ${who}`,
  announced: (who) => `${who} хоче залишити повідомлення. Воно ще не надійшло.`,
  strangers: plural({
    one: (count) => `${count} повідомлення від незнайомої людини`,
    few: (count) => `${count} повідомлення від незнайомих людей`,
    many: (count) => `${count} повідомлень від незнайомих людей`,
    other: (count) => `${count} повідомлення від незнайомих людей`,
  }),
  delete: "Видалити",
};
