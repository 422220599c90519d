/** What the panel for comparing words says, in Italian; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "Le parole arrivano da entrambe le parti…";

export const comparison: ComparisonWords = {
  verify: "Verifica",
  verified: "Verificato",
  wouldCompare: (who) => [who, " vuole confrontare le parole."],
  showWords: "Mostra le parole",
  compareWith: (who) => ["Confronta le parole con ", who],
  close: "Chiudi",
  readAloud:
    "Leggetevi queste parole a vicenda. Se sono le stesse e nello stesso ordine da entrambe le parti, tra voi non " +
    "c’è nessuno.",
  orNumber: (number) => ["Oppure confrontate il numero ", number],
  differ: "Sono diverse",
  match: "Coincidono",
  verifiedAt: (moment) => `Hai verificato questo ID: ${moment}`,
  reallyDiffer: "Hai già verificato questo ID. Se ora le parole sono davvero diverse, forse c’è qualcuno tra voi: la " +
    "chiamata terminerà e questo ID non varrà più come verificato.",
  stay: "Indietro",
  end: "Termina chiamata",
  tryAgain: "Riprova",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "L’altra parte non ha risposto. Resta in chiamata e riprova.",
    refused: "Tre confronti con questo ID si sono interrotti in un’ora, e ognuno dà a chi si fosse messo in mezzo " +
      "un’occasione per indovinare. Aspetta un’ora, poi richiama per confrontare.",
    broken: "L’altra parte ha inviato qualcosa che non quadra. Non fidarti di questa chiamata.",
  },
};
