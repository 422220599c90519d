/** What keeps the server from opening a socket, and what to do about it, in Spanish. */

import type { RefusalWords } from "../en/refusals.ts";

export const refusals: RefusalWords = {
  causes: {
    "origin-not-listed": [
      "El servidor no acepta páginas de esta dirección.",
      "Abre la página en su dirección habitual o pide a quien administra este servidor que añada esta a ALLOWED_ORIGINS.",
    ],
    "host-not-listed": [
      "El servidor no reconoce esta dirección.",
      "Abre la página en su dirección habitual o pide a quien administra este servidor que añada esta a PUBLIC_HOST.",
    ],
    "host-differs": [
      "Un proxy oculta al servidor la dirección de esta página, así que el servidor no acepta llamadas.",
      "Abre la página en su dirección habitual o pide a quien administra este servidor que su proxy transmita la " +
      "cabecera Host.",
    ],
    "not-https": [
      "Esta página se abrió por HTTP, y el servidor solo acepta HTTPS.",
      "Abre la página en su dirección https://.",
    ],
    "sockets": [
      "Tu red ya tiene abiertas todas las páginas de este servidor que se le permiten. Cierra alguna o espera.",
      null,
    ],
    "handshakes": ["Tu red ha abierto demasiadas conexiones con este servidor últimamente.", null],
    "server-full": ["El servidor está lleno en este momento.", null],
    "server-stopping": ["El servidor se está reiniciando.", null],
    "upgrade-lost": [
      "El servidor responde, pero un proxy en medio no deja pasar los WebSockets.",
      "Prueba otra red o pide a quien administra este servidor que su proxy transmita la cabecera Upgrade.",
    ],
    "cut": [
      "El servidor responde, pero algo en medio corta su WebSocket.",
      "Desactiva la VPN o el proxy, o prueba otra red.",
    ],
    "server-away": ["El servidor no está en marcha detrás de su proxy.", null],
    "stranger": ["Algo en medio responde en lugar del servidor.", "Prueba otra red."],
    "unreachable": ["No se puede contactar con el servidor.", null],
    "offline": ["No tienes conexión.", null],
  },
  stay: "No te vayas: seguirá por sí solo.",
};
