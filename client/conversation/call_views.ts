/**
 * One call as screens have it: an object with all that may be shown of the call, each of it a signal of its own. To read
 * one is to read its signal: whoever does while it draws, or in an effect, comes again when that one changes, and for
 * nothing else. So read what is shown, where it is shown. Only `call_display.ts` writes; what is as it was is nobody's
 * news. Knows no rule of calls.
 */

import { signal } from "@preact/signals";
import type { Call, CallFailure, CallPhase } from "../call/call.ts";
import { isRemoteGone } from "../call/call_waiting.ts";
import { REJOIN } from "../proof/told_features.ts";
import type { EndReason } from "../call/end_reason.ts";
import type { MediaPath } from "../connection/connection_stats.ts";
import type { FeatureStates } from "../feature/feature.ts";
import type { RemoteStreams } from "../transceivers/remote_streams.ts";
import type { MediaState } from "../media/source.ts";
import type { CallId, PeerId } from "../../signaling/protocol.ts";

export type CallView = {
  readonly callId: CallId;
  readonly remotePeerId: PeerId;
  /**
   * As the other end calls itself, cleaned; never proof of who it is. Null when it did not say. Until it answers, what it
   * is called here: by an earlier call, or only by its link.
   */
  readonly remoteName: string | null;
  /** The key that the other end has proved itself by, in base64url; null before it has. */
  readonly remotePublicKey: string | null;
  readonly isOutgoing: boolean;
  /** Nobody whom this browser knew when it began to ring. */
  readonly isStranger: boolean;
  /** It rings in the quiet line, and has no claim to the screen. */
  readonly isWaiting: boolean;
  /** It rings while the person is not to be disturbed. */
  readonly isQuiet: boolean;
  /** Whether the person wants to be seen in this call. */
  readonly sendsVideo: boolean;
  /** Whether the caller offered video. */
  readonly hasVideo: boolean;
  readonly phase: CallPhase;
  /** The other end has heard nothing of it: devices are being opened for it. */
  readonly isUnsaid: boolean;
  /** An outgoing call rings at the other end. */
  readonly isRinging: boolean;
  /** `performance.now()` at the first connection, and at the end; null before. */
  readonly connectedAtMs: number | null;
  readonly endedAtMs: number | null;
  /** The end once more, as `Date.now()` tells it. */
  readonly endedAtWallMs: number | null;
  readonly endReason: EndReason | null;
  /** Why no connection came up, as this end and the other found it; null where nothing was found or reported. */
  readonly failure: CallFailure;
  /** While reconnecting: nothing is heard of the other end by the server either. */
  readonly isRemoteAway: boolean;
  /** While reconnecting: the other end's page was closed, or is loaded again. */
  readonly isRemoteClosed: boolean;
  /** While reconnecting: they have been away for so long that the person may not want to wait any more. */
  readonly isRemoteGone: boolean;
  /** It goes on with a call that one of the two pages had before it was closed. */
  readonly isRejoined: boolean;
  /** The person has put it on hold; the other end has. */
  readonly isHeld: boolean;
  readonly isRemoteHeld: boolean;
  /** The other end would know what it is to go on with a call on another page. */
  readonly mayRejoin: boolean;
  /** The caller keeps trying although nobody is connected under that ID. */
  readonly isPatient: boolean;
  /** The relay lets no more through to the other end for now. */
  readonly isHeldBack: boolean;
  /** Null until it is known. */
  readonly path: MediaPath | null;
  /** What is shown of the features that both ends have. */
  readonly features: FeatureStates;
  /** What the other end has said that it sends, in its offer or answer. */
  readonly remoteMedia: MediaState;
  readonly remoteStreams: RemoteStreams | null;
};

export type CallModel = { -readonly [Name in keyof CallView]: CallView[Name] };

/** What follows from the state of a call, and is shown too. */
function derive(call: Call): Pick<CallView, "isRemoteGone" | "isRejoined" | "isUnsaid" | "mayRejoin"> {
  return {
    isRemoteGone: isRemoteGone(call),
    isRejoined: call.rejoined !== null,
    isUnsaid: call.phase === "outgoing" && call.localFingerprint === null,
    mayRejoin: call.remoteFeatures?.includes(REJOIN) ?? false,
  };
}

/** Makes the signals of a call: of all its state, of which screens know what is in `CallView`, and of what is around it. */
export function createModel(call: Call): CallModel {
  const around = { remoteStreams: null, path: null, features: new Map(), endedAtWallMs: null };
  const fields = { ...call, ...derive(call), ...around };
  const properties = Object.entries(fields).map(([name, value]) => {
    const shown = signal<unknown>(value);
    return [name, { get: () => shown.value, set: (value: unknown) => shown.value = value, enumerable: true }] as const;
  });
  // The names and what belongs to each are those of `fields`; the compiler loses sight of them on the way.
  return Object.defineProperties({}, Object.fromEntries(properties)) as typeof fields;
}

/** Shows the state of the call as it is now. */
export function showCall(model: CallModel, call: Call): void {
  Object.assign(model, call, derive(call));
}

/** Shows what both ends can do, and how far each of it is. */
export function showFeatures(model: CallModel, features: FeatureStates): void {
  const isSame = [...features].every(([name, { stage, view }]) => {
    const before = model.features.get(name);
    return before?.stage === stage && before.view === view;
  });
  if (!isSame || features.size !== model.features.size) model.features = features;
}
