/** What is said of people in a file, in Italian. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("it");

export const peopleFile: PeopleFileWords = {
  note:
    "Conserva una copia del tuo elenco di persone o portalo su un altro dispositivo. Solo questa passphrase apre il file.",
  passphrase: "Passphrase",
  tooShort: "Usa almeno 8 caratteri.",
  export: "Esporta",
  import: "Importa",
  exported: plural({ one: () => "1 persona esportata.", other: (count) => `${count} persone esportate.` }),
  imported: plural({ one: () => "1 persona importata.", other: (count) => `${count} persone importate.` }),
  wrong: "Questa passphrase non apre questo file. Controllala e riprova.",
  foreign: "Questo file non si può leggere qui. Scegline uno esportato da questa pagina.",
  tooLarge: "Questo file è troppo grande per essere stato esportato qui.",
  done: "Fine",
};
