/**
 * The bodies of what peers say to each other: each is parsed by its owner, when the message's turn has come. The envelopes
 * are in `envelope.ts`. Part of the protocol; no Deno, no DOM. Not exported by `protocol.ts`, which the first screen
 * loads: only a call needs it.
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
import { envelope, isTab, isTypeName, type SealedMessage } from "./envelope.ts";
import { type ConnectionId, isToken } from "./ids.ts";
import { CANDIDATES_MAX, NAME_LENGTH_MAX, SDP_LENGTH_MAX } from "./wire_limits.ts";

const isConnection: Guard<ConnectionId> = (value): value is ConnectionId => isToken(value);

const isOffer = shape({ type: is("offer"), sdp: text(SDP_LENGTH_MAX) });
const isAnswer = shape({ type: is("answer"), sdp: text(SDP_LENGTH_MAX) });
export const isCandidates = list(
  shape({
    candidate: text(1_000),
    sdpMid: nullish(text(64)),
    sdpMLineIndex: nullish(count()),
    usernameFragment: nullish(text(256)),
  }),
  CANDIDATES_MAX,
);

const numbered = { ...envelope, seq: count(1), after: optional(count()) };
const media = { audio: isBoolean, video: isBoolean };
const name = optional(text(NAME_LENGTH_MAX));

/** What a feature says is its own to parse. */
const isAnything: Guard<unknown> = (value): value is unknown => value !== undefined;

/** A key and its signature; absent only from an end that cannot be believed, and is told so. */
const proof = optional(shape({ publicKey: text(64), signature: text(128) }));

/** Why a callee does not take a call. */
export const DECLINE_REASONS = [
  ...["declined", "busy", "timeout", "unsupported", "incompatible", "unverified"] as const,
  "over", // The call that the offer would go on with is over.
  "contacts-only", // The person lets only contacts ring; others may knock.
] as const;
export type DeclineReason = typeof DECLINE_REASONS[number];
/** Why an end leaves a call. */
export const HANG_UP_REASONS = [
  ...["ended", "cancelled", "failed", "lost", "flooded"] as const,
  "closed", // The page was closed or is being loaded again, and may come back.
  ...DECLINE_REASONS,
] as const;
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
  // Of two features that are older than `feature`; their bodies are theirs to parse, as in that.
  "media-state": shape({ type: is("media-state"), ...numbered }),
  "compare": shape({ type: is("compare"), ...numbered }),
  "feature": shape({ type: is("feature"), ...numbered, feature: isTypeName as Guard<string>, body: isAnything }),
  "hang-up": shape({
    type: is("hang-up"),
    ...numbered,
    reason: is(...HANG_UP_REASONS),
    detail: optional(is(...FAILURE_DETAILS)),
  }),
  "ack": shape({ type: is("ack"), ...envelope, ackedTabId: isTab, ack: count() }),
  "call-query": shape({ type: is("call-query"), ...envelope, askedTabId: isTab }),
  "no-call": shape({ type: is("no-call"), ...envelope, mayRejoin: optional(is(true)) }),
} as const;

export type PeerMessageType = keyof typeof peerMessages;
export const PEER_MESSAGE_TYPES: ReadonlySet<string> = new Set(Object.keys(peerMessages));
export type PeerMessage = { [T in PeerMessageType]: Guarded<typeof peerMessages[T]> }[PeerMessageType];
export type IceCandidates = Guarded<typeof isCandidates>;

/** Parses the body; null if this page does not know the type, or the body does not fit it. */
export function parsePeerMessage(sealed: SealedMessage): PeerMessage | null {
  const { type } = sealed;
  const guard: Guard<PeerMessage> | undefined = Object.hasOwn(peerMessages, type)
    ? peerMessages[type as PeerMessageType]
    : undefined;
  if (guard?.(sealed)) return sealed;
  const meant: unknown = { ...sealed, ...guessBody(sealed) };
  return guard?.(meant) ? meant : null;
}

/** What a message stands for whose body does not fit, where to ignore it would leave an end waiting for what was said. */
function guessBody(sealed: SealedMessage): object {
  if (sealed.type === "hang-up") {
    const reason = is(...HANG_UP_REASONS)(sealed["reason"]) ? sealed["reason"] : "ended";
    return { reason, detail: undefined };
  }
  if (sealed.type !== "video-offer-response") return {};
  return { accepted: false, reason: sealed["accepted"] === false ? "declined" : "incompatible" };
}
