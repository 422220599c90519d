/** What keeps the server from opening a socket, and what to do about it, in Polish. */

import type { RefusalWords } from "../en/refusals.ts";

export const refusals: RefusalWords = {
  causes: {
    "origin-not-listed": [
      "Serwer nie przyjmuje stron z tego adresu.",
      "Otwórz stronę pod jej zwykłym adresem albo poproś osobę prowadzącą ten serwer o dodanie tego " +
      "adresu do ALLOWED_ORIGINS.",
    ],
    "host-not-listed": [
      "Serwer nie rozpoznaje tego adresu.",
      "Otwórz stronę pod jej zwykłym adresem albo poproś osobę prowadzącą ten serwer o dodanie tego " +
      "adresu do PUBLIC_HOST.",
    ],
    "host-differs": [
      "Proxy ukrywa adres tej strony przed serwerem, więc serwer nie przyjmuje połączeń.",
      "Otwórz stronę pod jej zwykłym adresem albo poproś osobę prowadzącą ten serwer, aby proxy " +
      "przekazywało nagłówek Host.",
    ],
    "not-https": [
      "Tę stronę otwarto przez HTTP, a serwer przyjmuje tylko HTTPS.",
      "Otwórz stronę pod jej adresem https://.",
    ],
    "sockets": [
      "W twojej sieci jest już otwartych tyle stron tego serwera, ile wolno. Zamknij kilka albo poczekaj.",
      null,
    ],
    "handshakes": ["Z twojej sieci było ostatnio zbyt wiele połączeń z tym serwerem.", null],
    "server-full": ["Serwer jest teraz przepełniony.", null],
    "server-stopping": ["Serwer uruchamia się ponownie.", null],
    "upgrade-lost": [
      "Serwer odpowiada, ale proxy po drodze nie przepuszcza WebSocketów.",
      "Spróbuj w innej sieci albo poproś osobę prowadzącą ten serwer, aby proxy przekazywało nagłówek Upgrade.",
    ],
    "cut": [
      "Serwer odpowiada, ale coś po drodze przerywa jego WebSocket.",
      "Wyłącz VPN lub proxy albo spróbuj w innej sieci.",
    ],
    "server-away": ["Serwer za proxy nie działa.", null],
    "stranger": ["Coś po drodze odpowiada zamiast serwera.", "Spróbuj w innej sieci."],
    "unreachable": ["Serwer jest nieosiągalny.", null],
    "offline": ["Brak połączenia z internetem.", null],
  },
  stay: "Zostań na tej stronie, samo ruszy dalej.",
};
