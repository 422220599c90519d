/** What the panel for comparing words says, in Dutch; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "De woorden komen van beide kanten…";

export const comparison: ComparisonWords = {
  verify: "Verifiëren",
  verified: "Geverifieerd",
  wouldCompare: (who) => [who, " wil graag woorden vergelijken."],
  showWords: "Woorden tonen",
  compareWith: (who) => ["Woorden vergelijken met ", who],
  close: "Sluiten",
  readAloud: "Lees deze woorden aan elkaar voor. Hebben jullie allebei dezelfde in dezelfde volgorde, dan zit er " +
    "niemand tussen.",
  orNumber: (number) => ["Of vergelijk het getal ", number],
  differ: "Verschillend",
  match: "Gelijk",
  verifiedAt: (moment) => `Je hebt deze ID geverifieerd: ${moment}`,
  reallyDiffer: "Je hebt deze ID al eens geverifieerd. Verschillen de woorden nu echt, dan zit er misschien iemand " +
    "tussen: het gesprek eindigt, en deze ID geldt niet meer als geverifieerd.",
  stay: "Terug",
  end: "Gesprek beëindigen",
  tryAgain: "Opnieuw proberen",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "De andere kant antwoordde niet. Blijf in het gesprek en probeer het opnieuw.",
    refused: "Drie vergelijkingen met deze ID zijn binnen een uur afgebroken, en elke poging geeft iemand " +
      "ertussen een kans om te raden. Wacht een uur en bel dan opnieuw om te vergelijken.",
    broken: "De andere kant stuurde iets wat niet klopt. Vertrouw niet op dit gesprek.",
  },
};
