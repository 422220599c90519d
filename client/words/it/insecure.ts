/** What a page says that came without HTTPS, in Italian. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "Le chiamate richiedono HTTPS",
  whyHttps: (https, localhost) => [
    "Le chiamate richiedono HTTPS: i browser concedono videocamera, microfono e una chiave solo alle pagine aperte via ",
    https,
    " o da ",
    localhost,
    ".",
  ],
  askForHttps: "Chiedi a chi ti ha inviato il link uno che inizi con https://.",
  startHttps: (command, flag, origin) => [
    "Se il server è tuo, avvialo con ",
    command,
    ", metti HTTPS davanti al server o apri la pagina da localhost; per provare a questo indirizzo, apri ",
    flag,
    ", aggiungi ",
    origin,
    " e riavvia il browser.",
  ],
};
