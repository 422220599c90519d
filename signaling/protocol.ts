/**
 * The wire protocol: IDs, message types, limits, error codes, parsing and encoding.
 *
 * `PROTOCOL.md` comes first and says it in prose; this file follows. Together with the parts in `protocol/` it is all
 * that page and server share, so it must know nothing of Deno, the DOM, sockets or calls. The relay reads only the
 * envelope of a peer message; the ends check all of it, by the same guards.
 */

import {
  anyOf,
  count,
  type Guard,
  type Guarded,
  is,
  isBoolean,
  list,
  optional,
  shape,
  text,
} from "./protocol/guards.ts";
import { isPeerId, isPresenceTopic, type PeerId, type PresenceTopic } from "./protocol/ids.ts";
import { isCallId, isOfPeers, type SealedMessage } from "./protocol/envelope.ts";
import type { PeerMessage, PeerMessageType } from "./protocol/peer_messages.ts";
import type { PushMessage, PushOutcome } from "./protocol/push.ts";
import { ERROR_CODES, MESSAGE_BYTES_MAX, PRESENCE_TOPICS_MAX } from "./protocol/wire_limits.ts";

export { decodeBase64Url, encodeBase64Url } from "./protocol/base64url.ts";
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
  type TabId,
} from "./protocol/ids.ts";
/** Features describe what they say by these. */
export { is, isBoolean, optional, shape, text } from "./protocol/guards.ts";
export { isCallId, isOfPeers, isTypeName, parseEnvelope, type SealedMessage } from "./protocol/envelope.ts";
export type {
  DeclineReason,
  FailureDetail,
  HangUpReason,
  IceCandidates,
  PeerMessage,
  PeerMessageType,
} from "./protocol/peer_messages.ts";
export { dropDefaultPort, encodeRegistration, encodeTranscript } from "./protocol/transcript.ts";
export * from "./protocol/wire_limits.ts";

const isPeer: Guard<PeerId> = isPeerId;
const isTopic: Guard<PresenceTopic> = isPresenceTopic;
export const isTopics = list(isTopic, PRESENCE_TOPICS_MAX);

const isIceServer = shape({
  urls: anyOf(text(), list(text())),
  username: optional(text()),
  credential: optional(text()),
});
/** Shaped as the dictionary of the same name in W3C webrtc-pc (`#dom-rtciceserver`). */
export type IceServer = Guarded<typeof isIceServer>;

/** `iceServersTtlSeconds` is absent when the servers do not expire. */
const iceServers = { iceServers: list(isIceServer), iceServersTtlSeconds: optional(count()) };

const isMessageLimits = shape({ messagesPerSecond: count(1), messagesBurst: count(1), messageLengthUnit: count(1) });
/** How much one socket may say: so many messages at once, then so many a second; a long one counts once for each unit begun. */
export type MessageLimits = Guarded<typeof isMessageLimits>;

const serverMessages = {
  "challenge": shape({ type: is("challenge"), nonce: text() }),
  "registered": shape({
    type: is("registered"),
    id: isPeer,
    ...iceServers,
    limits: optional(isMessageLimits),
    push: optional(isBoolean),
  }),
  "ice-servers": shape({ type: is("ice-servers"), ...iceServers }),
  "reconnect": shape({ type: is("reconnect"), withinMs: count() }),
  "presence": shape({ type: is("presence"), topics: isTopics, online: isTopics }),
  // Its result is checked by who asked (`protocol/push.ts`), of which the first screen is none.
  "push-result": shape({ type: is("push-result"), requestId: text() }),
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
/**
 * What the relay reads of a peer message; of `callId` nothing until it has to name the call in an error. All types that
 * are none of the protocol's are `other`.
 */
export type PeerEnvelope = {
  type: PeerMessageType | "other";
  id: PeerId;
  clientId: PeerId;
  callId?: unknown;
  accepted?: unknown;
};
/** What is asked of the server itself, by who is registered. */
export type ServerRequest = PresenceRequest | PushMessage | { type: "ice-servers-request" };
/** What a server can receive. */
export type ClientMessage = RegisterMessage | ServerRequest | { type: "ping" | "pong" } | PeerEnvelope;

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

const serverGuards: Readonly<Record<string, Guard<ServerMessage>>> = serverMessages;

/** Tells whether a type is one by which the server speaks for itself, so that nobody else may. */
export function isServerType(type: string): boolean {
  return Object.hasOwn(serverMessages, type);
}

/** Parses what the server says of its own; null if it is no such message, or a peer's whatever its type. */
export function parseServerMessage(message: Readonly<Record<string, unknown>> | null): ServerMessage | null {
  const type = message?.["type"];
  if (message === null || typeof type !== "string" || isOfPeers(message)) return null;
  return isServerType(type) && serverGuards[type]?.(message) ? message : null;
}

/** The whole of what the server says of a push. */
export type PushResultMessage = PushOutcome & { readonly type: "push-result"; readonly requestId: string };

export function encodeMessage(
  message: ClientMessage | ServerMessage | PushResultMessage | PeerMessage | SealedMessage,
): string {
  return JSON.stringify(message);
}

/** Tells whether `text` is over MESSAGE_BYTES_MAX, measuring it only when its length leaves doubt. */
export function isTooLarge(text: string): boolean {
  if (text.length > MESSAGE_BYTES_MAX) return true;
  return text.length * 3 > MESSAGE_BYTES_MAX && new TextEncoder().encode(text).length > MESSAGE_BYTES_MAX;
}
