/** What the first screen says, in German; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("de");

export const first: FirstWords = {
  untaken: (who, why) => `${who} hat angerufen. ${why}`,
  tabLifetime: "Diese ID gilt, bis du diesen Tab schließt, denn der Browser merkt sich für diese Seite nichts. " +
    "Verlasse den privaten Modus, um eine zu bekommen, die bleibt.",
  framedLifetime: "Auf einer fremden Website hast du vielleicht eine andere ID.",
  unansweredLifetime: "Der Speicher des Browsers antwortet nicht. Darum hat dieser Tab eine eigene ID, bis du ihn " +
    "schließt. Starte den Browser neu, um deine übliche ID zurückzubekommen.",
  unread:
    "Der Speicher des Browsers antwortet nicht. Darum fehlen dein Name und verpasste Anrufe, und was du änderst, " +
    "gilt, bis du diesen Tab schließt. Lade die Seite neu oder starte den Browser neu.",
  damaged: "Manches, was der Browser für diese Seite aufbewahrt hat, ist nicht lesbar. Prüfe deinen Namen, „Meine " +
    "IP-Adresse verbergen“ und wen du blockiert hast.",
  reachable: "Wer deinen Link hat, kann dich anrufen, solange diese Seite offen ist.",
  linkCopied: "Link kopiert. Schick ihn allen, die dich anrufen sollen.",
  idCopied: "ID kopiert. Schick sie allen, die dich anrufen sollen.",
  copyByHand: "Markiert. Kopiere es mit Strg + C, am Mac mit ⌘ C.",
  unreadableId: "Eine ID sieht so aus: k7mq-2vhd-9xtr-w4pz-0b5n.",
  emptyId: "Gib eine ID ein oder füge einen Link ein.",
  brokenLink: "Dieser Link ist unvollständig. Lass ihn dir noch einmal schicken, oder gib die ID ein.",
  ownId: "Das ist deine eigene ID, mit der andere dich anrufen.",
  hiddenAndNoRelay: "Schalte „Meine IP-Adresse verbergen“ aus, um anzurufen.",
  relayOnly: "Anrufe laufen über ein Relay. Andere sehen deine Adresse nicht.",
  noRelay: "Dieser Server bietet kein Relay, das hierfür nötig ist.",
  relayStuck: "Dieser Server bietet kein Relay, also kommt kein Anruf zustande. Schalte das aus, um anzurufen.",
  blocked: "Blockiert. Es klingelt nicht mehr bei dir, und niemand erfährt davon.",

  language: "Sprache",
  unspoken: (name) => `${name} ließ sich nicht laden. Prüfe deine Verbindung und wähle die Sprache noch einmal.`,
  tagline: "Anrufe gehen von Browser zu Browser, Ende-zu-Ende-verschlüsselt.",
  invitation: (id) => [id, " anrufen?"],
  byLink: "Du hast den Link dieser Person geöffnet.",
  namedByLink: "Dieser Name steht im Link. Ob er stimmt, weißt du nach dem ersten Anruf.",
  seesId: "Sie wird deine ID sehen.",
  seesIdAndName: "Sie wird deine ID und deinen Namen sehen.",
  yourId: "Deine ID",
  copy: "Kopieren",
  copyLink: "Link kopieren",
  shareLink: "Link teilen",
  qrCode: "QR-Code",
  scanMe: "Scanne den Code, um mich anzurufen",
  closeQr: "Schließen",
  qrMissing: "Der QR-Code wurde nicht geladen. Prüfe deine Verbindung, und lade diese Seite neu.",
  callMe: "Ruf mich an",
  ringing: "Klingeln",
  people: "Leute",
  textToCopy: "Text zum Kopieren",
  idOrLink: "ID oder Link",
  pasteOrType: "Link einfügen oder ID eingeben",
  call: "Anrufen",
  yourName: "Dein Name",
  nameUse: "Ihn sehen alle, mit denen du sprichst oder die deinen Link öffnen.",
  optional: "Freiwillig",
  hideAddress: "Meine IP-Adresse verbergen",

  unverified: plural({
    one: () => "1 Anruf ließ sich nicht prüfen und hat darum nicht geklingelt.",
    other: (count) => `${count} Anrufe ließen sich nicht prüfen und haben darum nicht geklingelt.`,
  }),
  untakenCount: plural({
    one: () => "1 Anruf kam, aber diese Seite kann keinen annehmen.",
    other: (count) => `${count} Anrufe kamen, aber diese Seite kann keinen annehmen.`,
  }),
  block: "Blockieren",
};
