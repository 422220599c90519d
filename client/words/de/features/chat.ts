/** What the chat of a call says, in German. */

import type { ChatWords } from "../../en/features/chat.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("de");

export const chat: ChatWords = {
  title: "Chat",
  close: "Chat schließen",
  message: "Nachricht",
  send: "Senden",
  sendAgain: "Noch einmal senden",
  empty:
    "Was du schreibst, geht direkt an die andere Seite. Es ist weg, sobald du diesen Anruf verlässt, außer ihr bewahrt es beide auf.",
  options: "Chat-Optionen",
  keep: "Diesen Chat aufbewahren",
  keepNote:
    "Neue Nachrichten werden auf diesem Gerät gespeichert, solange ihr das beide eingeschaltet habt. Bilder nicht.",
  keepAsked: (
    who,
  ) => [who, " möchte diesen Chat aufbewahren. Du kannst das in den Chat-Optionen einschalten."],
  keepAlone: (who) => ["Neues wird erst aufbewahrt, wenn auch ", who, " das einschaltet."],
  keepBoth: "Ihr bewahrt beide auf, was ihr schreibt, jeweils auf dem eigenen Gerät.",
  deleteKept: plural({
    one: () => "1 aufbewahrte Nachricht von diesem Gerät löschen",
    other: (count) => `${count} aufbewahrte Nachrichten von diesem Gerät löschen`,
  }),
  lacking: (who) => ["Die Seite von ", who, " ist älter und hat keinen Chat. Bitte darum, sie neu zu laden."],
  earlier: "Früher",
  thisCall: "Dieser Anruf",
  olderGone: "Ältere Nachrichten werden nicht mehr gezeigt.",
  isTyping: (who) => [who, " schreibt …"],
  live: "Text in Echtzeit",
  liveOption: "Lässt die andere Seite jeden Buchstaben sehen, sobald du ihn tippst.",
  liveNote: "Die andere Seite sieht jeden Buchstaben, sobald du ihn tippst.",
  typed: (who, text) => `${who} schreibt gerade: ${text}`,
  youWrote: "Du:",
  theyWrote: (who) => [who, " schrieb:"],
  onItsWay: "Unterwegs",
  delivered: "Zugestellt",
  notSent: "Nicht gesendet.",
  tooLong: plural({
    one: () => "1 Zeichen zu lang",
    other: (count) => `${count} Zeichen zu lang`,
  }),
  unread: plural({
    one: () => "1 ungelesene Nachricht",
    other: (count) => `${count} ungelesene Nachrichten`,
  }),
  picture: "Bild",
  showPicture: "Bild anzeigen",
  openPicture: "Bild öffnen",
  closePicture: "Bild schließen",
  pictureProblems: {
    unreadable: "Dieses Bild lässt sich nicht lesen und wurde nicht gesendet.",
    "too-large": "Dieses Bild ist zu groß. Schick es als Datei.",
    unavailable: "Nicht gesendet.",
    unshowable: "Dieses Bild lässt sich hier nicht anzeigen.",
    "too-many": "Zu viele Bilder auf einmal. Einige wurden ausgelassen.",
  },
  newMessage: (who, text) => `Neue Nachricht von ${who}: ${text}`,
};
