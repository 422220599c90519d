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
  empty: "Was du schreibst, geht direkt an die andere Seite. Es ist weg, sobald du diesen Anruf verlässt.",
  lacking: (who) => ["Die Seite von ", who, " ist älter und hat keinen Chat. Bitte darum, sie neu zu laden."],
  olderGone: "Ältere Nachrichten werden nicht mehr gezeigt.",
  isTyping: (who) => [who, " schreibt …"],
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
  newMessage: (who, text) => `Neue Nachricht von ${who}: ${text}`,
};
