/**
 * The wire protocol: IDs, message types, limits, error codes, parsing and encoding.
 *
 * `PROTOCOL.md` says it in prose and leads; this file follows. It is the only file that the client shares with the
 * server, with the IDs and transcripts that it exports, so it must know nothing of Deno, of the DOM, of sockets or of
 * calls. The relay reads no more of a peer message than its envelope; the ends check all of it, with the same schemas.
 */

import * as v from "valibot";
import { type CallId, isPeerId, isToken, type PeerId, type TabId } from "./ids.ts";

export {
  type CallId,
  createCallId,
  createRandomPeerId,
  createTabId,
  derivePeerId,
  isPeerId,
  type PeerId,
  readPeerId,
  type TabId,
} from "./ids.ts";
export { decodeBase64Url, encodeBase64Url, encodeRegistration, encodeTranscript } from "./transcript.ts";

/** Largest message on the socket, in bytes of UTF-8; a larger one closes the socket with 1009 (RFC 6455 §7.4.1). */
export const MESSAGE_BYTES_MAX = 64 * 1024;
/** Longest session description, in UTF-16 units; leaves room for the envelope and candidates in one message. */
export const SDP_LENGTH_MAX = 40_000;
/** Most candidates in one `ice-candidate` or `video-offer-response`. */
export const CANDIDATES_MAX = 64;
/** Longest display name that is sent, in UTF-16 units. */
export const NAME_LENGTH_MAX = 64;
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
} as const;

const PeerIdSchema = v.custom<PeerId>(isPeerId);
const CallIdSchema = v.custom<CallId>(isToken);
const TabIdSchema = v.custom<TabId>(isToken);
const Text = (lengthMax: number) => v.pipe(v.string(), v.maxLength(lengthMax));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const OfferSchema = v.object({ type: v.literal("offer"), sdp: Text(SDP_LENGTH_MAX) });
const AnswerSchema = v.object({ type: v.literal("answer"), sdp: Text(SDP_LENGTH_MAX) });
const CandidatesSchema = v.pipe(
  v.array(v.object({
    candidate: Text(1_000),
    sdpMid: v.nullish(Text(64)),
    sdpMLineIndex: v.nullish(Count),
    usernameFragment: v.nullish(Text(256)),
  })),
  v.maxLength(CANDIDATES_MAX),
);

/** What every peer message carries; `tabId` and `seq` number the messages of one page within one call from 1. */
const envelope = {
  id: PeerIdSchema,
  clientId: PeerIdSchema,
  callId: CallIdSchema,
  tabId: TabIdSchema,
};
const numbered = { ...envelope, seq: v.pipe(Count, v.minValue(1)) };
const media = { audio: v.boolean(), video: v.boolean() };
const name = v.optional(Text(NAME_LENGTH_MAX));

/** Why a callee does not take a call. */
export const DECLINE_REASONS = ["declined", "busy", "timeout", "unsupported"] as const;
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
  "video-offer-request": v.object({
    type: v.literal("video-offer-request"),
    ...numbered,
    ...media,
    name,
    description: OfferSchema,
  }),
  "ringing": v.object({ type: v.literal("ringing"), ...numbered }),
  "video-offer-response": v.variant("accepted", [
    v.object({
      type: v.literal("video-offer-response"),
      ...numbered,
      ...media,
      name,
      accepted: v.literal(true),
      description: AnswerSchema,
      candidates: CandidatesSchema,
    }),
    v.object({
      type: v.literal("video-offer-response"),
      ...numbered,
      accepted: v.literal(false),
      reason: v.picklist(DECLINE_REASONS),
    }),
  ]),
  "call-claimed": v.object({ type: v.literal("call-claimed"), ...numbered, claimedBy: TabIdSchema }),
  "ice-candidate": v.object({ type: v.literal("ice-candidate"), ...numbered, candidates: CandidatesSchema }),
  "description": v.object({
    type: v.literal("description"),
    ...numbered,
    description: v.variant("type", [OfferSchema, AnswerSchema]),
  }),
  "media-state": v.object({ type: v.literal("media-state"), ...numbered, ...media }),
  "hang-up": v.object({
    type: v.literal("hang-up"),
    ...numbered,
    reason: v.picklist(HANG_UP_REASONS),
    detail: v.exactOptional(v.picklist(FAILURE_DETAILS)),
  }),
  "ack": v.object({ type: v.literal("ack"), ...envelope, ackedTabId: TabIdSchema, ack: Count }),
} as const;

export type PeerMessageType = keyof typeof peerMessages;
export type PeerMessage = { [T in PeerMessageType]: v.InferOutput<typeof peerMessages[T]> }[PeerMessageType];
export type IceCandidates = v.InferOutput<typeof CandidatesSchema>;

const IceServerSchema = v.object({
  urls: v.union([v.string(), v.array(v.string())]),
  username: v.exactOptional(v.string()),
  credential: v.exactOptional(v.string()),
});
/** Shaped as the dictionary of the same name in W3C webrtc-pc (`#dom-rtciceserver`). */
export type IceServer = v.InferOutput<typeof IceServerSchema>;

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
  "too-large",
  "not-text",
  "replaced",
  "slow-reader",
] as const;
export type ErrorCode = typeof ERROR_CODES[number];

/** `iceServersTtlSeconds` is absent when the servers do not expire. */
const iceServers = { iceServers: v.array(IceServerSchema), iceServersTtlSeconds: v.exactOptional(Count) };

const serverMessages = {
  "challenge": v.object({ type: v.literal("challenge"), nonce: v.string() }),
  "registered": v.object({ type: v.literal("registered"), id: PeerIdSchema, ...iceServers }),
  "ice-servers": v.object({ type: v.literal("ice-servers"), ...iceServers }),
  "reconnect": v.object({ type: v.literal("reconnect"), withinMs: Count }),
  "ping": v.object({ type: v.literal("ping") }),
  "pong": v.object({ type: v.literal("pong") }),
  "error": v.object({
    type: v.literal("error"),
    code: v.picklist(ERROR_CODES),
    message: v.optional(v.string()),
    clientId: v.optional(PeerIdSchema),
    callId: v.optional(CallIdSchema),
  }),
} as const;

export type ServerMessage = { [T in keyof typeof serverMessages]: v.InferOutput<typeof serverMessages[T]> }[
  keyof typeof serverMessages
];

export type RegisterMessage = { type: "register"; publicKey?: string; signature?: string };
/** What the relay reads of a peer message; `callId` only to name the call in an error. */
export type PeerEnvelope = { type: PeerMessageType; id: PeerId; clientId: PeerId; callId?: CallId };
/** What a server can receive. */
export type ClientMessage = RegisterMessage | { type: "ping" | "pong" | "ice-servers-request" } | PeerEnvelope;

/** What `parseClientMessage` says of a text that is no message. */
export type Refusal = { type: "refusal"; code: ErrorCode; message: string };

function refuse(code: ErrorCode, message: string): Refusal {
  return { type: "refusal", code, message };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? value as Record<string, unknown>
      : null;
  } catch {
    return null; // A syntax error says no more than null does.
  }
}

/** Parses what a server received, reading only the envelope of a peer message. Never throws. */
export function parseClientMessage(text: string): ClientMessage | Refusal {
  const message = parseObject(text);
  if (message === null) return refuse("bad-message", "Cannot read message: it is not a JSON object");
  const { type, id, clientId, callId, publicKey, signature } = message;
  if (typeof type !== "string") return refuse("bad-message", "Cannot read message: type is not a string");
  if (Object.hasOwn(peerMessages, type)) {
    if (!isPeerId(id)) return refuse("bad-message", "Cannot relay message: id is not an ID");
    if (!isPeerId(clientId)) return refuse("bad-message", "Cannot relay message: clientId is not an ID");
    const envelope = { type: type as PeerMessageType, id, clientId };
    return isToken(callId) ? { ...envelope, callId: callId as CallId } : envelope;
  }
  if (type === "ping" || type === "pong" || type === "ice-servers-request") return { type };
  if (type === "register") {
    if (publicKey === undefined && signature === undefined) return { type };
    if (typeof publicKey === "string" && typeof signature === "string") return { type, publicKey, signature };
    return refuse("bad-message", "Cannot register: publicKey and signature must both be strings, or both absent");
  }
  return refuse("unknown-type", "Cannot read message: its type is none of the protocol's");
}

/** Parses what a client received, from the server or through it from a peer; null if it is no valid message. */
export function parseServerMessage(text: string): ServerMessage | PeerMessage | null {
  const message = parseObject(text);
  const type = message?.type;
  if (typeof type !== "string") return null;
  const schemas: Record<string, v.GenericSchema<unknown, ServerMessage | PeerMessage>> =
    Object.hasOwn(serverMessages, type) ? serverMessages : peerMessages;
  const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined;
  if (schema === undefined) return null;
  const result = v.safeParse(schema, message);
  return result.success ? result.output : null;
}

export function encodeMessage(message: ClientMessage | ServerMessage | PeerMessage): string {
  return JSON.stringify(message);
}

/** Tells whether `text` is over MESSAGE_BYTES_MAX, measuring it only when its length leaves doubt. */
export function isTooLarge(text: string): boolean {
  if (text.length > MESSAGE_BYTES_MAX) return true;
  return text.length * 3 > MESSAGE_BYTES_MAX && new TextEncoder().encode(text).length > MESSAGE_BYTES_MAX;
}
