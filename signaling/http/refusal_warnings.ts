/**
 * Tells the operator why sockets were refused: which setting, or which header of a proxy, to look at.
 *
 * Each sentence is logged once, and only a few for each cause, since anybody can invent origins. Origins and hosts are
 * named only where they look like one, addresses never. Made by `server.ts`, called by `socket_route.ts` and sessions.
 */

import type { Log } from "../monitoring/log.ts";
import type { RefusalReason } from "../protocol.ts";

/** `other-host`: the proof of an ID was not made for our host. */
export type RefusalCause = RefusalReason | "other-host";
export type OnRefused = (
  cause: RefusalCause,
  page?: { readonly origin: string | null; readonly host: string | null },
) => void;

/** Different sentences of one cause. */
const SENTENCES_MAX = 4;
const NAME = /^(?:https?:\/\/)?[\w.:[\]-]{1,100}$/;

function nameOf(text: string | null, otherwise: string): string {
  return text !== null && NAME.test(text) ? text : otherwise;
}

const EVERYBODY = "If that is everybody, name your proxy in TRUSTED_PROXIES.";

/** Null of what the operator has asked for. */
function describe(cause: RefusalCause, origin: string, host: string): string | null {
  const refused = `Pages of ${origin} are refused`;
  switch (cause) {
    case "origin-missing":
      return null;
    case "origin-not-listed":
      return `${refused}: ALLOWED_ORIGINS is set and lacks it. If these pages are yours, add it there.`;
    case "host-not-listed":
      return `${refused}: PUBLIC_HOST is set and lacks that host. If these pages are yours, add it there.`;
    case "host-differs":
      return `${refused}: their requests come for the host ${host}. If these pages are yours, let your proxy pass the ` +
        "Host header on, or set PUBLIC_HOST to the name in the address bar.";
    case "not-https":
      return `${refused}: they came by HTTP, and the service is on HTTPS. Let your proxy lead HTTP to HTTPS.`;
    case "sockets":
      return `An address has all the sockets that it may have, and gets no more: LIMIT_SOCKETS. ${EVERYBODY}`;
    case "handshakes":
      return "An address opens more sockets than it may, and gets none for a while: LIMIT_REGISTRATIONS_PER_MINUTE. " +
        EVERYBODY;
    case "upgrade-lost":
      return "A request for the socket came without its Upgrade and Connection headers: let your proxy pass them on, by " +
        "HTTP/1.1.";
    case "other-host":
      return `A page could not register, because its proof was not made for the host ${host}. Let your proxy pass ` +
        "the Host header on with its port, or set PUBLIC_HOST to the name in the address bar.";
  }
}

/** Creates what tells the log, once. */
export function createRefusalWarnings(log: Log): OnRefused {
  const said = new Map<RefusalCause, Set<string>>();
  return (cause, page = { origin: null, host: null }) => {
    const sentence = describe(cause, nameOf(page.origin, "another origin"), nameOf(page.host, "(unreadable)"));
    const before = said.get(cause) ?? new Set();
    if (sentence === null || before.has(sentence) || before.size >= SENTENCES_MAX) return;
    said.set(cause, before.add(sentence));
    log.warn("refused", sentence);
  };
}
