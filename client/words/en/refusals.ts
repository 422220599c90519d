/** What keeps the server from opening a socket, and what to do about it, in English; its type is every language's. */

import type { RefusalCause } from "../../socket/refusal.ts";

/** `next` is null where it passes by itself. */
type Refusal = readonly [what: string, next: string | null];

export const refusals = {
  causes: {
    "origin-not-listed": [
      "The server takes no pages from this address.",
      "Open the page by its usual address, or ask whoever runs this server to add this one to ALLOWED_ORIGINS.",
    ],
    "host-not-listed": [
      "The server doesn’t know itself by this address.",
      "Open the page by its usual address, or ask whoever runs this server to add this one to PUBLIC_HOST.",
    ],
    "host-differs": [
      "A proxy hides this page’s address from the server, which then takes no calls.",
      "Open the page by its usual address, or ask whoever runs this server to have its proxy pass the Host header on.",
    ],
    "not-https": [
      "This page came by HTTP, and the server takes HTTPS alone.",
      "Open the page by its https:// address.",
    ],
    "sockets": ["Your network has as many of this server’s pages open as it may. Close some, or wait.", null],
    "handshakes": ["Your network has opened too many connections to this server lately.", null],
    "server-full": ["The server is full right now.", null],
    "server-stopping": ["The server is restarting.", null],
    "upgrade-lost": [
      "The server answers, but a proxy on the way lets no WebSocket through.",
      "Try another network, or ask whoever runs this server to have its proxy pass the Upgrade header on.",
    ],
    "cut": [
      "The server answers, but something on the way cuts its WebSocket.",
      "Turn off a VPN or proxy, or try another network.",
    ],
    "server-away": ["The server isn’t running behind its proxy.", null],
    "stranger": ["Something on the way answers in place of the server.", "Try another network."],
    "unreachable": ["Can’t reach the server.", null],
  } satisfies Record<RefusalCause, Refusal>,
  /** On a page that goes on trying. */
  stay: "Stay here, it goes on by itself.",
};

export type RefusalWords = typeof refusals;
