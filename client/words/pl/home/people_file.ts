/** What is said of people in a file, in Polish. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("pl");

export const peopleFile: PeopleFileWords = {
  note: "Zachowaj kopię listy osób albo przenieś ją na inne urządzenie. Plik otworzy tylko to hasło.",
  passphrase: "Hasło",
  tooShort: "Użyj co najmniej 8 znaków.",
  export: "Eksportuj",
  import: "Importuj",
  exported: plural({
    one: () => "Wyeksportowano 1 osobę.",
    few: (count) => `Wyeksportowano ${count} osoby.`,
    many: (count) => `Wyeksportowano ${count} osób.`,
    other: (count) => `Wyeksportowano ${count} osoby.`,
  }),
  imported: plural({
    one: () => "Zaimportowano 1 osobę.",
    few: (count) => `Zaimportowano ${count} osoby.`,
    many: (count) => `Zaimportowano ${count} osób.`,
    other: (count) => `Zaimportowano ${count} osoby.`,
  }),
  wrong: "To hasło nie otwiera tego pliku. Sprawdź je i spróbuj ponownie.",
  foreign: "Nie można tu odczytać tego pliku. Wybierz plik wyeksportowany na tej stronie.",
  tooLarge: "Ten plik jest za duży, więc nie wyeksportowano go tutaj.",
  done: "Gotowe",
};
