/** The options, limits and outputs of a call's reliable channel; `channel.ts` has its rules. */

import type { CallId, ErrorCode, PeerId, PeerMessage, SealedMessage, TabId } from "../../signaling/protocol.ts";
import type { Credit } from "../bounds/credit.ts";

/**
 * First wait for an acknowledgement before a message is repeated, in milliseconds; doubles up to the MAX. That is short,
 * because a fresh tab must not wait long to hear of a call, nor a call for the end of an outage, of which nobody tells.
 */
export const REPEAT_MS = 1_000;
export const REPEAT_MS_MAX = 3_000;
/** A repeat of the remote peer is answered by repeating what has waited this long; the next after twice that, in ms. */
export const ANSWER_MS = 200;
export const ANSWER_MS_MAX = 8_000;
/**
 * Messages of a call that is bound which are repeated at once, the first that wait. The receiver acts on them in order
 * and the relay lets no pair of ends say much more than so many a second: all of hundreds, again and again, would leave
 * it to chance which of them arrive.
 */
export const REPEATED_MAX = 32;
/** Messages that may wait for an acknowledgement; one more is refused. */
export const UNACKED_MAX = 512;
/** How long an unbound call tries an ID where nobody is connected, in milliseconds. */
export const UNAVAILABLE_MS_MAX = 4_000;
/** How often last words are repeated; and on how many fresh transports, where each has two tries. */
export const LAST_REPEATS_MAX = 3;
export const LAST_RECONNECTS_MAX = 3;
/** How often a peer that goes on after the end, as if it had not heard of it, is told again. */
export const LAST_ANSWERS_MAX = 6;
/** How long an ended call still acknowledges, in milliseconds. */
export const ENDED_ACK_MS = 10_000;

/** The relay's word on a message that nobody took (PROTOCOL.md, "Errors"). */
export type Undelivered = Extract<ErrorCode, "peer-unavailable" | "unavailable" | "rate-limited">;
export type NumberedMessage = Extract<PeerMessage, { seq: number }>;
/** One of the other end, whose body is not parsed yet: what has a number has a turn, whatever it says. */
export type NumberedSealed = SealedMessage & { readonly seq: number };

export function isNumbered(message: SealedMessage): message is NumberedSealed {
  return message.seq !== undefined;
}

export type ChannelOutput =
  /** A repeat, or last words: any way that there is will do. */
  | { type: "transmit"; message: PeerMessage; isRepeat: boolean }
  /** A question after the other end, or the answer to one: by the server alone, since it is about who is behind that. */
  | { type: "tell"; message: PeerMessage }
  | { type: "deliver"; message: NumberedSealed }
  /** Not to be tried again: nobody has been connected under the remote ID for too long, or too many wait already. */
  | { type: "refused"; messages: NumberedMessage[] };

export type ChannelOptions = {
  readonly callId: CallId;
  readonly tabId: TabId;
  readonly localPeerId: PeerId;
  readonly remotePeerId: PeerId;
  /** Keeps trying while nobody is connected under the remote ID, instead of refusing. */
  readonly isPatient?: boolean;
  /** The remote peer has placed the call: until it is accepted, all that is said in it is at their expense. */
  readonly isAnswering?: boolean;
  /** The remote peer's, over all calls with them. */
  readonly credit?: Credit;
  /** In how many copies a message leaves now. */
  readonly copies?: (isRepeat: boolean) => number;
};
