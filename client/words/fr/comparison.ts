/** What the panel for comparing words says, in French; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "Les mots arrivent des deux côtés…";

export const comparison: ComparisonWords = {
  verify: "Vérifier",
  verified: "Vérifié",
  wouldCompare: (who) => [who, " souhaite comparer des mots."],
  showWords: "Voir les mots",
  compareWith: (who) => ["Comparer des mots avec ", who],
  close: "Fermer",
  readAloud: "Lisez-vous ces mots à voix haute. S’ils sont identiques et dans le même ordre des deux côtés, personne " +
    "n’est entre vous.",
  orNumber: (number) => ["Ou comparez le nombre ", number],
  differ: "Ils diffèrent",
  match: "Ils concordent",
  verifiedAt: (moment) => `Vous avez vérifié cet ID\u00a0: ${moment}`,
  reallyDiffer: "Vous avez déjà vérifié cet ID. Si les mots diffèrent vraiment à présent, quelqu’un s’est peut-être " +
    "glissé entre vous\u00a0: l’appel prendra fin et cet ID ne comptera plus comme vérifié.",
  stay: "Retour",
  end: "Mettre fin à l’appel",
  tryAgain: "Réessayer",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "L’autre côté n’a pas répondu. Restez en ligne et réessayez.",
    refused:
      "Trois comparaisons avec cet ID ont été interrompues en une heure, et chacune donne à un intrus une chance " +
      "de deviner. Attendez une heure, puis rappelez pour comparer.",
    broken: "L’autre côté a envoyé quelque chose qui ne convient pas. Ne vous fiez pas à cet appel.",
  },
};
