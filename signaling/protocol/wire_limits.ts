/** The limits of the wire (lengths, times, counts) and its codes. `protocol.ts` exports them. */

/** Largest message on the socket, in bytes of UTF-8; a larger one closes the socket with 1009 (RFC 6455 §7.4.1). */
export const MESSAGE_BYTES_MAX = 64 * 1024;
/** Longest session description, in UTF-16 units; leaves room for the envelope and candidates in one message. */
export const SDP_LENGTH_MAX = 40_000;
/** Most candidates in one `ice-candidate` or `video-offer-response`. */
export const CANDIDATES_MAX = 64;
/** Longest display name that is sent, in UTF-16 units. */
export const NAME_LENGTH_MAX = 64;
/** Most features that a page tells of itself. */
export const FEATURES_MAX = 64;
/** Most presence topics that are asked about at once. */
export const PRESENCE_TOPICS_MAX = 64;
/** How long a socket may stay open without registering, in milliseconds. */
export const REGISTER_DEADLINE_MS = 5_000;
/** The server pings each session this often, in milliseconds. */
export const PING_INTERVAL_MS = 20_000;
/** Either end that hears nothing for this long takes the other for gone, in milliseconds. */
export const SILENCE_MAX_MS = 45_000;
/** An unanswered call rings this long, in milliseconds; then it is a missed call on both sides. */
export const RING_TIMEOUT_MS = 45_000;

/** WebSocket close codes (RFC 6455 §7.4.2 leaves 4000–4999 to applications). */
export const CLOSE = {
  unsupportedData: 1003,
  tooLarge: 1009,
  goingAway: 1001,
  registerRefused: 4001,
  registerTimeout: 4002,
  replaced: 4003,
  slowReader: 4004,
  silent: 4005,
  rateLimited: 4006,
} as const;

/** Stable codes of everything the server refuses. */
export const ERROR_CODES = [
  "bad-message",
  "unknown-type",
  "not-registered",
  "already-registered",
  "bad-signature",
  "register-timeout",
  "wrong-id",
  "peer-unavailable",
  "unavailable",
  "rate-limited",
  "too-large",
  "not-text",
  "replaced",
  "slow-reader",
] as const;
export type ErrorCode = typeof ERROR_CODES[number];

// What a client is answered that gets no socket, as PROTOCOL.md lists it under "Refused before there is a socket".

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
