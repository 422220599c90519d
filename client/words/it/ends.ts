/** What is said of a call that is over, in Italian: what happened, for how long, and what to do next. */

import type { EndWords } from "../en/ends.ts";

export const ends: EndWords = {
  title: {
    ended: "Chiamata terminata",
    cancelled: "Chiamata annullata",
    missed: "Chiamata persa",
    tooLate: "Ha già riagganciato",
    declined: "Chiamata rifiutata",
    busy: "In un’altra chiamata",
    unanswered: "Nessuna risposta",
    answeredElsewhere: "Accettata altrove",
    declinedElsewhere: "Rifiutata altrove",
    unavailable: "Non raggiungibile",
    heldBack: "Troppe chiamate",
    impossible: "Chiamata impossibile",
    offline: "Chiamata non riuscita",
    stopped: "Chiamata bloccata",
    lost: "Connessione persa",
    failed: "Connessione non riuscita",
  },
  aloud: (title, sentence) => `${title}. ${sentence}`,

  talked: (who, duration) => `Hai parlato con ${who} per ${duration}.`,
  hungUpEarly: "Hai riagganciato prima che iniziasse la chiamata.",
  theyHungUpEarly: (who) => `${who} ha riagganciato prima che iniziasse la chiamata. Prova a richiamare.`,
  cancelled: (who) => `Hai smesso di chiamare ${who} prima di avere risposta.`,
  missed: (who, at) => at === null ? `${who} ha provato a chiamarti.` : `${who} ha provato a chiamarti alle ore ${at}.`,
  callToReach: "Richiama per parlare.",
  vanished: (who, at) =>
    at === null
      ? `${who} ha provato a chiamarti, ma ha smesso prima che potessi rispondere. Richiama per parlare.`
      : `${who} ha provato a chiamarti alle ore ${at}, ma ha smesso prima che potessi rispondere. Richiama per parlare.`,
  tooLate: (who) => `${who} ha smesso di chiamare prima che arrivasse la tua risposta. Richiama per parlare.`,
  theyDeclined: (who) => `${who} non può parlare adesso. Riprova più tardi.`,
  youDeclined: (who) => `Hai rifiutato la chiamata di ${who}. Richiama quando ti è comodo.`,
  theyWereBusy: (who) => `${who} è in un’altra chiamata. Riprova tra qualche minuto.`,
  youWereBusy: "Eri in un’altra chiamata.",
  unanswered: (who, at) =>
    at === null
      ? `${who} non ha risposto. Riprova più tardi.`
      : `${who} non ha risposto alla tua chiamata delle ore ${at}. Riprova più tardi.`,
  answeredElsewhere: (who) => `Hai risposto alla chiamata di ${who} in un’altra scheda o su un altro dispositivo.`,
  declinedElsewhere: (who) => `Hai rifiutato la chiamata di ${who} in un’altra scheda o su un altro dispositivo.`,
  unavailable: (who) => `${who} non è raggiungibile al momento. Riprova o invia il tuo link.`,
  heldBack: (who) =>
    `${who} ha ricevuto troppe chiamate dalla tua rete in poco tempo. Aspetta un minuto, poi richiama.`,
  unsupported: (who) =>
    `Il browser di ${who} non può ricevere chiamate. Chiedi a questa persona di aprire il test della connessione, che dice ` +
    "il perché, o di usare un altro browser.",
  incompatible: (who) =>
    `Il tuo browser e quello di ${who} non hanno trovato un modo comune per collegarsi. Aggiornate entrambi o provate un ` +
    "altro browser.",
  noWebRtc: "Il tuo browser ha WebRTC disattivato, quindi non può chiamare. " +
    "Attivalo o richiama da un altro browser.",
  unprepared: "Il tuo browser non è riuscito a preparare la chiamata. " +
    "Ricarica questa pagina e richiama, o usa un altro browser.",
  offline: (who) =>
    `Questa pagina non era collegata al server, quindi la chiamata non ha raggiunto ${who}. Controlla la rete e richiama.`,
  keyless: "Questa pagina non ha una chiave per dimostrare che sei tu a chiamare. " +
    "Aprila al suo indirizzo https:// in un browser aggiornato e richiama.",
  changed: (who) =>
    `Qualcuno lungo il percorso ha modificato i dati inviati dal browser di ${who}: la chiamata è stata bloccata.`,
  overAnotherNetwork: "Richiama da un’altra rete.",
  unsigned: (who) =>
    `La risposta non era firmata da ${who}: forse qualcuno lungo il percorso l’ha modificata. Nulla è stato visto o ` +
    "sentito. Chiedi di ricaricare la pagina dall’altra parte, poi richiama. Se succede ancora, usa un’altra rete o un " +
    "altro server.",
  otherKey: (who) =>
    `Questa chiamata non veniva da ${who}: l’ID è quello che conosci, ma la chiave no. ` +
    "Contatta questa persona in un altro modo e non accettare chiamate da questo ID.",
  remoteUnverified: (who) =>
    `Il browser di ${who} non ha potuto verificare che questa chiamata sia tua e l’ha bloccata. ` +
    "Ricarica questa pagina e richiama. Se succede ancora, usa un’altra rete.",
  theyFoundDiffering: (who) =>
    `${who} ha scoperto che tra voi potrebbe esserci qualcuno. Non fidarti di ciò che è stato detto. ` +
    "Chiama da un’altra rete o usa un altro mezzo di contatto.",
  wordsDiffered: (who) =>
    `Le parole non coincidevano: forse c’è qualcuno tra te e ${who}. Non fidarti di ciò che è stato detto. ` +
    "Chiama da un’altra rete o usa un altro mezzo di contatto.",
  flooded: (who) =>
    `Il browser di ${who} ha inviato molto più di quanto serve a una chiamata, che è stata bloccata. ` +
    "Se vuoi ancora parlare, chiedi di ricaricare la pagina dall’altra parte, poi richiama.",
  remoteFlooded: (who) =>
    `Il tuo browser ha inviato molto più di quanto serve a una chiamata, e quello di ${who} l’ha bloccata. ` +
    "Ricarica questa pagina e richiama.",
  lost: (who) => `La connessione con ${who} non è tornata.`,
  checkNetwork: "Controlla la rete e richiama.",
  pageGone: (who) => `La pagina di ${who} è stata chiusa o ricaricata.`,
  callToGoOn: "Richiama per continuare.",
  over: (who) => `${who} ha terminato la chiamata. Richiama per parlare.`,
  keepTrying: "Continua a provare",
  saveContact: "Salva contatto",
  contactSaved: "Contatto salvato",

  noConnection: (who) => `Connessione con ${who} non riuscita.`,
  foundHere: {
    "no-path": (who) =>
      `Connessione con ${who} non riuscita: il tuo browser non ha trovato nessuna via, nemmeno attraverso il relay.`,
    "no-path-and-no-relay": (who) =>
      `Connessione con ${who} non riuscita: il tuo browser non ha trovato una via diretta e questo server non offre un ` +
      "relay.",
    "relay-refused": (who) => `Connessione con ${who} non riuscita: il relay ha rifiutato il tuo browser.`,
    "relay-unreachable": (who) => `Connessione con ${who} non riuscita: il relay non ha risposto al tuo browser.`,
    "relay-only-and-no-relay": (who) =>
      `Connessione con ${who} non riuscita: il tuo browser può usare solo un relay e questo server non ne offre.`,
    "peer-silent": (who) =>
      `Connessione con ${who} non riuscita: il tuo browser non ha ricevuto nulla dall’altra parte.`,
  },
  foundThere: {
    "no-path": (who) => `Il browser di ${who} non ha trovato nessuna via, nemmeno attraverso il relay.`,
    "no-path-and-no-relay": (who) =>
      `Il browser di ${who} non ha trovato una via diretta e questo server non offre un relay.`,
    "relay-refused": (who) => `Il relay ha rifiutato il browser di ${who}.`,
    "relay-unreachable": (who) => `Il relay non ha risposto al browser di ${who}.`,
    "relay-only-and-no-relay": (who) => `Il browser di ${who} può usare solo un relay e questo server non ne offre.`,
    "peer-silent": (who) => `Il browser di ${who} non ha ricevuto nulla dal tuo.`,
  },
  tryNetwork: "Prova un’altra rete.",
  tryNetworkOrAsk: "Prova un’altra rete o chiedi del relay a chi gestisce questo server.",
  showAddressOrAsk: "Disattiva “Nascondi il mio indirizzo IP” o chiedi del relay a chi gestisce questo server.",
};

export { details, quality } from "./features/quality.ts";
export { leftCall } from "./home/left_call.ts";
