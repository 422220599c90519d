/** What is said of messages that people leave each other, in Polish. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pl");

export const notes: NoteWords = {
  leave: "Zostaw wiadomość",
  titleFor: (who) => `Wiadomość do: ${who}`,
  message: "Wiadomość",
  use: "Zostaje na tym urządzeniu, aż oboje będziecie online. Tylko odbiorca może ją przeczytać.",
  characters: (count, max) => `${count} z ${max} znaków`,
  submit: "Zostaw",
  cancel: "Anuluj",
  unable: "Ta przeglądarka nie umie szyfrować wiadomości. Zaktualizuj ją, aby zostawić wiadomość.",
  full: "Zbyt wiele wiadomości czeka. Anuluj jedną i spróbuj ponownie.",
  waiting: (who, count) =>
    plural({
      one: () => `1 wiadomość do: ${who} czeka, aż oboje będziecie online.`,
      few: (count) => `${count} wiadomości do: ${who} czekają, aż oboje będziecie online.`,
      many: (count) => `${count} wiadomości do: ${who} czeka, aż oboje będziecie online.`,
      other: (count) => `${count} wiadomości do: ${who} czeka, aż oboje będziecie online.`,
    })(count),
  delivered: (who) => `Dostarczono do: ${who}`,

  title: "Wiadomości",
  from: (who) => `Wiadomość od: ${who}`,
  announced: (who) => `${who} chce zostawić wiadomość. Jeszcze nie dotarła.`,
  strangers: plural({
    one: () => "1 wiadomość od kogoś, kogo nie znasz",
    few: (count) => `${count} wiadomości od osób, których nie znasz`,
    many: (count) => `${count} wiadomości od osób, których nie znasz`,
    other: (count) => `${count} wiadomości od osób, których nie znasz`,
  }),
  delete: "Usuń",
};
