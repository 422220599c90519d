/** What is said of people in a file, in Ukrainian. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("uk");

export const peopleFile: PeopleFileWords = {
  note: "Збережіть копію списку людей або перенесіть його на інший пристрій. Файл відкриває лише ця парольна фраза.",
  passphrase: "Парольна фраза",
  tooShort: "Використайте щонайменше 8 символів.",
  export: "Експортувати",
  import: "Імпортувати",
  exported: plural({
    one: (count) => `Експортовано ${count} людину.`,
    few: (count) => `Експортовано ${count} людини.`,
    many: (count) => `Експортовано ${count} людей.`,
    other: (count) => `Експортовано ${count} людини.`,
  }),
  imported: plural({
    one: (count) => `Імпортовано ${count} людину.`,
    few: (count) => `Імпортовано ${count} людини.`,
    many: (count) => `Імпортовано ${count} людей.`,
    other: (count) => `Імпортовано ${count} людини.`,
  }),
  wrong: "Ця парольна фраза не відкриває цей файл. Перевірте її та спробуйте ще раз.",
  foreign: "Цей файл не можна тут прочитати. Виберіть файл, експортований на цій сторінці.",
  tooLarge: "Цей файл завеликий: тут таких не експортують.",
  done: "Готово",
};
