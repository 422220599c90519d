/** What is said of messages that people leave each other, in Dutch. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("nl");

export const notes: NoteWords = {
  leave: "Bericht achterlaten",
  titleFor: (who) => `Bericht voor ${who}`,
  message: "Bericht",
  use: "Het blijft op dit apparaat tot jullie allebei online zijn. Alleen de ontvanger kan het lezen.",
  characters: (count, max) => `${count} van ${max} tekens`,
  submit: "Achterlaten",
  cancel: "Annuleren",
  unable: "Deze browser kan geen berichten versleutelen. Werk hem bij om er een achter te laten.",
  full: "Er wachten te veel berichten. Annuleer er een en probeer het opnieuw.",
  waiting: (who, count) =>
    plural({
      one: () => `1 bericht voor ${who} wacht tot jullie allebei online zijn.`,
      other: (count) => `${count} berichten voor ${who} wachten tot jullie allebei online zijn.`,
    })(count),
  delivered: (who) => `Bezorgd bij ${who}`,

  title: "Berichten",
  from: (who) => `${who} heeft een bericht achtergelaten`,
  announced: (who) => `${who} wil een bericht achterlaten. Het is nog niet aangekomen.`,
  strangers: plural({
    one: () => "1 bericht van iemand die je niet kent",
    other: (count) => `${count} berichten van mensen die je niet kent`,
  }),
  delete: "Verwijderen",
};
