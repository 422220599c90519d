/** What keeps the server from opening a socket, and what to do about it, in English; its type is every language's. */

import type { RefusalCause } from "../../socket/refusal.ts";

/** `next` is null where it passes by itself. */
type Refusal = readonly [what: string, next: string | null];

export const refusals = {
  causes: {
    "origin-not-listed": [
      "The server doesn’t accept pages from this address.",
      "Open the page at its usual address, or ask whoever runs this server to add this one to ALLOWED_ORIGINS.",
    ],
    "host-not-listed": [
      "The server doesn’t recognise this address.",
      "Open the page at its usual address, or ask whoever runs this server to add this one to PUBLIC_HOST.",
    ],
    "host-differs": [
      "A proxy hides this page’s address from the server, so the server takes no calls.",
      "Open the page at its usual address, or ask whoever runs this server to have its proxy pass the Host header on.",
    ],
    "not-https": [
      "This page was opened over HTTP, and the server only takes HTTPS.",
      "Open the page at its https:// address.",
    ],
    "sockets": ["Your network has as many of this server’s pages open as it’s allowed to. Close some, or wait.", null],
    "handshakes": ["Your network has opened too many connections to this server lately.", null],
    "server-full": ["The server is full right now.", null],
    "server-stopping": ["The server is restarting.", null],
    "upgrade-lost": [
      "The server answers, but a proxy in between doesn’t let WebSockets through.",
      "Try another network, or ask whoever runs this server to have its proxy pass the Upgrade header on.",
    ],
    "cut": [
      "The server answers, but something in between cuts its WebSocket.",
      "Turn off a VPN or proxy, or try another network.",
    ],
    "server-away": ["The server isn’t running behind its proxy.", null],
    "stranger": ["Something in between is answering in place of the server.", "Try another network."],
    "unreachable": ["Can’t reach the server.", null],
    "offline": ["You’re offline.", null],
  } satisfies Record<RefusalCause, Refusal>,
  /** On a page that goes on trying. */
  stay: "Stay here; it will carry on by itself.",
};

export type RefusalWords = typeof refusals;
