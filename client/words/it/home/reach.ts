/** What is said of calls to a closed page, in Italian. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `La pagina di ${who} è chiusa; invio di una notifica…`,
  told: (who) => `${who} ha ricevuto una notifica. In attesa di risposta…`,
  ready: "Riceverai una notifica quando un contatto chiama, anche con questa pagina chiusa.",
  openOnly: "Riceverai una notifica quando qualcuno chiama, finché questa pagina è aperta. Una volta chiusa, " +
    "qui non è possibile.",
  homeScreen: "Aggiungi questa pagina alla schermata Home e aprila da lì. Così potrai ricevere una notifica " +
    "quando qualcuno chiama.",
  failed: "Questo browser non è riuscito a preparare le notifiche per quando la pagina è chiusa. In " +
    "Brave, consenti i messaggi push di Google nelle impostazioni della privacy.",
  missed: "Chiamata persa",
};
