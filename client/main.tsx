/** The client's composition root: makes the parts, joins them, and shows the page. */

import { effect } from "@preact/signals";
import { render } from "preact";
import { createTabId, type ErrorCode, type IceServer, type PeerId, readPeerId } from "../signaling/protocol.ts";
import { attempt } from "./attempt.ts";
import type { Caller } from "./admission.ts";
import { App } from "./components/app.tsx";
import { type Identity, KEYLESS, loadIdentity } from "./identity.ts";
import { block, createBlockedList, unblock } from "./blocked_peers.ts";
import { confirmName, findKey, isKnown, KnownPeerList, peerOf, setVerified } from "./known_peers.ts";
import { missedCallList, noteMissed } from "./missed_calls.ts";
import { cleanName } from "./name.ts";
import { Occupation } from "./occupation.ts";
import { readSetting, storeSetting } from "./settings.ts";
import { SignalingClient } from "./signaling_client.ts";
import {
  type Actions,
  blockedPeers,
  calls as callViews,
  callScreens,
  type CallView,
  currentCall,
  hasRelay,
  identityLifetime,
  isRelayOnly,
  knownPeers,
  linkedPeerId,
  localMedia,
  localName,
  localPeerId,
  type MissedCall,
  nameLook,
  type SignalingStatus,
  signalingStatus,
  unverifiedCount,
} from "./state.ts";

declare const DEV: boolean;

type CallParts = typeof import("./call_parts.ts");
type CallEngine = {
  readonly calls: InstanceType<CallParts["Calls"]>;
  /** What calls say goes through it, and so stays below the server's limits. */
  readonly outbox: InstanceType<CallParts["Outbox"]>;
  readonly media: InstanceType<CallParts["Media"]>;
};

const known = new KnownPeerList((peers) => knownPeers.value = peers);
const blocked = createBlockedList(() => engine?.calls.handleBlocked());

/** Null until its code has been loaded. */
let engine: CallEngine | null = null;

function createEngine({ Calls, Media, Outbox, Ring, loadLooks }: CallParts): CallEngine {
  const monotonicNow = () => performance.now();
  const outbox = new Outbox({ now: monotonicNow, send: (message) => signaling?.send(message) ?? false });
  const media: CallEngine["media"] = new Media((state) => {
    localMedia.value = state;
    calls.handleLocalMedia();
  });
  const calls: CallEngine["calls"] = new Calls({
    localTabId: createTabId(),
    media,
    now: Date.now,
    monotonicNow,
    send: (message) => outbox.send(message),
    identity: () => identity,
    localName: () => localName.value || null,
    knownKey: (peerId) => findKey(knownPeers.value, peerId),
    isRelayOnly: () => isRelayOnly.value,
    callerOf,
    isAbsorbed,
    onChange: (views) => callViews.value = views.map((view) => ({ ...view, remoteName: cleanName(view.remoteName) })),
    onMissed: (call) => noteMissedCall({ ...call, remoteName: cleanName(call.remoteName) }),
    onUnverified: () => unverifiedCount.value++,
    onDoubt: () => signaling?.probe(),
  });
  const ring = new Ring();
  // Each with the call in hand before it can fail, or it would follow none any more.
  effect(() => followCall("ring", (call) => ring.follow(call)));
  effect(() => followCall("remember a person", (call) => known.noteCall(call, nameLook.peek())));
  const stopWaiting = effect(() => {
    if (knownPeers.value.length === 0) return; // Who knows nobody has no name to compare with.
    queueMicrotask(() => stopWaiting());
    loadLooks().then(({ skeletonOf }) => nameLook.value = skeletonOf)
      .catch((error: unknown) => console.warn("Cannot compare names by their look:", error));
  });
  return { calls, media, outbox };
}

function callerOf(peerId: PeerId): Caller {
  if (blockedPeers.value.some((peer) => peer.peerId === peerId)) return "blocked";
  return isKnown(knownPeers.value, peerId) ? "known" : "stranger";
}

const occupation = new Occupation(() => performance.now());
addEventListener("input", () => occupation.noteInput());
effect(() => occupation.noteLink(linkedPeerId.value === localPeerId.value ? null : linkedPeerId.value));

function isAbsorbed(callerId: PeerId): boolean {
  return occupation.isAbsorbed(
    callerId,
    document.querySelector("input[type=text]:focus:not(:placeholder-shown)") !== null,
  );
}

function noteMissedCall(call: MissedCall): void {
  missedCallList.change((callers) => noteMissed(callers, call, (peerId) => isKnown(knownPeers.value, peerId)));
}

function followCall(what: string, follow: (call: CallView | null) => void): void {
  const call = currentCall.value;
  attempt(what, () => follow(call));
}

async function loadEngine(): Promise<CallEngine | null> {
  let parts: CallParts | null = null;
  try {
    parts = await import("./call_parts.ts");
    callScreens.value = parts;
    return engine = createEngine(parts);
  } catch (error) {
    console.error("Cannot load what calls need:", error);
    // Whoever cannot answer must not be there to be called.
    signaling?.stop();
    signalingStatus.value = "incomplete";
    // What has not come may come with another try; what throws would throw again.
    if (parts === null) dispatchEvent(new Event("incomplete"));
    return null;
  }
}

/** Acts on the calls as soon as their code is there, in the order of asking; at once when it is. */
function withEngine(act: (engine: CallEngine) => unknown): void {
  const run = (loaded: CallEngine | null) => attempt("act on calls", () => loaded !== null && act(loaded));
  if (engine !== null) run(engine);
  else void loadingEngine.then(run);
}

const actions: Actions = {
  placeCall: (remotePeerId, options) => withEngine(({ calls }) => calls.placeCall(remotePeerId, options)),
  acceptCall: (callId, options) => withEngine(({ calls }) => calls.acceptCall(callId, options)),
  warmCall: (callId) => withEngine(({ calls }) => calls.warmCall(callId)),
  placeRing: (callId, place) => withEngine(({ calls }) => calls.placeRing(callId, place)),
  declineCall: (callId) => withEngine(({ calls }) => calls.declineCall(callId)),
  hangUp: (callId) => withEngine(({ calls }) => calls.hangUp(callId)),
  dismissCall: (callId) => withEngine(({ calls }) => calls.dismissCall(callId)),
  compareWords: (callId) => withEngine(({ calls }) => calls.compareWords(callId)),
  judgeWords(callId, { isSame }) {
    const call = callViews.value.find((view) => view.callId === callId);
    if (call === undefined) return;
    const peer = peerOf(call);
    if (!isSame) {
      known.change((peers) => setVerified(peers, peer, null));
      return withEngine(({ calls }) => calls.endAsDifferent(callId));
    }
    known.change((peers) => setVerified(confirmName(peers, peer), peer, Date.now()));
  },
  confirmName(callId) {
    const call = callViews.value.find((view) => view.callId === callId);
    if (call !== undefined) known.change((peers) => confirmName(peers, peerOf(call)));
  },
  setMuted: (isMuted) => withEngine(({ media }) => media.setMuted(isMuted)),
  setCameraOn: (isCameraOn) => withEngine(({ media }) => media.setCameraOn(isCameraOn)),
  setName(name) {
    localName.value = cleanName(name) ?? "";
    storeSetting("name", localName.value);
  },
  setRelayOnly(isOn) {
    isRelayOnly.value = isOn;
    storeSetting("relay-only", isOn ? "yes" : "");
  },
  clearMissedCalls: () => missedCallList.change(() => []),
  blockPeer: ({ remotePeerId: peerId, remoteName: name }) =>
    blocked.change((peers) => block(peers, { peerId, name, atMs: Date.now() })),
  unblockPeer: (peerId) => blocked.change((peers) => unblock(peers, peerId)),
};

let signaling: SignalingClient | null = null;

/** Until it is loaded nobody is registered, and so nobody can call or be called. */
let identity: Identity = KEYLESS;

async function connect(): Promise<void> {
  identity = await loadIdentity();
  identityLifetime.value = identity.lifetime;
  signaling = new SignalingClient({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/socket`,
    host: location.host,
    identity,
    now: Date.now, // Unlike the page's own clock, it goes on while the machine sleeps.
    random: Math.random,
    isUrgent: () => engine?.calls.hasLiveCall ?? false,
    handlers: {
      registered(id, iceServers, limits) {
        if (DEV && signalingStatus.value === "lost") location.reload(); // The server restarted with a new build.
        localPeerId.value = id;
        signalingStatus.value = "registered";
        noteRelay(iceServers);
        withEngine(({ calls, outbox }) => {
          outbox.configure(limits); // First: what waits is said again.
          calls.handleRegistered(id, iceServers);
        });
      },
      iceServers(iceServers) {
        noteRelay(iceServers);
        withEngine(({ calls }) => calls.handleIceServers(iceServers));
      },
      lost(error) {
        const told: Partial<Record<ErrorCode, SignalingStatus>> = {
          "replaced": "replaced",
          "bad-signature": "refused",
          "rate-limited": "limited",
        };
        signalingStatus.value = (error && told[error.code]) ?? "lost";
      },
      message: (message) => withEngine(({ calls }) => calls.handleMessage(message)),
      error(error) {
        const { code, callId } = error;
        const isUndelivered = code === "peer-unavailable" || code === "unavailable";
        if (isUndelivered && callId !== undefined) engine?.calls.handleUndelivered(callId, code);
        else console.warn(`The server refused a message: ${error.code}`);
      },
    },
  });
  if (signalingStatus.value === "incomplete") return;
  signaling.start();
  // Each of these may mean another network, or a socket that only looks open.
  const renew = () => {
    attempt("look for the server", () => signaling?.refresh());
    engine?.calls.handleNetworkChange();
  };
  addEventListener("online", renew);
  followNetwork(renew, () => signaling?.probe());
  addEventListener("pageshow", (event) => event.persisted && renew());
  document.addEventListener("resume", renew);
  navigator.mediaDevices?.addEventListener("devicechange", () => withEngine(({ media }) => media.retry()));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") signaling?.refreshIfInDoubt();
  });
}

function readLink(): void {
  linkedPeerId.value = readPeerId(location.hash);
}

function noteRelay(iceServers: readonly IceServer[]): void {
  hasRelay.value = iceServers.some(({ urls }) => [urls].flat().some((url) => url.startsWith("turn")));
}

/**
 * Listens to the Network Information API where there is one (Chromium). It tells of another kind of network where it
 * knows kinds, on phones; but also of each new estimate of the speed, of which nothing follows but a closer look.
 */
function followNetwork(handleOther: () => void, handleDoubt: () => void): void {
  const connection: unknown = "connection" in navigator ? navigator.connection : null;
  if (!(connection instanceof EventTarget)) return;
  const readType = () => "type" in connection ? connection.type : undefined;
  let type = readType();
  connection.addEventListener("change", () => {
    const before = type;
    type = readType();
    if (type === before) handleDoubt();
    else handleOther();
  });
}

localName.value = readSetting("name");
isRelayOnly.value = readSetting("relay-only") !== "";
missedCallList.follow();
blocked.follow();
known.follow();
readLink();
addEventListener("hashchange", readLink);
addEventListener("pagehide", () => engine?.calls.hangUpAll());
// From load_guard.ts, which is no module, as "incomplete" goes to it.
addEventListener("reload", (event) => engine?.calls.hasLiveCall && event.preventDefault());
const root = document.getElementById("app");
if (root !== null) render(<App actions={actions} />, root);
const loadingEngine = loadEngine();
void connect();
