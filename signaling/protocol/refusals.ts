/**
 * What the server answers a client that gets no socket: codes and reasons, as PROTOCOL.md lists them under "Refused
 * before there is a socket". Part of the protocol, which exports it; no Deno, no DOM.
 */

/** Stable codes of a handshake that got no socket, and of a plain request that asks what a handshake would get. */
export const REFUSAL_CODES = [
  "upgrade-required",
  "server-stopping",
  "server-full",
  "origin-refused",
  "rate-limited",
] as const;
export type RefusalCode = typeof REFUSAL_CODES[number];

/** Why pages of an origin may not connect; each has a setting of its own to look at. */
export const ORIGIN_REFUSALS = [
  "origin-missing", // REQUIRE_ORIGIN is set, and there is none
  "origin-not-listed", // ALLOWED_ORIGINS is set, without it
  "host-not-listed", // PUBLIC_HOST is set, without its host
  "host-differs", // neither is set, and the request asks for another host
  "not-https", // it came by HTTP, and this request by HTTPS
] as const;
export type OriginRefusal = typeof ORIGIN_REFUSALS[number];

/** Which limit of an address is reached: of sockets at once, or of those opened lately. */
export const LIMIT_REFUSALS = ["sockets", "handshakes"] as const;
export type LimitRefusal = typeof LIMIT_REFUSALS[number];

/** What stands behind the code; `upgrade-lost`: a handshake came from this address as a plain request. */
export type RefusalReason = OriginRefusal | LimitRefusal | "upgrade-lost";
