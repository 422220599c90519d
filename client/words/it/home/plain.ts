/** What pages say that run no script, in Italian. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "Le videochiamate hanno bisogno di JavaScript. Attivalo per questa pagina, poi ricaricala.",
  nothing: {
    title: "Qui non c’è niente",
    heading: "Qui non c’è niente",
    explanation: "Questo indirizzo non porta da nessuna parte. Se qualcuno ti ha mandato un link, copialo per " +
      "intero e riprova: termina con cinque gruppi di quattro lettere e cifre.",
    home: "Vai alla prima pagina",
  },
};
