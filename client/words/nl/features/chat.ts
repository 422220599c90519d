/** What the chat of a call says, in Dutch. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("nl");

export const chat: ChatWords = {
  title: "Chat",
  close: "Chat sluiten",
  message: "Bericht",
  send: "Versturen",
  sendAgain: "Opnieuw versturen",
  empty: "Wat je schrijft, gaat rechtstreeks naar de browser van de ander. Het is weg zodra je dit gesprek " +
    "verlaat, tenzij jullie het allebei bewaren.",
  options: "Chatopties",
  keep: "Deze chat bewaren",
  keepNote: "Nieuwe berichten worden op dit apparaat bewaard zolang jullie dit allebei aan hebben. Afbeeldingen niet.",
  keepAsked: (who) => [who, " wil deze chat graag bewaren. Je kunt dat aanzetten in de chatopties."],
  keepAlone: (who) => ["Er wordt pas iets nieuws bewaard als ", who, " dit ook aanzet."],
  keepBoth: "Jullie bewaren allebei wat jullie schrijven, elk op je eigen apparaat.",
  deleteKept: plural({
    one: () => "1 bewaard bericht van dit apparaat verwijderen",
    other: (count) => `${count} bewaarde berichten van dit apparaat verwijderen`,
  }),
  lacking: (who) => ["De pagina van ", who, " is een oudere versie zonder chat. Vraag om die opnieuw te laden."],
  earlier: "Eerder",
  thisCall: "Dit gesprek",
  olderGone: "Oudere berichten worden niet meer getoond.",
  isTyping: (who) => [who, " is aan het typen…"],
  live: "Realtime tekst",
  liveOption: "Laat de ander zien wat je typt terwijl je het typt.",
  liveNote: "De ander ziet wat je typt terwijl je het typt.",
  typed: (who, text) => `${who} typt: ${text}`,
  youWrote: "Jij schreef:",
  theyWrote: (who) => [who, " schreef:"],
  onItsWay: "Versturen…",
  delivered: "Bezorgd",
  notSent: "Niet verstuurd.",
  tooLong: plural({
    one: () => "1 teken te lang",
    other: (count) => `${count} tekens te lang`,
  }),
  unread: plural({
    one: () => "1 ongelezen bericht",
    other: (count) => `${count} ongelezen berichten`,
  }),
  picture: "Afbeelding",
  showPicture: "Afbeelding tonen",
  openPicture: "Afbeelding openen",
  closePicture: "Afbeelding sluiten",
  pictureProblems: {
    unreadable: "Deze afbeelding is niet leesbaar en is niet verstuurd.",
    "too-large": "Deze afbeelding is te groot. Stuur die als bestand.",
    unavailable: "Niet verstuurd.",
    unshowable: "Deze afbeelding kan hier niet worden getoond.",
    "too-many": "Te veel afbeeldingen tegelijk. Sommige zijn weggelaten.",
  },
  newMessage: (who, text) => `Nieuw bericht van ${who}: ${text}`,
};
