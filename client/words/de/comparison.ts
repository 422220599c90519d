/** What the panel for comparing words says, in German; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "Die Wörter kommen von beiden Seiten …";

export const comparison: ComparisonWords = {
  verify: "Prüfen",
  verified: "Geprüft",
  wouldCompare: (who) => [who, " möchte Wörter vergleichen."],
  showWords: "Wörter zeigen",
  compareWith: (who) => ["Wörter vergleichen mit ", who],
  close: "Schließen",
  readAloud: "Lest euch diese Wörter vor. Habt ihr beide dieselben in derselben Reihenfolge, sitzt niemand dazwischen.",
  orNumber: (number) => ["Oder vergleicht die Zahl ", number],
  differ: "Verschieden",
  match: "Gleich",
  verifiedAt: (moment) => `Du hast diese ID geprüft: ${moment}`,
  reallyDiffer: "Du hast diese ID schon geprüft. Sind die Wörter jetzt wirklich verschieden, sitzt vielleicht jemand " +
    "dazwischen: Der Anruf endet, und diese ID gilt nicht mehr als geprüft.",
  stay: "Zurück",
  end: "Anruf beenden",
  tryAgain: "Noch einmal",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "Die andere Seite hat nicht geantwortet. Bleib im Anruf und versuche es noch einmal.",
    refused:
      "Drei Vergleiche mit dieser ID sind in einer Stunde abgebrochen, und jeder gibt jemandem dazwischen eine " +
      "Gelegenheit zu raten. Warte eine Stunde, dann ruf wieder an, um zu vergleichen.",
    broken: "Was die andere Seite geschickt hat, passt nicht. Verlass dich nicht auf diesen Anruf.",
  },
};
