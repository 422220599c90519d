/** What the panel for comparing words says, in Polish; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "Pobieranie słów z obu stron…";

export const comparison: ComparisonWords = {
  verify: "Zweryfikuj",
  verified: "Zweryfikowano",
  wouldCompare: (who) => [who, " chce porównać słowa."],
  showWords: "Pokaż słowa",
  compareWith: (who) => ["Porównaj słowa z osobą ", who],
  close: "Zamknij",
  readAloud:
    "Przeczytajcie je sobie na głos. Jeśli obie strony mają te same w tej samej kolejności, nikogo nie ma między wami.",
  orNumber: (number) => ["Albo porównajcie liczbę ", number],
  differ: "Różnią się",
  match: "Zgadzają się",
  verifiedAt: (moment) => `Zweryfikowano to ID: ${moment}`,
  reallyDiffer: "To ID jest już zweryfikowane. Jeśli słowa naprawdę się teraz różnią, ktoś może być między wami: " +
    "rozmowa się zakończy, a to ID przestanie być zweryfikowane.",
  stay: "Wróć",
  end: "Zakończ rozmowę",
  tryAgain: "Spróbuj ponownie",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "Druga strona nie odpowiedziała. Zostań w rozmowie i spróbuj ponownie.",
    refused: "W ciągu godziny przerwano trzy porównania z tym ID, a każde daje komuś po drodze szansę na " +
      "zgadywanie. Poczekaj godzinę, a potem zadzwoń ponownie, aby porównać.",
    broken: "Druga strona przysłała coś, co nie pasuje. Nie polegaj na tej rozmowie.",
  },
};
