/** What is said of people in a file, in German. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("de");

export const peopleFile: PeopleFileWords = {
  note:
    "Bewahre eine Kopie deiner Leute auf oder nimm sie auf ein anderes Gerät mit. Nur diese Passphrase öffnet die Datei.",
  passphrase: "Passphrase",
  tooShort: "Nimm mindestens 8 Zeichen.",
  export: "Exportieren",
  import: "Importieren",
  exported: plural({ one: () => "1 Person exportiert.", other: (count) => `${count} Personen exportiert.` }),
  imported: plural({ one: () => "1 Person importiert.", other: (count) => `${count} Personen importiert.` }),
  wrong: "Diese Passphrase öffnet diese Datei nicht. Prüfe sie und versuche es noch einmal.",
  foreign: "Diese Datei ist hier nicht lesbar. Wähle eine, die auf dieser Seite exportiert wurde.",
  tooLarge: "Diese Datei ist zu groß, um hier exportiert worden zu sein.",
  done: "Fertig",
};
