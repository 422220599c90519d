/** What keeps the server from opening a socket, and what to do about it, in Dutch. */

import type { RefusalWords } from "../en/refusals.ts";

export const refusals: RefusalWords = {
  causes: {
    "origin-not-listed": [
      "De server accepteert geen pagina’s van dit adres.",
      "Open de pagina op het gewone adres, of vraag de beheerder van deze server dit adres aan " +
      "ALLOWED_ORIGINS toe te voegen.",
    ],
    "host-not-listed": [
      "De server herkent dit adres niet.",
      "Open de pagina op het gewone adres, of vraag de beheerder van deze server dit adres aan " +
      "PUBLIC_HOST toe te voegen.",
    ],
    "host-differs": [
      "Een proxy verbergt het adres van deze pagina voor de server, en die neemt daarom geen gesprekken aan.",
      "Open de pagina op het gewone adres, of vraag de beheerder van deze server de proxy de Host-header " +
      "te laten doorgeven.",
    ],
    "not-https": [
      "Deze pagina is via HTTP geopend, en de server accepteert alleen HTTPS.",
      "Open de pagina op het https://-adres.",
    ],
    "sockets": [
      "Vanuit je netwerk zijn al zo veel pagina’s van deze server open als is toegestaan. Sluit er een " +
      "paar, of wacht even.",
      null,
    ],
    "handshakes": ["Vanuit je netwerk zijn de laatste tijd te veel verbindingen met deze server gemaakt.", null],
    "server-full": ["De server is op dit moment vol.", null],
    "server-stopping": ["De server wordt opnieuw gestart.", null],
    "upgrade-lost": [
      "De server antwoordt, maar een proxy ertussen laat geen WebSockets door.",
      "Probeer een ander netwerk, of vraag de beheerder van deze server de proxy de Upgrade-header te laten doorgeven.",
    ],
    "cut": [
      "De server antwoordt, maar iets ertussen verbreekt de WebSocket.",
      "Zet een VPN of proxy uit, of probeer een ander netwerk.",
    ],
    "server-away": ["De server achter de proxy draait niet.", null],
    "stranger": ["Iets ertussen antwoordt in plaats van de server.", "Probeer een ander netwerk."],
    "unreachable": ["De server is niet bereikbaar.", null],
    "offline": ["Je bent offline.", null],
  },
  stay: "Blijf hier, het gaat vanzelf verder.",
};
