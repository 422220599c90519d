/**
 * What a feature is: something that two pages can do in a call beside talking, where both have it. It says what it says
 * over the call's line, is told what the other end's says, and shows a view. `call_features.ts` runs those of all calls;
 * each is a folder of `client/features/`, and one line of the registry there. Nothing of the call's own rules names one.
 *
 *   idle ──the call is answered (eager), somebody uses it, or the other end speaks──► loading ──► open ──► closed
 *                                                                                       └─ failed ◄─┘  used again: loading
 */

import type { CallId, HangUpReason, PeerId } from "../../signaling/protocol.ts";
import type { MediaState, Tracks } from "../media/source.ts";
import type { StreamTaker } from "../bulk/line_streams.ts";
import type { EndReason } from "../call/end_reason.ts";
import type { ConnectionStats } from "../connection/connection_stats.ts";
import type { ByteWriter } from "../streams/stream_writer.ts";

/** How a feature speaks to the other end's. */
export type FeatureLine = {
  /**
   * Says it once and in order, however often the path changes; false if it can be said no more. With `isLatest` what the
   * feature has said before, and nobody has acknowledged, need not be said any more.
   */
  send(body: object, options?: { readonly isLatest: boolean }): boolean;
  /**
   * Says it by the connection alone, and once: the server never has it, and can say nothing in its place. False while the
   * other end is not heard there. It may be lost with the connection, so whoever needs it to arrive says it again.
   */
  sendDirect(body: object): boolean;
  /**
   * Begins a stream of bytes to the other end's, which outlives any connection and ends with the call at the latest.
   *
   * @param label 1 to 31 of `A–Z a–z 0–9 _ . - /`
   * @throws {StreamError} why there can be none
   */
  openStream(label: string): Promise<ByteWriter>;
  /** Has `take` given the streams that the other end's begins, until the feature ends. */
  offerStreams(take: StreamTaker): void;
  /**
   * Sends these tracks in this call from now on, or nothing from a source whose track is null, without any negotiation.
   * Only one feature may send from a source, and none from the camera or the microphone.
   */
  sendTracks(tracks: Partial<Tracks>): void;
  /** Sends the camera's picture with so many lines along its shorter side at most, 0 for no picture, or all again (null). */
  needPicture(lines: number | null): void;
  /** The connection in use, to be asked how it does; another object once another has taken its place, null before the first. */
  connection(): { readStats(): Promise<ConnectionStats> } | null;
};

/** The call, as far as it concerns a feature: answered, with both ends proved. */
export type FeatureCall = {
  readonly callId: CallId;
  readonly localPeerId: PeerId;
  readonly remotePeerId: PeerId;
  readonly isOutgoing: boolean;
  /** The certificates that both ends have proved. */
  readonly localFingerprint: string;
  readonly remoteFingerprint: string;
  /** What the other end has said that it sends, in its offer or answer. */
  readonly remoteMedia: MediaState;
  /** What the feature has left in the call that this one goes on with, unparsed; undefined where it begins anew. */
  readonly legacy: unknown;
  /** What this end sends now. */
  localMedia(): MediaState;
  /** Whether this end has put the call on hold. */
  isHeld(): boolean;
  /** The other end has said that it has put the call on hold, or has not. */
  held(isHeld: boolean): void;
  /** Wall-clock time. */
  now(): number;
  /** The page's own time, for spans: nobody sets it. */
  monotonicNow(): number;
  /** The view is another one. */
  changed(): void;
  leave(endReason: EndReason, word: HangUpReason): void;
  /** The person has made sure who the other end is: it is they, or it is not. */
  judged(judgement: { readonly isSame: boolean }): void;
};

export interface Feature<View = unknown> {
  /** What the screen shows; another object when it has changed, which `changed()` says. */
  readonly view: View;
  /** Takes what the other end's has said, unparsed; what does not fit is ignored. It was acknowledged before. */
  receive(body: unknown): unknown;
  /** Takes what the other end's has said by the connection alone, unparsed. */
  receiveDirect?(body: unknown): unknown;
  /** This end sends something else from now on; nothing while the call is on hold. */
  handleLocalMedia?(media: MediaState): unknown;
  /** Says what it leaves to a call that may go on with this one: plain data, which the tab may keep meanwhile. */
  bequeath?(): unknown;
  /**
   * Goes over to the call that has taken the place of its own, in this page, as it is: for what no other can take up. It
   * is not closed before, and may be asked to stop while it is in none.
   */
  goOn?(line: FeatureLine, call: FeatureCall): void;
  /** The call is over. */
  close(): unknown;
}

/** How a feature is found in a call by whoever knows its type: its screen. */
export type FeatureKey<F extends Feature> = { readonly name: string; readonly of?: F };

/** A line of the registry. */
export type FeatureEntry = {
  /** As pages tell it each other; of the form of a `type`. */
  readonly name: string;
  /** The type of a message by which it speaks in place of `feature`, where it is older than that. */
  readonly type?: "compare" | "media-state";
  /** Every call needs it, from its answer on. */
  readonly isEager?: true;
  /** What the other end's may say at once, and how much more each second; what is over that comes again. */
  readonly messages: { readonly max: number; readonly perSecond: number };
  /** Most of its code, after gzip; the build holds it to that. */
  readonly bytesMax: number;
  readonly load: () => Promise<{ readonly open: (line: FeatureLine, call: FeatureCall) => Feature }>;
};

/** What the screen learns of a feature that both ends have. */
export type FeatureState = {
  readonly stage: "idle" | "loading" | "open" | "failed";
  /** Its own; undefined before it is open. */
  readonly view: unknown;
};
/** By name; those alone that both ends have. */
export type FeatureStates = ReadonlyMap<string, FeatureState>;

/** Reads the view of a feature: null while there is none. */
export function readView<View>(states: FeatureStates, { name }: FeatureKey<Feature<View>>): View | null {
  const state = states.get(name);
  // Under its name stands what the feature itself has shown, and a key is made beside it.
  return state?.stage === "open" ? state.view as View : null;
}
