/**
 * The wire protocol: IDs, message types, limits, error codes, parsing and encoding.
 *
 * `PROTOCOL.md` says it in prose and leads; this file follows. It is the only file that the client shares with the
 * server, with the IDs and transcripts that it exports, so it must know nothing of Deno, of the DOM, of sockets or of
 * calls. The relay reads no more of a peer message than its envelope; the ends check all of it, with the same schemas.
 */

import {
  anyOf,
  count,
  type Guard,
  type Guarded,
  is,
  isBoolean,
  list,
  nullish,
  optional,
  shape,
  text,
} from "./guards.ts";
import {
  type CallId,
  type ConnectionId,
  isPeerId,
  isPresenceTopic,
  isToken,
  type PeerId,
  type PresenceTopic,
  type TabId,
} from "./ids.ts";

export {
  type CallId,
  type ConnectionId,
  createCallId,
  createConnectionId,
  createRandomPeerId,
  createTabId,
  derivePeerId,
  isPeerId,
  isPresenceTopic,
  type PeerId,
  type PresenceTopic,
  readPeerId,
  type TabId,
} from "./ids.ts";
export { isOfSmallOrder } from "./key_check.ts";
export { decodeBase64Url, encodeBase64Url, encodeRegistration, encodeTranscript } from "./transcript.ts";

/** Largest message on the socket, in bytes of UTF-8; a larger one closes the socket with 1009 (RFC 6455 §7.4.1). */
export const MESSAGE_BYTES_MAX = 64 * 1024;
/** Longest session description, in UTF-16 units; leaves room for the envelope and candidates in one message. */
export const SDP_LENGTH_MAX = 40_000;
/** Most candidates in one `ice-candidate` or `video-offer-response`. */
export const CANDIDATES_MAX = 64;
/** Longest display name that is sent, in UTF-16 units. */
export const NAME_LENGTH_MAX = 64;
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

const isPeer: Guard<PeerId> = isPeerId;
const isTopic: Guard<PresenceTopic> = isPresenceTopic;
export const isTopics = list(isTopic, PRESENCE_TOPICS_MAX);
export const isCallId: Guard<CallId> = (value): value is CallId => isToken(value);
const isTab: Guard<TabId> = (value): value is TabId => isToken(value);
const isConnection: Guard<ConnectionId> = (value): value is ConnectionId => isToken(value);

const isOffer = shape({ type: is("offer"), sdp: text(SDP_LENGTH_MAX) });
const isAnswer = shape({ type: is("answer"), sdp: text(SDP_LENGTH_MAX) });
const isCandidates = list(
  shape({
    candidate: text(1_000),
    sdpMid: nullish(text(64)),
    sdpMLineIndex: nullish(count()),
    usernameFragment: nullish(text(256)),
  }),
  CANDIDATES_MAX,
);

/**
 * What every peer message carries; `tabId` and `seq` number the messages of one page within one call from 1. Those
 * between `after` and `seq` were dropped.
 */
const envelope = {
  id: isPeer,
  clientId: isPeer,
  callId: isCallId,
  tabId: isTab,
};
const numbered = { ...envelope, seq: count(1), after: optional(count()) };
const media = { audio: isBoolean, video: isBoolean };
const name = optional(text(NAME_LENGTH_MAX));

/** A key and its signature; absent only from an end that cannot be believed, and is told so. */
const proof = optional(shape({ publicKey: text(64), signature: text(128) }));

/** Why a callee does not take a call. */
export const DECLINE_REASONS = ["declined", "busy", "timeout", "unsupported", "unverified"] as const;
export type DeclineReason = typeof DECLINE_REASONS[number];
/** Why an end leaves a call. */
export const HANG_UP_REASONS = ["ended", "cancelled", "failed", ...DECLINE_REASONS] as const;
export type HangUpReason = typeof HANG_UP_REASONS[number];

/**
 * What an end found out about a connection that never came up: no path although there was a relay to try; no path and
 * no relay is set up; the relay did not take the credentials; the relay did not answer; this end may use only a relay
 * and has none; nothing came from the other end.
 */
export const FAILURE_DETAILS = [
  "no-path",
  "no-path-and-no-relay",
  "relay-refused",
  "relay-unreachable",
  "relay-only-and-no-relay",
  "peer-silent",
] as const;
export type FailureDetail = typeof FAILURE_DETAILS[number];

const peerMessages = {
  "video-offer-request": shape({
    type: is("video-offer-request"),
    ...numbered,
    ...media,
    name,
    description: isOffer,
    proof,
  }),
  "ringing": shape({ type: is("ringing"), ...numbered }),
  "video-offer-response": anyOf(
    shape({
      type: is("video-offer-response"),
      ...numbered,
      ...media,
      name,
      accepted: is(true),
      description: isAnswer,
      proof,
      candidates: isCandidates,
    }),
    shape({
      type: is("video-offer-response"),
      ...numbered,
      accepted: is(false),
      reason: is(...DECLINE_REASONS),
    }),
  ),
  "call-claimed": shape({ type: is("call-claimed"), ...numbered, claimedBy: isTab }),
  "ice-candidate": shape({
    type: is("ice-candidate"),
    ...numbered,
    candidates: isCandidates,
    connectionId: optional(isConnection),
  }),
  "description": shape({
    type: is("description"),
    ...numbered,
    description: anyOf(isOffer, isAnswer),
    connectionId: isConnection,
    proof,
  }),
  "media-state": shape({ type: is("media-state"), ...numbered, ...media }),
  "compare": shape({
    type: is("compare"),
    ...numbered,
    step: is("ask", "commit", "nonce", "reveal"),
    value: text(64),
  }),
  "hang-up": shape({
    type: is("hang-up"),
    ...numbered,
    reason: is(...HANG_UP_REASONS),
    detail: optional(is(...FAILURE_DETAILS)),
  }),
  "ack": shape({ type: is("ack"), ...envelope, ackedTabId: isTab, ack: count() }),
} as const;

export type PeerMessageType = keyof typeof peerMessages;
export const PEER_MESSAGE_TYPES: ReadonlySet<string> = new Set(Object.keys(peerMessages));
export type PeerMessage = { [T in PeerMessageType]: Guarded<typeof peerMessages[T]> }[PeerMessageType];
export type IceCandidates = Guarded<typeof isCandidates>;

const isIceServer = shape({
  urls: anyOf(text(), list(text())),
  username: optional(text()),
  credential: optional(text()),
});
/** Shaped as the dictionary of the same name in W3C webrtc-pc (`#dom-rtciceserver`). */
export type IceServer = Guarded<typeof isIceServer>;

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

/** `iceServersTtlSeconds` is absent when the servers do not expire. */
const iceServers = { iceServers: list(isIceServer), iceServersTtlSeconds: optional(count()) };

const isMessageLimits = shape({ messagesPerSecond: count(1), messagesBurst: count(1), messageLengthUnit: count(1) });
/** How much one socket may say: so many messages at once, then so many a second; a long one counts once for each unit begun. */
export type MessageLimits = Guarded<typeof isMessageLimits>;

const serverMessages = {
  "challenge": shape({ type: is("challenge"), nonce: text() }),
  "registered": shape({ type: is("registered"), id: isPeer, ...iceServers, limits: optional(isMessageLimits) }),
  "ice-servers": shape({ type: is("ice-servers"), ...iceServers }),
  "reconnect": shape({ type: is("reconnect"), withinMs: count() }),
  "presence": shape({ type: is("presence"), topics: isTopics, online: isTopics }),
  "ping": shape({ type: is("ping") }),
  "pong": shape({ type: is("pong") }),
  "error": shape({
    type: is("error"),
    code: is(...ERROR_CODES),
    message: optional(text()),
    clientId: optional(isPeer),
    callId: optional(isCallId),
    retryAfterMs: optional(count()),
  }),
} as const;

export type ServerMessage = { [T in keyof typeof serverMessages]: Guarded<typeof serverMessages[T]> }[
  keyof typeof serverMessages
];

/** Who knows the `presenceTopic` finds the session by `presence-request`; without one nobody does. */
export type RegisterMessage = {
  type: "register";
  publicKey?: string;
  signature?: string;
  presenceTopic?: PresenceTopic;
};
/** Asks which of these topics somebody is online under. */
export type PresenceRequest = { type: "presence-request"; topics: PresenceTopic[] };
/** What the relay reads of a peer message; of `callId` nothing until it has to name the call in an error. */
export type PeerEnvelope = {
  type: PeerMessageType;
  id: PeerId;
  clientId: PeerId;
  callId?: unknown;
  accepted?: unknown;
};
/** What a server can receive. */
export type ClientMessage =
  | RegisterMessage
  | PresenceRequest
  | { type: "ping" | "pong" | "ice-servers-request" }
  | PeerEnvelope;

/** Parses `text`; null if it is no JSON object. */
export function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? value as Record<string, unknown>
      : null;
  } catch {
    return null; // A syntax error says no more than null does.
  }
}

const receivable: Readonly<Record<string, Guard<ServerMessage | PeerMessage>>> = { ...serverMessages, ...peerMessages };

/** Parses what a client received, from the server or through it from a peer; null if it is no valid message. */
export function parseServerMessage(text: string): ServerMessage | PeerMessage | null {
  const message = parseObject(text);
  const type = message?.type;
  if (typeof type !== "string") return null;
  const guard = Object.hasOwn(receivable, type) ? receivable[type] : undefined;
  return guard?.(message) ? message : null;
}

export function encodeMessage(message: ClientMessage | ServerMessage | PeerMessage): string {
  return JSON.stringify(message);
}

/** Tells whether `text` is over MESSAGE_BYTES_MAX, measuring it only when its length leaves doubt. */
export function isTooLarge(text: string): boolean {
  if (text.length > MESSAGE_BYTES_MAX) return true;
  return text.length * 3 > MESSAGE_BYTES_MAX && new TextEncoder().encode(text).length > MESSAGE_BYTES_MAX;
}
