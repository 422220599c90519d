/** What keeps the server from opening a socket, and what to do about it, in French. */

import type { RefusalWords } from "../en/refusals.ts";

export const refusals: RefusalWords = {
  causes: {
    "origin-not-listed": [
      "Le serveur n’accepte pas les pages de cette adresse.",
      "Ouvrez la page à son adresse habituelle, ou demandez à la personne qui gère ce serveur d’ajouter celle-ci à " +
      "ALLOWED_ORIGINS.",
    ],
    "host-not-listed": [
      "Le serveur ne reconnaît pas cette adresse.",
      "Ouvrez la page à son adresse habituelle, ou demandez à la personne qui gère ce serveur d’ajouter celle-ci à " +
      "PUBLIC_HOST.",
    ],
    "host-differs": [
      "Un proxy cache au serveur l’adresse de cette page\u00a0: le serveur ne prend donc pas d’appels.",
      "Ouvrez la page à son adresse habituelle, ou demandez à la personne qui gère ce serveur de faire transmettre " +
      "l’en-tête Host par son proxy.",
    ],
    "not-https": [
      "Cette page a été ouverte en HTTP, et le serveur n’accepte que HTTPS.",
      "Ouvrez la page à son adresse https://.",
    ],
    "sockets": [
      "Votre réseau a déjà ouvert le nombre maximal de pages de ce serveur. Fermez-en quelques-unes, ou attendez.",
      null,
    ],
    "handshakes": ["Votre réseau a ouvert trop de connexions à ce serveur ces derniers temps.", null],
    "server-full": ["Le serveur est saturé pour le moment.", null],
    "server-stopping": ["Le serveur redémarre.", null],
    "upgrade-lost": [
      "Le serveur répond, mais un proxy en chemin ne laisse pas passer les WebSockets.",
      "Essayez un autre réseau, ou demandez à la personne qui gère ce serveur de faire transmettre l’en-tête Upgrade par " +
      "son proxy.",
    ],
    "cut": [
      "Le serveur répond, mais quelque chose en chemin coupe son WebSocket.",
      "Désactivez le VPN ou le proxy, ou essayez un autre réseau.",
    ],
    "server-away": ["Le serveur ne tourne pas derrière son proxy.", null],
    "stranger": ["Quelque chose en chemin répond à la place du serveur.", "Essayez un autre réseau."],
    "unreachable": ["Serveur injoignable.", null],
    "offline": ["Vous êtes hors ligne.", null],
  },
  stay: "Restez ici, cela reprendra tout seul.",
};
