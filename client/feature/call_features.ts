/**
 * Runs the features of all calls: loads a feature when it is first needed, hands it the other end's messages in order,
 * and ends it with its call. A feature that fails is closed and starts again when it is next needed; no other notices.
 * Used by `calls.ts`; knows no feature by name.
 */

import type { CallId, PeerId } from "../../signaling/protocol.ts";
import { attempt } from "../bounds/attempt.ts";
import type { Call, CallEvent } from "../call/call.ts";
import { isAnswered } from "../call/call_steps.ts";
import { isOnHold } from "../call/holding.ts";
import type { Feature, FeatureCall, FeatureEntry, FeatureKey, FeatureStates } from "./feature.ts";
import { Legacies, type Legacy } from "./legacies.ts";
import type { MediaState, Tracks } from "../media/source.ts";
import { MovingFeatures } from "./moving_features.ts";
import { type Act, createFeatureLine, end, type Running, type SpeakingLine, type Waiting } from "./running.ts";

/**
 * What waits for a feature to be loaded; more of what the other end says is left unacknowledged meanwhile. What it had
 * said before, behind a gap that is filled only then, has been let in and waits too.
 */
export const WAITING_MAX = 64;
/** A feature that did not load is loaded again at the other end's word so often at most, in milliseconds. */
export const AGAIN_MS = 1_000;

export type CallFeaturesOptions = {
  readonly features: readonly FeatureEntry[];
  readonly findCall: (callId: CallId) => Call | undefined;
  readonly localPeerId: () => PeerId | null;
  readonly isInCallWith: (peerId: PeerId) => boolean;
  /** Whether there is a call that goes on with one with that peer. */
  readonly goesOnWith: (peerId: PeerId) => boolean;
  /** What the call's other end is sent now. */
  readonly localMedia: (callId: CallId) => MediaState;
  readonly now: () => number;
  readonly monotonicNow: () => number;
  readonly dispatch: (callId: CallId, event: CallEvent) => void;
  readonly findLine: (callId: CallId) => SpeakingLine | undefined;
  /** What is shown of a feature has changed. */
  readonly changed: () => void;
  /** The person has made sure who the other end of a call is. */
  readonly onJudged: (call: Call, judgement: { readonly isSame: boolean }) => void;
};

export class CallFeatures {
  readonly #options: CallFeaturesOptions;
  readonly #calls = new Map<CallId, Map<string, Running>>();
  readonly #legacies = new Legacies();
  readonly #moving = new MovingFeatures();

  constructor(options: CallFeaturesOptions) {
    this.#options = options;
  }

  /** The call is answered: opens what every call needs, and what the one before it has left running. */
  open(callId: CallId): void {
    const { features, findCall, isInCallWith } = this.#options;
    const call = findCall(callId);
    if (!call?.rejoined) this.#legacies.forget((peerId) => peerId === call?.remotePeerId || !isInCallWith(peerId));
    const isMoving = (name: string) => call !== undefined && this.#moving.has(call.remotePeerId, name);
    for (const entry of features) if (entry.isEager || isMoving(entry.name)) this.#run(callId, entry);
    this.#moving.end(({ peerId, name }) => peerId === call?.remotePeerId && !this.#calls.get(callId)?.has(name));
  }

  /** Whether another message of the feature may be taken now, and so be acknowledged. */
  mayTake(callId: CallId, name: string): boolean {
    const running = this.#calls.get(callId)?.get(name);
    if (running === undefined || running.waiting.length < WAITING_MAX) return true;
    if (running.stage === "failed" && Math.abs(this.#options.now() - running.failedAtMs) >= AGAIN_MS) {
      this.#need(callId, name);
    }
    return false;
  }

  /** Takes what the other end's feature has said, in a call that is proved and answered. */
  receive(callId: CallId, name: string, body: unknown): void {
    this.#need(callId, name, { act: (feature) => feature.receive(body), isAcked: true });
  }

  /**
   * Opens the feature of which the other end begins a stream. Null where there is none to be opened; else resolves once
   * it is open, or cannot be.
   */
  openForStream(callId: CallId, name: string): Promise<void> | null {
    this.#need(callId, name);
    const running = this.#calls.get(callId)?.get(name);
    return running?.stage === "loading" ? running.loading : null;
  }

  /** Takes what it has said by the connection alone. */
  receiveDirect(callId: CallId, name: string, body: unknown): void {
    this.#need(callId, name, { act: (feature) => feature.receiveDirect?.(body), isAcked: false });
  }

  /** Acts on a feature for the person, as soon as it is there; does nothing where the other end does not have it. */
  use<F extends Feature>(callId: CallId, { name }: FeatureKey<F>, act: (feature: F) => unknown): void {
    this.#need(callId, name, { act: act as Act, isAcked: false }); // The key is made beside the feature.
  }

  /** Tells the features that are open, and begins anew those which every call needs and whose code did not come. */
  handleLocalMedia(): void {
    for (const callId of this.#calls.keys()) this.#tellMedia(callId);
  }

  #tellMedia(callId: CallId): void {
    const media = this.#mediaOf(callId);
    const act: Act = (feature) => feature.handleLocalMedia?.(media);
    for (const [name, running] of this.#calls.get(callId) ?? []) {
      const entry = this.#options.features.find((each) => each.name === name);
      if (running.stage === "failed" && entry?.isEager) this.#run(callId, entry, { act, isAcked: false });
      else this.#act(callId, name, running, act);
    }
  }

  /** What this end sends in a call: from its devices, and what features send there. */
  #mediaOf(callId: CallId): MediaState {
    const all = [...this.#calls.get(callId)?.values() ?? []].flatMap(({ sent }) => Object.entries(sent));
    return {
      ...this.#options.localMedia(callId),
      ...Object.fromEntries(all.map(([source, track]) => [source, track !== null && !this.#isOnHold(callId)])),
    };
  }

  #isOnHold(callId: CallId): boolean {
    const call = this.#options.findCall(callId);
    return call !== undefined && isOnHold(call);
  }

  /** The call is on hold, or no more: what features send in it rests meanwhile. */
  handleHold(callId: CallId): void {
    const line = this.#options.findLine(callId);
    for (const { sent } of this.#calls.get(callId)?.values() ?? []) line?.setTracks(this.#whileHeard(callId, sent));
    this.#tellMedia(callId);
  }

  #whileHeard(callId: CallId, tracks: Partial<Tracks>): Partial<Tracks> {
    return this.#isOnHold(callId) ? Object.fromEntries(Object.keys(tracks).map((source) => [source, null])) : tracks;
  }

  #sendTracks(callId: CallId, line: SpeakingLine, running: Running, tracks: Partial<Tracks>): void {
    running.sent = { ...running.sent, ...tracks };
    line.setTracks(this.#whileHeard(callId, tracks));
    this.#tellMedia(callId);
  }

  /** What is shown of the features that both ends of the call have. */
  statesOf(callId: CallId): FeatureStates {
    const call = this.#options.findCall(callId);
    const all = this.#calls.get(callId);
    const shared = call === undefined ? [] : this.#options.features.filter((entry) => isShared(entry, call));
    return new Map(shared.map(({ name }) => {
      const { stage, feature } = all?.get(name) ?? { stage: "idle", feature: null };
      return [name, { stage, view: feature?.view }];
    }));
  }

  /** The call is over, or another has taken its place. */
  close(callId: CallId): void {
    const all = this.#calls.get(callId) ?? [];
    this.#calls.delete(callId);
    for (const [name, running] of all) {
      const { remotePeerId: peerId, feature } = running;
      this.#legacies.keep(peerId, name, feature);
      if (feature?.goOn) this.#moving.add({ peerId, name, feature });
      end(feature?.goOn ? { ...running, feature: null } : running);
    }
    this.#moving.end(({ peerId }) => !this.#options.goesOnWith(peerId));
  }

  /** What the features of the call with a peer leave to one that goes on with it. */
  legacyOf(peerId: PeerId): Legacy {
    for (const [name, { remotePeerId, feature }] of [...this.#calls.values()].flatMap((all) => [...all])) {
      if (remotePeerId === peerId) this.#legacies.keep(peerId, name, feature);
    }
    return this.#legacies.of(peerId);
  }

  /** A page before this one has left this, for a call that is to go on with its own. */
  inherit(peerId: PeerId, legacy: Legacy): void {
    this.#legacies.inherit(peerId, legacy);
  }

  /** Whatever becomes of showing it, the feature goes on. */
  #show(): void {
    attempt("show a feature", this.#options.changed);
  }

  #need(callId: CallId, name: string, what?: Waiting): void {
    const entry = this.#options.features.find((each) => each.name === name);
    if (entry !== undefined) this.#run(callId, entry, what);
  }

  #run(callId: CallId, entry: FeatureEntry, what?: Waiting): void {
    const remotePeerId = this.#describe(callId, entry)?.remotePeerId;
    if (remotePeerId === undefined) return;
    const all = this.#calls.get(callId) ?? new Map<string, Running>();
    this.#calls.set(callId, all);
    const running: Running = all.get(entry.name) ?? {
      ...{ stage: "failed", feature: null, waiting: [], refuseStreams: () => {}, sent: {}, withdraw: () => {} },
      ...{ loading: Promise.resolve(), failedAtMs: 0, remotePeerId },
    };
    all.set(entry.name, running);
    if (running.feature !== null) return what && this.#act(callId, entry.name, running, what.act);
    const ownCount = running.waiting.filter(({ isAcked }) => !isAcked).length;
    if (what !== undefined && (what.isAcked || ownCount < WAITING_MAX)) running.waiting.push(what);
    if (running.stage === "loading") return;
    running.stage = "loading";
    running.loading = this.#load(callId, entry, running);
  }

  async #load(callId: CallId, entry: FeatureEntry, running: Running): Promise<void> {
    let isLoaded = false;
    try {
      const { open } = await entry.load();
      isLoaded = true;
      const call = this.#describe(callId, entry);
      const line = this.#options.findLine(callId);
      const isOver = call === null || line === undefined || this.#calls.get(callId)?.get(entry.name) !== running;
      if (isOver) return;
      const sendTracks = (tracks: Partial<Tracks>) => this.#sendTracks(callId, line, running, tracks);
      running.withdraw = () =>
        sendTracks(Object.fromEntries(Object.keys(running.sent).map((source) => [source, null])));
      const ownLine = { ...createFeatureLine(entry, line, running), sendTracks };
      const moved = this.#moving.take(call.remotePeerId, entry.name);
      running.feature = moved ?? open(ownLine, call);
      moved?.goOn?.(ownLine, call);
      running.stage = "open";
    } catch (error) {
      const kept = isLoaded ? [] : running.waiting.filter(({ isAcked }) => isAcked);
      return this.#fail(callId, entry.name, running, error, kept);
    }
    this.#show();
    for (const { act } of running.waiting.splice(0)) this.#act(callId, entry.name, running, act);
  }

  #act(callId: CallId, name: string, running: Running, act: Act): void {
    const { feature } = running;
    if (feature === null) return;
    const fail = (error: unknown) => {
      if (running.feature === feature) this.#fail(callId, name, running, error);
    };
    try {
      void Promise.resolve(act(feature)).catch(fail);
    } catch (error) {
      fail(error);
    }
  }

  #fail(callId: CallId, name: string, running: Running, error: unknown, waiting: Waiting[] = []): void {
    console.warn(`Cannot go on with ${name}:`, error);
    end(running);
    this.#moving.end((moving) => moving.name === name && moving.peerId === running.remotePeerId);
    if (Object.values(running.sent).some((track) => track !== null)) attempt("send no more", running.withdraw);
    Object.assign(running, { stage: "failed", feature: null, waiting, failedAtMs: this.#options.now() });
    if (this.#calls.get(callId)?.get(name) === running) this.#show();
  }

  /** Describes the call to a feature; null before it is answered and proved, when it is over, and where one end lacks it. */
  #describe(callId: CallId, entry: FeatureEntry): FeatureCall | null {
    const { findCall, localPeerId: findLocalPeerId, now, monotonicNow, dispatch, onJudged } = this.#options;
    const call = findCall(callId);
    const localPeerId = findLocalPeerId();
    if (call === undefined || localPeerId === null || !isAnswered(call) || !isShared(entry, call)) return null;
    const { remotePeerId, isOutgoing, localFingerprint, remoteFingerprint, remoteMedia } = call;
    if (localFingerprint === null || remoteFingerprint === null) return null;
    return {
      ...{ callId, localPeerId, remotePeerId, isOutgoing, localFingerprint, remoteFingerprint, remoteMedia },
      legacy: call.rejoined && this.#legacies.of(remotePeerId)[entry.name],
      localMedia: () => this.#mediaOf(callId),
      isHeld: () => findCall(callId)?.isHeld ?? false,
      held: (isHeld) => {
        if (findCall(callId)?.isRemoteHeld === !isHeld) dispatch(callId, { type: "remote-held", isHeld });
      },
      ...{ now, monotonicNow },
      changed: () => this.#show(),
      leave: (endReason, word) => dispatch(callId, { type: "left", endReason, word }),
      judged: (judgement) => onJudged(call, judgement),
    };
  }
}

/** Whether the other end has it; a page that is older than features are has what is older too. */
function isShared({ name, type }: FeatureEntry, { remoteFeatures }: Call): boolean {
  return remoteFeatures === null ? type !== undefined : remoteFeatures.includes(name);
}
