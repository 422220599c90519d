/** What is said of messages that people leave each other, in Polish. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pl");

export const notes: NoteWords = {
  leave: "Zostaw wiadomość",
  titleFor: (who) => `Wiadomość do osoby ${who}`,
  message: "Wiadomość",
  use: "Zostaje na tym urządzeniu, aż obie strony będą online. Tylko odbiorca może ją przeczytać.",
  characters: (count, max) => `${count} z ${max} znaków`,
  submit: "Zostaw",
  cancel: "Anuluj",
  unable: "Ta przeglądarka nie może szyfrować wiadomości. Zaktualizuj ją, aby zostawić wiadomość.",
  full: "Zbyt wiele wiadomości czeka. Anuluj jedną i spróbuj ponownie.",
  waiting: (who, count) =>
    plural({
      one: () => `1 wiadomość do osoby ${who} czeka, aż obie strony będą online.`,
      few: (count) => `${count} wiadomości do osoby ${who} czekają, aż obie strony będą online.`,
      many: (count) => `${count} wiadomości do osoby ${who} czeka, aż obie strony będą online.`,
      other: (count) => `${count} wiadomości do osoby ${who} czeka, aż obie strony będą online.`,
    })(count),
  delivered: (who) => `Dostarczono: ${who}`,

  title: "Wiadomości",
  from: (who) => `Wiadomość od osoby ${who}`,
  announced: (who) => `${who} chce zostawić wiadomość. Jeszcze nie dotarła.`,
  strangers: plural({
    one: () => "1 wiadomość od kogoś, kogo nie znasz",
    few: (count) => `${count} wiadomości od osób, których nie znasz`,
    many: (count) => `${count} wiadomości od osób, których nie znasz`,
    other: (count) => `${count} wiadomości od osób, których nie znasz`,
  }),
  delete: "Usuń",
};
