/** What `page/load_guard.ts` says while the page is not there, in Italian. */

import type { GuardWords } from "../en/guard.ts";

export const guard: GuardWords = {
  slow: "Questa pagina impiega molto a caricarsi. Se non compare nulla, ricaricala o prova un altro browser.",
  away: "Si è caricata solo una parte di questa pagina. Il resto arriverà appena il server sarà raggiungibile.",
  old:
    "Questa pagina non si è avviata in questo browser. Usa Chrome o Edge 137, Firefox 129, Safari 17 o una versione " +
    "successiva.",
  failed:
    "Questa pagina non si è caricata. Riprova da sola ogni minuto. Se non basta, qualcosa lungo il percorso modifica o " +
    "blocca i suoi file.",
  reload: "Ricarica",
};
