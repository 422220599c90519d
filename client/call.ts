/**
 * The data of one call: its state, the events that change it and the effects that the driver runs. `call_machine.ts`
 * holds the transitions; `calls.ts` makes the events and runs the effects. Plain values only.
 */

import type {
  CallId,
  ConnectionId,
  DeclineReason,
  FailureDetail,
  IceCandidates,
  PeerId,
  PeerMessage,
  TabId,
} from "../signaling/protocol.ts";
import type { AnswerProofs, Proof } from "./call_proof.ts";
import type { ComparisonStep } from "./compare_words.ts";
import type { CallPhase, CallView, EndReason } from "./state.ts";

/** How long a patient caller keeps trying, in milliseconds. */
export const PATIENCE_MS = 600_000;
/** How long a connection may take to come up after the answer, in milliseconds. */
export const CONNECT_TIMEOUT_MS = 30_000;

export type Offer = Extract<PeerMessage, { type: "video-offer-request" }>;
export type Description = { type: "offer" | "answer"; sdp: string };
type OfferDescription = Offer["description"];
type AnswerDescription = Extract<PeerMessage, { accepted: true }>["description"];
/** An answer with the callee's proofs of it, and the name that they cover. */
type PreparedAnswer = {
  readonly description: AnswerDescription;
  readonly proofs: AnswerProofs;
  readonly name: string | null;
};
export type MediaState = { readonly audio: boolean; readonly video: boolean };

export type Call = {
  readonly callId: CallId;
  /** This page, to know its own name in a claim. */
  readonly localTabId: TabId;
  readonly remotePeerId: PeerId;
  /** The remote page that this call is with: the caller's from the start, the callee's once one accepted. */
  readonly remoteTabId: TabId | null;
  readonly remoteName: string | null;
  readonly isOutgoing: boolean;
  readonly hasVideo: boolean;
  readonly phase: CallPhase;
  readonly isRinging: boolean;
  /** The caller keeps trying while nobody is connected under the remote ID. */
  readonly isPatient: boolean;
  /** Set when the person accepted while the answer was still being prepared. */
  readonly acceptance: { readonly video: boolean } | null;
  /** The caller's offer, kept while it rings: an answer that spoils is made anew from it. */
  readonly offer: OfferDescription | null;
  /** A stranger's, while it rings or rang: nobody this browser knew when it began. */
  readonly isStranger: boolean;
  /** It rings in the quiet line, and not in front. */
  readonly isWaiting: boolean;
  /**
   * The prepared answer: null while it is made, `unmade` when its connection gave up before anyone accepted, or when a
   * stranger's description still waits for a first sign that the person may accept.
   */
  readonly answer: PreparedAnswer | "unmade" | null;
  /** The certificate that this end shows; null before it has made a description. */
  readonly localFingerprint: string | null;
  /** The certificate that the other end has proved, once it has: no description may name another. */
  readonly remoteFingerprint: string | null;
  /** Tabs that answered too late, and were told who has the call. */
  readonly toldTabIds: readonly TabId[];
  /** The key that the other end has proved itself by, in base64url; null before. */
  readonly remotePublicKey: string | null;
  readonly heldCandidates: IceCandidates;
  readonly remoteMedia: MediaState;
  /** The other end's call to us that lost the glare against this one; answered when this one ends unanswered. */
  readonly setAside: Pick<Offer, "callId" | "tabId"> | null;
  readonly connectedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly endReason: EndReason | null;
  readonly failure: CallView["failure"];
  /** While reconnecting: the other end is not connected to the server either. */
  readonly isRemoteAway: boolean;
};

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A peer message before the channel gives it its envelope and number. */
export type CallMessage = Without<
  Exclude<PeerMessage, { type: "ack" }>,
  "id" | "clientId" | "callId" | "tabId" | "seq" | "after"
>;

/** How long a connection may take before another is tried beside it, in milliseconds. */
export const HEDGE_MS = 3_000;

export type TimerName = "ring" | "connect" | "hedge";

export type CallEvent =
  | { type: "offer-prepared"; description: OfferDescription; proof: Proof; media: MediaState; name: string | null }
  | { type: "answer-prepared"; answer: PreparedAnswer }
  | { type: "preparation-failed" }
  /** This end has no key to prove itself with. */
  | { type: "keyless" }
  /** The person says that the words differ, or the other end cheated. */
  | { type: "words-differed" }
  /** `connectionId` is null for the call's first connection, here and below. */
  | { type: "candidates-gathered"; candidates: IceCandidates; connectionId: ConnectionId | null }
  | { type: "accepted"; video: boolean }
  /** The person has reached for Accept, and not pressed it yet. */
  | { type: "warmed" }
  | { type: "declined" }
  | { type: "hung-up" }
  | { type: "description-created"; description: Description; connectionId: ConnectionId; proof: Proof }
  | { type: "connection-opened" }
  | { type: "connection-interrupted" }
  | { type: "connection-failed" }
  | { type: "local-media-changed"; media: MediaState }
  | { type: "timer-fired"; timer: TimerName }
  | { type: "connection-diagnosed"; detail: FailureDetail }
  | { type: "send-refused" }
  | { type: "peer-away" }
  /** Far more came from the other end than a call needs. */
  | { type: "flooded" }
  | { type: "message-received"; message: PeerMessage };

export type CallEffect =
  | { type: "send"; message: CallMessage }
  | { type: "prepare-offer" }
  | { type: "prepare-answer"; description: OfferDescription }
  | { type: "open-media"; video: boolean }
  | { type: "bind-channel"; remoteTabId: TabId }
  | { type: "apply-answer"; description: AnswerDescription }
  | { type: "apply-description"; description: Description; connectionId: ConnectionId }
  | { type: "add-candidates"; candidates: IceCandidates; connectionId: ConnectionId | null }
  | { type: "replace-connection" }
  /** A step of the comparison of words, which `comparisons.ts` runs. */
  | { type: "compare"; step: ComparisonStep; value: string }
  | { type: "start-timer"; timer: TimerName; ms: number }
  | { type: "stop-timer"; timer: TimerName }
  /** Turns down an offer that has no call of its own here; a missed one is one that its callee would want to know of. */
  | { type: "reject-offer"; callId: CallId; reason: DeclineReason; isMissed: boolean; name: string | null }
  /** The call rang, and nobody took it. */
  | { type: "report-missed"; name: string | null }
  | { type: "close" };

export type Step = readonly [Call, readonly CallEffect[]];

export function createCall(
  fields: Pick<Call, "callId" | "localTabId" | "remotePeerId" | "isOutgoing"> & Partial<Call>,
): Call {
  return {
    remoteTabId: null,
    remoteName: null,
    hasVideo: true,
    phase: fields.isOutgoing ? "outgoing" : "incoming",
    isRinging: false,
    isPatient: false,
    acceptance: null,
    isStranger: false,
    isWaiting: false,
    offer: null,
    answer: null,
    localFingerprint: null,
    remoteFingerprint: null,
    toldTabIds: [],
    remotePublicKey: null,
    heldCandidates: [],
    remoteMedia: { audio: false, video: false },
    setAside: null,
    connectedAtMs: null,
    endedAtMs: null,
    endReason: null,
    failure: { local: null, remote: null },
    isRemoteAway: false,
    ...fields,
  };
}
