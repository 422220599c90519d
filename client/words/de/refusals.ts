/** What keeps the server from opening a socket, and what to do about it, in German. */

import type { RefusalWords } from "../en/refusals.ts";

export const refusals: RefusalWords = {
  causes: {
    "origin-not-listed": [
      "Der Server nimmt keine Seiten von dieser Adresse an.",
      "Öffne die Seite unter ihrer üblichen Adresse, oder bitte die Person, die diesen Server betreibt, diese in ALLOWED_ORIGINS " +
      "aufzunehmen.",
    ],
    "host-not-listed": [
      "Der Server kennt sich unter dieser Adresse nicht.",
      "Öffne die Seite unter ihrer üblichen Adresse, oder bitte die Person, die diesen Server betreibt, diese in PUBLIC_HOST " +
      "aufzunehmen.",
    ],
    "host-differs": [
      "Ein Proxy verbirgt die Adresse dieser Seite vor dem Server, der darum keine Anrufe annimmt.",
      "Öffne die Seite unter ihrer üblichen Adresse, oder bitte die Person, die diesen Server betreibt, den Proxy die Host-Kopfzeile " +
      "weitergeben zu lassen.",
    ],
    "not-https": [
      "Diese Seite kam über HTTP, und der Server nimmt nur HTTPS.",
      "Öffne die Seite unter ihrer Adresse mit https://.",
    ],
    "sockets": [
      "Aus deinem Netz sind schon so viele Seiten dieses Servers offen wie erlaubt. Schließe einige oder warte.",
      null,
    ],
    "handshakes": ["Aus deinem Netz kamen zuletzt zu viele Verbindungen zu diesem Server.", null],
    "server-full": ["Der Server ist gerade voll.", null],
    "server-stopping": ["Der Server startet gerade neu.", null],
    "upgrade-lost": [
      "Der Server antwortet, aber ein Proxy dazwischen lässt keinen WebSocket durch.",
      "Versuche ein anderes Netz, oder bitte die Person, die diesen Server betreibt, den Proxy die Upgrade-Kopfzeile weitergeben zu " +
      "lassen.",
    ],
    "cut": [
      "Der Server antwortet, aber etwas dazwischen trennt seinen WebSocket.",
      "Schalte VPN oder Proxy aus, oder versuche ein anderes Netz.",
    ],
    "server-away": ["Der Server hinter dem Proxy läuft nicht.", null],
    "stranger": ["Etwas dazwischen antwortet anstelle des Servers.", "Versuche ein anderes Netz."],
    "unreachable": ["Der Server ist nicht erreichbar.", null],
    "offline": ["Du bist offline.", null],
  },
  stay: "Bleib hier, es geht von selbst weiter.",
};
