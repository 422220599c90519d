/**
 * Joins the parts that make calls to each other, to the signals that show them, and to what this browser keeps. Part of
 * the composition root: `main.tsx` joins it to the server once the code of calls has loaded.
 */

import { effect } from "@preact/signals";
import { createTabId, type PeerId } from "../signaling/protocol.ts";
import { attempt } from "./bounds/attempt.ts";
import type { CallView } from "./conversation/call_views.ts";
import type { DeviceChoices } from "./devices/device_choices.ts";
import type { Identity } from "./identity/identity.ts";
import { isTrial } from "./identity/trial.ts";
import { findCaller, known, missed } from "./keeping.ts";
import type { Rejoin } from "./rejoin/rejoin.ts";
import { blockedPeers } from "./kept/people/blocked_peers.ts";
import { keptStore } from "./kept/kept_store.ts";
import { findKey, isKnown, isMuted } from "./kept/people/known_peers.ts";
import { noteMissed, noteTaken } from "./kept/people/missed_calls.ts";
import {
  type Actions,
  calls as callViews,
  frontCall,
  hasWebRtc,
  isRelayOnly,
  knownPeers,
  leftCall,
  leftCallOffer,
  localMedia,
  localName,
  nameLook,
  ownLinkName,
  signalingStatus,
  speakerId,
  unverifiedCount,
  waitingCalls,
} from "./model/state.ts";
import { followLooks } from "./model/name_look.ts";
import { notify } from "./screens/pieces/copy.tsx";
import { tellUntaken } from "./screens/pieces/untaken.ts";
import type { SignalingClient } from "./socket/signaling_client.ts";

export type CallParts = typeof import("./call_parts.ts");
export type CallEngine = {
  readonly calls: InstanceType<CallParts["Calls"]>;
  /** What calls say goes through it, and so stays below the server's limits. */
  readonly outbox: InstanceType<CallParts["Outbox"]>;
  readonly media: InstanceType<CallParts["Media"]>;
  readonly acquaintances: InstanceType<CallParts["Acquaintances"]>;
  readonly cleanName: CallParts["cleanName"];
  readonly findCalledName: CallParts["findCalledName"];
  readonly refusals: InstanceType<CallParts["RefusalWatch"]>;
  readonly loadPeopleFile: CallParts["loadPeopleFile"];
  /** Which devices are used; null until it is loaded, when the system chooses. */
  readonly devices: () => DeviceChoices | null;
  /** What goes on with calls of pages before this one; null until it is loaded. */
  readonly rejoin: () => Rejoin | null;
};

/** What the engine needs of the rest of the page, which may not be there yet when it is made. */
export interface Surroundings {
  readonly signaling: () => SignalingClient | null;
  readonly identity: () => Identity;
  /** How many calls a person may be in at once. */
  readonly callsMax: number;
  readonly isAbsorbed: (callerId: PeerId) => boolean;
  /** Takes why the last socket did not open. */
  readonly handleTold: (say: (() => string) | null, retryAfterMs: number) => void;
  readonly socketUrl: string;
}

const monotonicNow = () => performance.now();

export function createEngine(parts: CallParts, surroundings: Surroundings): CallEngine {
  const { Acquaintances, cleanName, findCalledName, loadApp, loadEagerFeatures, loadLaterScreens, loadLooks } = parts;
  const { loadPeopleFile } = parts;
  loadEagerFeatures();
  loadLaterScreens();
  const acquaintances = new Acquaintances(known);
  const joined = joinCalls(parts, surroundings, acquaintances);
  const { calls, media } = joined;
  const devices = parts.chooseDevices(media);
  keptStore.onFull = () => notify(parts.storageFullSentence());
  watchOver(parts, surroundings, calls);
  parts.quietTimes.subscribe(() => attempt("quieten what rings", () => calls.handleQuiet()));
  blockedPeers.subscribe(() => attempt("end what rings of somebody blocked", () => calls.handleBlocked()));
  followCalls("take back a missed call", (call) => noteTaken(missed, call));
  followCalls("remember a person", (call) => {
    // Nobody gets to know themselves.
    if (!parts.isWithOneself(call.remotePeerId)) acquaintances.noteCall(call, Date.now(), nameLook.peek());
  });
  followLooks(loadLooks);
  localName.subscribe((name) => ownLinkName.value = parts.encodeLinkName(name));
  attempt("load what makes the page an app", async () => (await loadApp()).startApp(surroundings, joined));
  // Of the two ends of a call in one browser, one alone goes on with it.
  const rejoin = isTrial() ? () => null : goOnWithCalls(parts, calls, media);
  const refusals = new parts.RefusalWatch({
    load: parts.loadRefusals,
    url: surroundings.socketUrl,
    onTold: surroundings.handleTold,
  });
  return { ...joined, acquaintances, cleanName, findCalledName, devices, refusals, rejoin, loadPeopleFile };
}

/** Makes the calls, the devices that they use, and the way out of what they say. */
function joinCalls(
  { Calls, FEATURES, isQuiet, Media, oneInFront, Outbox, TOLD_FEATURES, watching }: CallParts,
  { signaling, identity, callsMax, isAbsorbed }: Surroundings,
  acquaintances: CallEngine["acquaintances"],
): Pick<CallEngine, "calls" | "media" | "outbox"> {
  const outbox = new Outbox({ now: monotonicNow, send: (message) => signaling()?.send(message) ?? false });
  const media: CallEngine["media"] = new Media((state) => {
    localMedia.value = state;
    calls.handleLocalMedia();
  });
  const calls: CallEngine["calls"] = new Calls({
    ...{ localTabId: createTabId(), policy: oneInFront(callsMax, { isOneHeard: true }), media, ...watching },
    now: Date.now,
    monotonicNow,
    serverHeardAgoMs: () => signaling()?.heardAgoMs ?? Infinity,
    send: (message) => outbox.send(message),
    identity,
    localName: () => localName.value || null,
    knownKey: (peerId) => findKey(knownPeers.value, peerId),
    ...{ features: FEATURES, toldFeatures: TOLD_FEATURES },
    isRelayOnly: () => isRelayOnly.value,
    hasWebRtc: () => hasWebRtc.value,
    isRegistered: () => signaling()?.isRegistered ?? false,
    callerOf: findCaller,
    isAbsorbed,
    isQuiet: (callerId) => isQuiet() || isMuted(knownPeers.value, callerId, Date.now()),
    onChange: (views) => callViews.value = views,
    onMissed(call) {
      tellUntaken(call);
      missed.change((callers) => noteMissed(callers, call, (peerId) => isKnown(knownPeers.value, peerId)));
    },
    onNoWebRtc: () => hasWebRtc.value = false,
    onJudged: (call, { isSame }) => acquaintances.judgeWords(call, { isSame }, Date.now()),
    onUnverified: () => unverifiedCount.value++,
    onDoubt: () => signaling()?.probe(),
  });
  return { calls, media, outbox };
}

/** Has whoever waits make themselves heard or come to the front, and asks before what is on is lost. */
function watchOver(
  { Ring, whenWatching }: CallParts,
  { isAbsorbed }: Surroundings,
  calls: CallEngine["calls"],
): void {
  const ring = new Ring(() => speakerId.peek());
  const bringForward: Actions["warmCall"] = (callId) => calls.placeRing(callId, "front", true);
  whenWatching(({ askBeforeLeaving, Persistence, QuietWatch }) => {
    const watch = new QuietWatch({ now: monotonicNow, isAbsorbed, bringForward });
    const persistence = new Persistence(navigator.storage);
    effect(() => {
      const views = callViews.value;
      attempt("watch who waits", () => watch.follow(views));
    });
    effect(() => askBeforeLeaving(callViews.value));
    followCalls("ask to keep what is kept", (call) => persistence.follow(call));
  });
  // Each with the call in hand before it can fail, or it would follow none any more.
  effect(() => {
    const [call, waiting] = [frontCall.value, waitingCalls.value];
    attempt("ring", () => ring.follow(call, waiting));
  });
}

/** Goes on with calls of pages before this one, once the page can make calls; hands out what does so. */
function goOnWithCalls(
  { loadLeftCallOffer, watchLeftCalls }: CallParts,
  calls: CallEngine["calls"],
  media: CallEngine["media"],
): CallEngine["rejoin"] {
  let rejoin: Rejoin | null = null;
  watchLeftCalls({
    now: Date.now,
    monotonicNow,
    session: () => sessionStorage,
    locks: navigator.locks,
    media: () => localMedia.peek(),
    offer(left) {
      leftCall.value = left;
      if (left === null) return;
      attempt("offer a call", async () => leftCallOffer.value = (await loadLeftCallOffer()).LeftCallOffer);
    },
    legacyOf: (peerId) => calls.legacyOf(peerId),
    rejoin(peerId, { isMuted, legacy, ...placing }) {
      calls.inherit(peerId, legacy);
      calls.placeCall(peerId, placing);
      if (isMuted) media.setMuted(true); // Once there is a call that is muted by it: else the next would be.
    },
  }, (watch) => {
    rejoin = watch;
    effect(() => {
      const [views, { isMuted, isCameraOn }] = [callViews.value, localMedia.value];
      if (isMuted !== null && isCameraOn !== null) attempt("remember the calls", () => watch.follow(views));
    });
    const stopStarting = effect(() => {
      if (signalingStatus.value !== "registered") return;
      // Once those who wait for the same have been told.
      queueMicrotask(() => {
        stopStarting();
        attempt("go on with a call", () => watch.start());
      });
    });
  });
  return () => rejoin;
}

/** Follows each call that there is, whichever has the screen. */
function followCalls(what: string, follow: (call: CallView) => unknown): void {
  effect(() => {
    for (const call of callViews.value) attempt(what, () => follow(call));
  });
}
