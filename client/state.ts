/**
 * What the screen shows, as signals. Written by the composition root's parts (signaling, calls, media), read by
 * components, which change nothing here themselves: they call `Actions`.
 *
 * `calls` holds every call there is, one entry for each remote peer's link: nothing may assume that there is only one.
 */

import { computed, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { CallId, FailureDetail, PeerId } from "../signaling/protocol.ts";
import type { ComparisonPhase } from "./compare_words.ts";
import { foldName, type KnownPeers, type Look } from "./known_peers.ts";
import type { WordCode } from "./word_code.ts";

/**
 * `connecting`: no socket yet; `registered`: can call and be called; `lost`: the socket is gone, trying again;
 * `refused`: the server does not take this page's proof, because it does not know itself by the name in the address
 * bar, trying again; `limited`: too much has come from this network, waiting as told; `replaced`: too many newer tabs
 * share the ID, idle until this one is looked at; `incomplete`: the page's own code did not load, so it cannot be
 * called.
 */
export type SignalingStatus =
  | "connecting"
  | "registered"
  | "lost"
  | "refused"
  | "limited"
  | "replaced"
  | "incomplete";

/**
 * How long the own ID lasts: `kept` in this browser; `tab` until that is closed, for want of storage; `unanswered` the
 * same, as the storage, where another may be, does not answer; `socket` for want of Ed25519.
 */
export type IdentityLifetime = "kept" | "tab" | "unanswered" | "socket";

/** Why a camera or a microphone cannot be used. */
export type MediaProblem = "denied" | "not-found" | "in-use" | "insecure" | "failed";

/** Why a call ended, as seen from here. */
export type EndReason =
  | "hung-up" // by the local person
  | "remote-hung-up"
  | "cancelled" // the caller gave up before an answer; by whom, `isOutgoing` tells
  | "declined" // the callee said no; by whom, `isOutgoing` tells
  | "busy"
  | "unanswered" // nobody answered in 45 s; a missed call where `isOutgoing` is false
  | "answered-elsewhere" // another tab or device of the local ID has it
  | "declined-elsewhere"
  | "unavailable" // nobody is connected under that ID
  | "unsupported" // the other browser cannot take the call
  | "keyless" // this page has no key to prove itself with
  | "unverified" // what came was not signed by the ID it named
  | "other-key" // it was signed, by another key than that ID had before
  | "remote-unverified" // the other end found that of what came from here
  | "words-differed" // the person compared, and somebody may be in between
  | "flooded" // the other end sent far more than a call needs
  | "lost" // the connection did not come back
  | "failed"; // no connection could be made

export type CallPhase = "outgoing" | "incoming" | "connecting" | "connected" | "reconnecting" | "ended";

/** How the media travels: straight between the browsers or through a relay, and over which transport. */
export type MediaPath = { readonly kind: "direct" | "relayed"; readonly protocol: "udp" | "tcp" | "tls" };

export type MissedCall = {
  readonly callId: CallId;
  readonly remotePeerId: PeerId;
  readonly remoteName: string | null;
  readonly atMs: number;
};

/** A person's missed calls: as they called themselves the last time, and how often it was. */
export type MissedCaller = {
  readonly remotePeerId: PeerId;
  readonly remoteName: string | null;
  readonly atMs: number;
  readonly count: number;
  readonly callIds: readonly string[];
};

export type BlockedPeer = { readonly peerId: PeerId; readonly name: string | null; readonly atMs: number };

export type ComparisonView = {
  readonly phase: ComparisonPhase;
  /** The other end's person has asked for the words. */
  readonly isAskedFor: boolean;
  readonly code: WordCode | null;
};

export type CallView = {
  readonly callId: CallId;
  readonly remotePeerId: PeerId;
  /** As the other end calls itself, cleaned; never proof of who it is. Null when it did not say. */
  readonly remoteName: string | null;
  /** The key that the other end has proved itself by, in base64url; null before it has. */
  readonly remotePublicKey: string | null;
  readonly isOutgoing: boolean;
  /** Nobody whom this browser knew when it began to ring. */
  readonly isStranger: boolean;
  /** It rings in the quiet line, and has no claim to the screen. */
  readonly isWaiting: boolean;
  /** Whether the caller offered video. */
  readonly hasVideo: boolean;
  readonly phase: CallPhase;
  /** An outgoing call rings at the other end. */
  readonly isRinging: boolean;
  /** `Date.now()` of the first connection, and of the end; null before. */
  readonly connectedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly endReason: EndReason | null;
  /** Why no connection came up, as this end and the other found it; null where nothing was found or reported. */
  readonly failure: { readonly local: FailureDetail | null; readonly remote: FailureDetail | null };
  /** While reconnecting: the other end is not connected to the server either. */
  readonly isRemoteAway: boolean;
  /** The caller keeps trying although nobody is connected under that ID. */
  readonly isPatient: boolean;
  /** Null until it is known. */
  readonly path: MediaPath | null;
  /** How the comparison of words stands; null until somebody asks for one. */
  readonly comparison: ComparisonView | null;
  /** What the other end sends right now. */
  readonly remoteMedia: { readonly audio: boolean; readonly video: boolean };
  readonly remoteStreams: { readonly audio: MediaStream; readonly video: MediaStream } | null;
};

export type LocalMedia = {
  /** The own tracks while something needs them, else null; replaced, never changed. */
  readonly stream: MediaStream | null;
  readonly isMuted: boolean;
  readonly isCameraOn: boolean;
  readonly audioProblem: MediaProblem | null;
  readonly videoProblem: MediaProblem | null;
};

export const signalingStatus = signal<SignalingStatus>("connecting");
export const localPeerId = signal<PeerId | null>(null);
export const identityLifetime = signal<IdentityLifetime>("kept");
/** What others see beside the own ID; empty when the person gave none. */
export const localName = signal("");
/** The person wants no call to show the other end their address: media only through a relay. */
export const isRelayOnly = signal(false);
/** Whether the server offers a relay; null until it is known. */
export const hasRelay = signal<boolean | null>(null);
/** Whose calls nobody took here, newest first; kept in this browser. */
export const missedCalls = signal<readonly MissedCaller[]>([]);
/** Whose calls come to nothing; kept in this browser. */
export const blockedPeers = signal<readonly BlockedPeer[]>([]);
/** Calls since the page was loaded that nobody had proved to be their caller's. */
export const unverifiedCount = signal(0);
/** Whom this browser has talked with; kept in it. */
export const knownPeers = signal<KnownPeers>([]);
/** What makes one of names that look the same. */
export const nameLook = signal<Look>(foldName);
/** The ID in the link that opened this page: offered to call, never called by itself. */
export const linkedPeerId = signal<PeerId | null>(null);
export const calls = signal<readonly CallView[]>([]);
/** The screens of a call, which come after the first one; null until they are loaded. */
export const callScreens = signal<CallScreens | null>(null);
export const localMedia = signal<LocalMedia>({
  stream: null,
  isMuted: false,
  isCameraOn: true,
  audioProblem: null,
  videoProblem: null,
});

/** The call that has the screen: one that rings in front, else the newest; never one that waits in the quiet line. */
export const currentCall = computed(() => {
  const shown = calls.value.filter(({ isWaiting }) => !isWaiting);
  return shown.find(({ phase }) => phase === "incoming") ?? shown.at(-1) ?? null;
});
/** Those that ring in the quiet line. */
export const waitingCalls = computed(() => calls.value.filter(({ isWaiting }) => isWaiting));

/** What components may do. Every method returns at once; what comes of it shows in the signals. */
export type Actions = {
  /** With `isPatient`, keeps trying for ten minutes while nobody is connected under that ID. */
  placeCall(remotePeerId: PeerId, options?: { isPatient: boolean }): void;
  acceptCall(callId: CallId, options: { video: boolean }): void;
  /** The person reaches for Accept. */
  warmCall(callId: CallId): void;
  /** Brings a call that rings to the front, or puts it into the quiet line. */
  placeRing(callId: CallId, place: "front" | "line"): void;
  declineCall(callId: CallId): void;
  /** Cancels an outgoing call or leaves a connected one. */
  hangUp(callId: CallId): void;
  /** Takes an ended call off the screen. */
  dismissCall(callId: CallId): void;
  /** Asks for the words that both people see if nobody sits between them. */
  compareWords(callId: CallId): void;
  /** The person has compared the words: they match, or they differ and the call ends. */
  judgeWords(callId: CallId, judgement: { isSame: boolean }): void;
  /** The person says that a name which somebody else had is rightly this one's too. */
  confirmName(callId: CallId): void;
  setMuted(isMuted: boolean): void;
  setCameraOn(isCameraOn: boolean): void;
  setName(name: string): void;
  setRelayOnly(isRelayOnly: boolean): void;
  clearMissedCalls(): void;
  /** Hears no more of somebody: what rings of them here ends without a word. */
  blockPeer(peer: { readonly remotePeerId: PeerId; readonly remoteName: string | null }): void;
  unblockPeer(peerId: PeerId): void;
};

export type CallScreen = ComponentType<{ call: CallView; actions: Actions }>;
export type CallScreens = {
  readonly Stage: CallScreen;
  readonly Ended: CallScreen;
  readonly IncomingCall: CallScreen;
  readonly QuietLine: ComponentType<{ actions: Actions }>;
};
