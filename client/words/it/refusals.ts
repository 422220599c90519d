/** What keeps the server from opening a socket, and what to do about it, in Italian. */

import type { RefusalWords } from "../en/refusals.ts";

export const refusals: RefusalWords = {
  causes: {
    "origin-not-listed": [
      "Il server non accetta pagine da questo indirizzo.",
      "Apri la pagina al suo indirizzo abituale o chiedi a chi gestisce questo server di aggiungere questo a ALLOWED_ORIGINS.",
    ],
    "host-not-listed": [
      "Il server non riconosce questo indirizzo.",
      "Apri la pagina al suo indirizzo abituale o chiedi a chi gestisce questo server di aggiungere questo a PUBLIC_HOST.",
    ],
    "host-differs": [
      "Un proxy nasconde al server l’indirizzo di questa pagina, quindi il server non accetta chiamate.",
      "Apri la pagina al suo indirizzo abituale o chiedi a chi gestisce questo server di far inoltrare al proxy " +
      "l’intestazione Host.",
    ],
    "not-https": [
      "Questa pagina è stata aperta via HTTP, e il server accetta solo HTTPS.",
      "Apri la pagina al suo indirizzo https://.",
    ],
    "sockets": [
      "La tua rete ha già aperte tutte le pagine di questo server che può avere. Chiudine qualcuna o aspetta.",
      null,
    ],
    "handshakes": ["Di recente la tua rete ha aperto troppe connessioni a questo server.", null],
    "server-full": ["Il server al momento è al completo.", null],
    "server-stopping": ["Il server si sta riavviando.", null],
    "upgrade-lost": [
      "Il server risponde, ma un proxy lungo il percorso non lascia passare i WebSocket.",
      "Prova un’altra rete o chiedi a chi gestisce questo server di far inoltrare al proxy l’intestazione Upgrade.",
    ],
    "cut": [
      "Il server risponde, ma qualcosa lungo il percorso interrompe il suo WebSocket.",
      "Disattiva la VPN o il proxy, o prova un’altra rete.",
    ],
    "server-away": ["Il server non è in funzione dietro il suo proxy.", null],
    "stranger": ["Qualcosa lungo il percorso risponde al posto del server.", "Prova un’altra rete."],
    "unreachable": ["Server non raggiungibile.", null],
    "offline": ["Sei offline.", null],
  },
  stay: "Resta qui: riprenderà da solo.",
};
