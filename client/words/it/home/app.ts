/** What the page says of itself as an app, in Italian. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "Usala come app",
  install: "Installa",
  notNow: "Non ora",
  why: "Si apre con un tocco, anche senza rete, e il browser conserva più a lungo il tuo ID e i tuoi contatti.",
  whyHomeScreen:
    "Safari dimentica il tuo ID dopo sette giorni senza visite. Un’app nella schermata Home conserva il suo ID, " +
    "che è nuovo. Tocca Condividi, poi “Aggiungi alla schermata Home”.",
  ownLink: "Questo è il tuo link. Ogni scheda di questo browser ha il tuo ID, quindi qui non risponderebbe nessuno.",
  trySecond: "Prova con un secondo ID",
  trial:
    "Questa scheda ha un secondo ID finché non la chiudi o la ricarichi. Chiama il tuo ID abituale: squillerà nell’altra " +
    "scheda.",
  useUsual: "Usa il mio ID abituale",
  newVersion: "C’è una versione più recente di questa pagina.",
  reload: "Ricarica",
};
