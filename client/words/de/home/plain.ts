/** What pages say that run no script, in German. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "Videoanrufe brauchen JavaScript. Schalte es für diese Seite ein und lade sie neu.",
  nothing: {
    title: "Hier ist nichts",
    heading: "Hier ist nichts",
    explanation: "Diese Adresse führt nirgendwohin. Falls dir jemand einen Link geschickt hat, kopiere ihn ganz und " +
      "versuche es noch einmal: Er endet mit fünf Gruppen aus vier Buchstaben und Ziffern.",
    home: "Zur ersten Seite",
  },
};
