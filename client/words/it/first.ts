/** What the first screen says, in Italian; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("it");

export const first: FirstWords = {
  untaken: (who, why) => `${who} ha chiamato. ${why}`,
  tabLifetime: "Questo ID vale solo finché non chiudi questa scheda, perché il browser non conserva nulla per questa " +
    "pagina. Esci dalla navigazione privata per averne uno che resti.",
  framedLifetime: "Dentro un altro sito web potresti avere un ID diverso.",
  unansweredLifetime: "L’archivio del browser non risponde: questa scheda ha un ID tutto suo finché non la chiudi. " +
    "Riavvia il browser per ritrovare il tuo ID abituale.",
  unread:
    "L’archivio del browser non risponde: qui mancano il tuo nome e le chiamate perse, e le tue modifiche valgono " +
    "solo finché non chiudi questa scheda. Ricarica questa pagina o riavvia il browser.",
  damaged:
    "Parte di ciò che il browser ha conservato per questa pagina non è leggibile. Controlla il tuo nome, “Nascondi " +
    "il mio indirizzo IP” e chi hai bloccato.",
  reachable: "Chiunque abbia il tuo link può chiamarti finché questa pagina è aperta.",
  linkCopied: "Link copiato. Invialo a chi vuoi che ti chiami.",
  idCopied: "ID copiato. Invialo a chi vuoi che ti chiami.",
  copyByHand: "Selezionato. Copialo con Ctrl + C, o ⌘ C su un Mac.",
  unreadableId: "Un ID è fatto così: k7mq-2vhd-9xtr-w4pz-0b5n.",
  emptyId: "Scrivi l’ID di chi vuoi chiamare o incolla il suo link.",
  brokenLink: "Questo link non è completo. Chiedilo di nuovo o scrivi l’ID.",
  ownId: "Questo è il tuo ID. Gli altri lo usano per chiamarti.",
  hiddenAndNoRelay: "Disattiva “Nascondi il mio indirizzo IP” per chiamare.",
  relayOnly: "Le chiamate passano da un relay. Gli altri non vedono il tuo indirizzo.",
  noRelay: "Serve un relay, e questo server non ne offre.",
  relayStuck:
    "Questo server non offre un relay, quindi le chiamate non possono riuscire. Disattiva questa opzione per " +
    "chiamare.",
  blocked: "ID bloccato. Non potrà più chiamarti e non ne saprà nulla.",

  language: "Lingua",
  unspoken: (name) => `Lingua non caricata: ${name}. Controlla la connessione, poi sceglila di nuovo.`,
  tagline: "Le chiamate vanno da browser a browser, crittografate end-to-end.",
  invitation: (id) => ["Chiamare ", id, "?"],
  byLink: "Hai aperto il link di questa persona.",
  namedByLink: "Questo nome viene dal link. Saprai se è vero dopo la prima chiamata.",
  seesId: "Vedrà il tuo ID.",
  seesIdAndName: "Vedrà il tuo ID e il tuo nome.",
  yourId: "Il tuo ID",
  copy: "Copia",
  copyLink: "Copia link",
  shareLink: "Condividi link",
  qrCode: "Codice QR",
  scanMe: "Scansiona per chiamarmi",
  closeQr: "Chiudi",
  qrMissing: "Il codice QR non si è caricato. Controlla la connessione, poi ricarica questa pagina.",
  callMe: "Chiamami",
  ringing: "Suoneria",
  people: "Persone",
  textToCopy: "Testo da copiare",
  idOrLink: "ID o link",
  pasteOrType: "Incolla un link o scrivi un ID",
  call: "Chiama",
  yourName: "Il tuo nome",
  nameUse: "Lo vedono le persone con cui parli e chiunque apra il tuo link.",
  optional: "Facoltativo",
  hideAddress: "Nascondi il mio indirizzo IP",

  unverified: plural({
    one: () => "Non è stato possibile verificare 1 chiamata, che quindi non ha squillato.",
    other: (count) => `Non è stato possibile verificare ${count} chiamate, che quindi non hanno squillato.`,
  }),
  untakenCount: plural({
    one: () => "È arrivata 1 chiamata, ma questa pagina non può riceverne.",
    other: (count) => `Sono arrivate ${count} chiamate, ma questa pagina non può riceverne.`,
  }),
  block: "Blocca",
};
