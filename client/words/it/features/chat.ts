/** What the chat of a call says, in Italian. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("it");

export const chat: ChatWords = {
  title: "Chat",
  close: "Chiudi chat",
  message: "Messaggio",
  send: "Invia",
  sendAgain: "Invia di nuovo",
  empty:
    "Ciò che scrivi va direttamente al browser dell’altra persona. Sparisce quando lasci la chiamata, a meno che non " +
    "venga conservato da entrambe le parti.",
  options: "Opzioni della chat",
  keep: "Conserva questa chat",
  keepNote:
    "I nuovi messaggi vengono salvati su questo dispositivo finché l’opzione è attiva da entrambe le parti. Le " +
    "immagini no.",
  keepAsked: (who) => [who, " vuole conservare questa chat. Puoi attivarlo nelle opzioni della chat."],
  keepAlone: (who) => ["Nulla di nuovo viene conservato finché anche ", who, " non attiva questa opzione."],
  keepBoth: "Ciò che si scrive viene conservato da entrambe le parti, ognuna sul proprio dispositivo.",
  deleteKept: plural({
    one: () => "Elimina 1 messaggio conservato da questo dispositivo",
    other: (count) => `Elimina ${count} messaggi conservati da questo dispositivo`,
  }),
  lacking: (who) => ["La pagina di ", who, " è una versione precedente, senza chat. Chiedi di ricaricarla."],
  earlier: "Prima",
  thisCall: "Questa chiamata",
  olderGone: "I messaggi più vecchi non vengono più mostrati.",
  isTyping: (who) => [who, " sta scrivendo…"],
  live: "Testo in tempo reale",
  liveOption: "Permette all’altra persona di vedere ciò che scrivi mentre lo scrivi.",
  liveNote: "L’altra persona vede ciò che scrivi mentre lo scrivi.",
  typed: (who, text) => `${who} sta scrivendo: ${text}`,
  youWrote: "Hai scritto:",
  theyWrote: (who) => [who, " ha scritto:"],
  onItsWay: "Invio…",
  delivered: "Consegnato",
  notSent: "Non inviato.",
  tooLong: plural({
    one: () => "1 carattere di troppo",
    other: (count) => `${count} caratteri di troppo`,
  }),
  unread: plural({
    one: () => "1 messaggio non letto",
    other: (count) => `${count} messaggi non letti`,
  }),
  picture: "Immagine",
  showPicture: "Mostra immagine",
  openPicture: "Apri immagine",
  closePicture: "Chiudi immagine",
  pictureProblems: {
    unreadable: "Questa immagine non è leggibile e non è stata inviata.",
    "too-large": "Questa immagine è troppo grande. Inviala come file.",
    unavailable: "Non inviata.",
    unshowable: "Questa immagine non può essere mostrata qui.",
    "too-many": "Troppe immagini in una volta. Alcune sono state escluse.",
  },
  newMessage: (who, text) => `Nuovo messaggio da ${who}: ${text}`,
};
