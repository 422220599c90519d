/** What is said of people in a file, in Dutch. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("nl");

export const peopleFile: PeopleFileWords = {
  note: "Bewaar een kopie van je lijst of neem die mee naar een ander apparaat. Alleen deze wachtwoordzin opent " +
    "het bestand.",
  passphrase: "Wachtwoordzin",
  tooShort: "Gebruik minstens 8 tekens.",
  export: "Exporteren",
  import: "Importeren",
  exported: plural({ one: () => "1 persoon geëxporteerd.", other: (count) => `${count} personen geëxporteerd.` }),
  imported: plural({ one: () => "1 persoon geïmporteerd.", other: (count) => `${count} personen geïmporteerd.` }),
  wrong: "Deze wachtwoordzin opent dit bestand niet. Controleer hem en probeer het opnieuw.",
  foreign: "Dit bestand kan hier niet worden gelezen. Kies er een dat op deze pagina is geëxporteerd.",
  tooLarge: "Dit bestand is te groot om hier geëxporteerd te zijn.",
  done: "Klaar",
};
