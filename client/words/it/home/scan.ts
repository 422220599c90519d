/** What the scanner of QR codes says, in Italian. */

import type { ScanWords } from "../../en/home/scan.ts";

export const scan: ScanWords = {
  scan: "Scansiona",
  title: "Scansiona un codice QR",
  hint: "Inquadra il codice QR del link di qualcuno.",
  close: "Chiudi",
  opening: "Apertura della videocamera…",
  notALink: "Questo codice QR non è un link per chiamare qualcuno.",
  own: "Questo è il tuo codice QR. Gli altri lo scansionano per chiamarti.",
  elsewhere: (host) => `Questo codice QR porta a ${host}, non qui. Aprilo con la fotocamera del telefono.`,
  denied: "Consenti a questa pagina di usare la videocamera nelle impostazioni del browser, oppure incolla il link.",
  missing: "Qui non c’è una videocamera per scansionare: incolla il link o scrivi l’ID.",
  failed: "La videocamera non si è aperta. Chiudi ciò che la sta usando, poi scansiona di nuovo.",
  unloaded: "Lo scanner non si è caricato. Controlla la connessione, poi ricarica questa pagina.",
};
