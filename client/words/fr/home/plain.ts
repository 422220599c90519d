/** What pages say that run no script, in French. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "Les appels vidéo ont besoin de JavaScript. Activez-le pour cette page, puis rechargez-la.",
  nothing: {
    title: "Il n’y a rien ici",
    heading: "Il n’y a rien ici",
    explanation: "Cette adresse ne mène nulle part. Si quelqu’un vous a envoyé un lien, copiez-le en entier et " +
      "réessayez\u00a0: il se termine par cinq groupes de quatre lettres et chiffres.",
    home: "Aller à la première page",
  },
};
