/**
 * The data of one call: its state, its events, and the effects that the driver runs. `call_machine.ts` has the
 * transitions; `calls.ts` makes the events and runs the effects. Plain values only.
 */

import type {
  CallId,
  ConnectionId,
  DeclineReason,
  FailureDetail,
  HangUpReason,
  IceCandidates,
  PeerId,
  PeerMessage,
  TabId,
} from "../../signaling/protocol.ts";
import type { Proof } from "../proof/call_proof.ts";
import type { EndReason } from "./end_reason.ts";
import type { AnswerDescription, Description, OfferDescription } from "../connection/description.ts";
import { type MediaState, readMedia, type ToldMedia } from "../media/source.ts";

export type CallPhase = "outgoing" | "incoming" | "connecting" | "connected" | "reconnecting" | "ended";

/** What an answer says is sent: it leaves before any device is asked for, and a feature tells when one is open. */
export const SILENT: ToldMedia = { audio: false, video: false };
/** How long a patient caller keeps trying, in milliseconds. */
export const PATIENCE_MS = 600_000;
/** How long a connection may take to come up after the answer, in milliseconds. */
export const CONNECT_TIMEOUT_MS = 30_000;

export type Offer = Extract<PeerMessage, { type: "video-offer-request" }>;
/** An answer with the callee's proof of it, and the name that it covers. */
type PreparedAnswer = {
  readonly description: AnswerDescription;
  readonly proof: Proof;
  readonly name: string | null;
};
export type CallFailure = { readonly local: FailureDetail | null; readonly remote: FailureDetail | null };

export type Call = {
  readonly callId: CallId;
  /** This page, to know its own name in a claim. */
  readonly localTabId: TabId;
  readonly remotePeerId: PeerId;
  /** The remote page that this call is with: the caller's from the start, the callee's once one accepted. */
  readonly remoteTabId: TabId | null;
  /**
   * As the other end calls itself, cleaned; never proof of who it is. Null when it did not say. Until it answers, what it
   * is called here: by an earlier call, or only by its link.
   */
  readonly remoteName: string | null;
  readonly isOutgoing: boolean;
  readonly hasVideo: boolean;
  readonly phase: CallPhase;
  readonly isRinging: boolean;
  /** The caller keeps trying while nobody is connected under the remote ID. */
  readonly isPatient: boolean;
  /** The relay lets no offer through from here to the other end for now. */
  readonly isHeldBack: boolean;
  /** The person has accepted it; the answer may still be being prepared. */
  readonly isAccepted: boolean;
  /** The caller's offer, kept while it rings: an answer that spoils is made anew from it. */
  readonly offer: OfferDescription | null;
  /** Whether the person wants to be seen in it, whatever they want in other calls. */
  readonly sendsVideo: boolean;
  /** A stranger's, and so is a call that goes on with one: nobody this browser knew when it began to ring. */
  readonly isStranger: boolean;
  /** It rings in the quiet line, and not in front. */
  readonly isWaiting: boolean;
  /** It rings while the person is not to be disturbed: without a sound, and in front only if they bring it there. */
  readonly isQuiet: boolean;
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
  /** What the other end has told that it can do; null before it has, and of a page that is older than features are. */
  readonly remoteFeatures: readonly string[] | null;
  /** The key that the other end has proved itself by, in base64url; null before. */
  readonly remotePublicKey: string | null;
  readonly heldCandidates: IceCandidates;
  /** What the other end has said that it sends, in its offer or answer. */
  readonly remoteMedia: MediaState;
  /** The other end's call to us that lost the glare against this one; answered when this one ends unanswered. */
  readonly setAside: Pick<Offer, "callId" | "tabId"> | null;
  readonly connectedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly endReason: EndReason | null;
  /** Why no connection came up, as this end and the other found it; null where nothing was found or reported. */
  readonly failure: CallFailure;
  /** While reconnecting: nothing is heard of the other end by the server either. */
  readonly isRemoteAway: boolean;
  /** It has rung at the other end, whether or not it does now. */
  readonly hasRung: boolean;
  /** While reconnecting: how many of the waits are over; from the first one on other callers may ring. */
  readonly waits: number;
  /** While reconnecting: the other end has said that its page was closed, or is loaded again. */
  readonly isRemoteClosed: boolean;
  /** While reconnecting: the person has chosen to wait on for somebody who is gone. */
  readonly isKeptWaiting: boolean;
  /** The call of a page before this one, or of the other end's, that this one goes on with; null if it begins anew. */
  readonly rejoined: RejoinedCall | null;
  /** The person has put it on hold; the other end has. While either has, neither end sends sound or pictures. */
  readonly isHeld: boolean;
  readonly isRemoteHeld: boolean;
};

export type RejoinedCall = {
  readonly callId: CallId;
  readonly connectedAtMs: number;
  /** As the other end called itself there. Nobody looks again at who is back, so they keep it. */
  readonly name: string | null;
};

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A peer message before the channel gives it its envelope and number. */
export type CallMessage = Without<
  Extract<PeerMessage, { seq: number }>,
  "id" | "clientId" | "callId" | "tabId" | "seq" | "after"
>;

/** How long a connection may take before another is tried beside it, in milliseconds. */
export const HEDGE_MS = 3_000;

/**
 * The waits for a connected peer that is not heard, in milliseconds: until other callers may ring, until one that is away
 * from the server too is called gone, until such a one is given up, and until any is.
 */
export const WAITS_MS = [10_000, 50_000, 60_000, 50_000] as const;
/** The waits for one whose page was closed: until they are called gone, and others may ring; and until they are given up. */
export const CLOSED_WAITS_MS = [15_000, 45_000] as const;

/** How often a browser notes again that it is in a call, in milliseconds; well below `RECENT_MS` of `recent_calls.ts`. */
export const NOTE_MS = 600_000;

export type TimerName = "ring" | "connect" | "hedge" | "wait" | "note";

/** Why this end has no description: its browser makes no connections, could not use the other end's, or failed at it. */
export type PreparationFault = Extract<EndReason, "no-webrtc" | "incompatible" | "unprepared">;

export type CallEvent =
  | { type: "offer-prepared"; description: OfferDescription; proof: Proof; media: ToldMedia; name: string | null }
  | { type: "answer-prepared"; answer: PreparedAnswer }
  | { type: "preparation-failed"; cause: PreparationFault }
  /** This end has no key to prove itself with. */
  | { type: "keyless" }
  /** The person, or a feature, has found a reason to leave; `word` is what the other end hears of it. */
  | { type: "left"; endReason: EndReason; word: HangUpReason }
  /** `connectionId` is null for the call's first connection, here and below. */
  | { type: "candidates-gathered"; candidates: IceCandidates; connectionId: ConnectionId | null }
  | { type: "accepted"; video: boolean }
  /** The person has reached for Accept, and not pressed it yet. */
  | { type: "warmed" }
  | { type: "declined" }
  | { type: "hung-up" }
  /** The person puts the call on hold, or resumes it; or the other end says that it has. */
  | { type: "held"; isHeld: boolean }
  | { type: "remote-held"; isHeld: boolean }
  /** This page is closed, or loaded again, and another may go on with the call. */
  | { type: "page-closing" }
  /** The person waits on for somebody who is gone. */
  | { type: "kept-waiting" }
  | { type: "description-created"; description: Description; connectionId: ConnectionId; proof: Proof }
  | { type: "connection-opened" }
  | { type: "connection-interrupted" }
  | { type: "connection-failed" }
  /** The devices have been opened for the call, or not; if it is over by then, they are closed again. */
  | { type: "media-opened" }
  | { type: "timer-fired"; timer: TimerName }
  | { type: "connection-diagnosed"; detail: FailureDetail }
  | { type: "send-refused" }
  /** The relay lets no more through from here to the other end for now. */
  | { type: "held-back" }
  /** Nobody was heard for as long as it may ring, while this page had no line to the server. */
  | { type: "offline" }
  /** Nothing is heard of the other end, and something again. */
  | { type: "peer-away" }
  | { type: "peer-back" }
  /** The page at the other end is not there any more; or it is there, and has the call no more. */
  | { type: "peer-gone" }
  | { type: "peer-left" }
  /** The page at the other end was closed, and the one in its place may go on with the call. */
  | { type: "peer-closed" }
  /** Far more came from the other end than a call needs. */
  | { type: "flooded" }
  | { type: "message-received"; message: PeerMessage };

export type CallEffect =
  | { type: "send"; message: CallMessage }
  /** `rejoins` is the call that the offer goes on with. */
  | { type: "prepare-offer"; video: boolean; rejoins: CallId | null }
  | { type: "prepare-answer"; description: OfferDescription }
  | { type: "open-media"; video: boolean }
  /** What the call is sent of the person is something else now, and the other end is told. */
  | { type: "send-media" }
  | { type: "bind-channel"; remoteTabId: TabId }
  | { type: "apply-answer"; description: AnswerDescription }
  | { type: "apply-description"; description: Description; connectionId: ConnectionId }
  | { type: "add-candidates"; candidates: IceCandidates; connectionId: ConnectionId | null }
  | { type: "replace-connection" }
  /** The call is answered: features may speak. */
  | { type: "open-features" }
  /** The other end's feature of that name has said this. */
  | { type: "feature"; name: string; body: unknown }
  | { type: "start-timer"; timer: TimerName; ms: number }
  | { type: "stop-timer"; timer: TimerName }
  /** Turns down an offer that has no call of its own here; a missed one is one that its callee would want to know of. */
  | { type: "reject-offer"; callId: CallId; reason: DeclineReason; isMissed: boolean; name: string | null }
  /** The call ended without a word to its caller, and may ring again if they come back. */
  | { type: "forget" }
  /** The call is connected, for the first time or still: a page that is opened in place of this one is to know. */
  | { type: "note-connected" }
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
    isHeldBack: false,
    isAccepted: false,
    sendsVideo: true,
    isStranger: false,
    isWaiting: false,
    isQuiet: false,
    offer: null,
    answer: null,
    localFingerprint: null,
    remoteFingerprint: null,
    toldTabIds: [],
    remotePublicKey: null,
    remoteFeatures: null,
    heldCandidates: [],
    remoteMedia: readMedia(SILENT),
    setAside: null,
    connectedAtMs: null,
    endedAtMs: null,
    endReason: null,
    failure: { local: null, remote: null },
    isRemoteAway: false,
    hasRung: false,
    waits: 0,
    isRemoteClosed: false,
    isKeptWaiting: false,
    rejoined: null,
    isHeld: false,
    isRemoteHeld: false,
    ...fields,
  };
}
