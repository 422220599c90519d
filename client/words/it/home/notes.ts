/** What is said of messages that people leave each other, in Italian. */

import type { NoteWords } from "../../en/home/notes.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("it");

export const notes: NoteWords = {
  leave: "Lascia un messaggio",
  titleFor: (who) => `Messaggio per ${who}`,
  message: "Messaggio",
  use: "Resta su questo dispositivo finché non siete online nello stesso momento. Solo questa persona può leggerlo.",
  characters: (count, max) => `${count} caratteri su ${max}`,
  submit: "Lascia messaggio",
  cancel: "Annulla",
  unable: "Questo browser non può cifrare i messaggi. Aggiornalo per lasciarne uno.",
  full: "Ci sono troppi messaggi in attesa. Annullane uno e riprova.",
  waiting: (who, count) =>
    plural({
      one: () => `1 messaggio per ${who} attende che siate online nello stesso momento.`,
      other: (count) => `${count} messaggi per ${who} attendono che siate online nello stesso momento.`,
    })(count),
  delivered: (who) => `Consegnato a ${who}`,

  title: "Messaggi",
  from: (who) => `${who} ha lasciato un messaggio`,
  announced: (who) => `${who} vuole lasciare un messaggio. Non è ancora arrivato.`,
  strangers: plural({
    one: () => "1 messaggio da una persona che non conosci",
    other: (count) => `${count} messaggi da persone che non conosci`,
  }),
  delete: "Elimina",
};
