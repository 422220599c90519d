/** The client's composition root: makes the parts, joins them, and shows the page. */

import { effect } from "@preact/signals";
import { render } from "preact";
import "./page/own_scripts.ts";
import { loadStyle } from "./page/style.ts";
import { takeOver } from "./page/take_over.ts";
import type { IceServer } from "../signaling/protocol.ts";
import { attempt } from "./bounds/attempt.ts";
import { createCallActions } from "./call_actions.ts";
import { App } from "./screens/app.tsx";
import { loadInsecureBanner } from "./screens/home/insecure.ts";
import { loadPeople } from "./screens/home/people.ts";
import { keepTyped } from "./screens/home/typed_early.ts";
import { type CallEngine, type CallParts, createEngine } from "./engine.ts";
import { type Identity, KEYLESS, loadIdentity } from "./identity/identity.ts";
import { hasPeople, keptActions, loadingKept, nameSetting, waitForKept } from "./keeping.ts";
import { offersRelay } from "./ice/ice_urls.ts";
import { followRenewals } from "./socket/renewal.ts";
import { hasTypedText, Occupation } from "./admission/occupation.ts";
import { createWakingClock } from "./time/waking_clock.ts";
import { readLink } from "./model/links.ts";
import { choose, showInLanguage } from "./words/choice.ts";
import { keptStore } from "./kept/kept_store.ts";
import { keepLanguage } from "./kept/settings.ts";
import { SignalingClient } from "./socket/signaling_client.ts";
import {
  type Actions,
  brokenLink,
  calledName,
  callScreens,
  hasLiveCalls,
  hasRelay,
  hasWebRtc,
  identityLifetime,
  type InstallPrompt,
  installPrompt,
  invitingPeerId,
  isLinkNamed,
  linkedPeerId,
  localName,
  localPeerId,
  obstacle,
  signalingStatus,
  standing,
} from "./model/state.ts";
import { type StandingEvent, stepStanding } from "./socket/signaling_status.ts";

declare const DEV: boolean;
/** How many calls a person may be in at once: one that is heard, and others on hold. */
declare const CALLS_MAX: number;

/** Beside the page, wherever that is; by HTTP, to be asked there too. */
const SOCKET_URL = new URL("socket", location.href).href;

/** Whether others have the page in a frame. */
const isFramed = parent !== window;

/** Null until its code has been loaded. */
let engine: CallEngine | null = null;

const occupation = new Occupation({ now: () => performance.now(), hasText: hasTypedText });
addEventListener("input", () => occupation.noteInput());
effect(() => occupation.noteLink(invitingPeerId.value));

async function loadEngine(): Promise<CallEngine | null> {
  let parts: CallParts | null = null;
  try {
    [parts] = await Promise.all([import("./call_parts.ts"), loadStyle("call")]);
    hasWebRtc.value = parts.hasWebRtc();
    callScreens.value = parts;
    if (isFramed) parts.loadFrame(actions);
    calledName.value = parts.findCalledName;
    return engine = createEngine(parts, {
      signaling: () => signaling,
      identity: () => identity,
      callsMax: CALLS_MAX,
      isAbsorbed: (callerId) => occupation.isAbsorbed(callerId),
      ...{ handleTold, socketUrl: SOCKET_URL },
    });
  } catch (error) {
    console.error("Cannot load what calls need:", error);
    // Whoever cannot answer must not be there to be called.
    signaling?.stop();
    note({ type: "incomplete" });
    isLinkNamed.value = false; // Nobody reads the name.
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
  ...keptActions,
  ...createCallActions(withEngine),
  setName(name) {
    localName.value = name; // Until what cleans it is there, and with it all that could send it.
    withEngine(({ cleanName }) => nameSetting.change(() => cleanName(name) ?? ""));
  },
  setLanguage(wanted) {
    keepLanguage(wanted);
    void choose(wanted);
  },
};

let signaling: SignalingClient | null = null;

/** Shows how the page stands with the server after an event; tells whether that is news. */
function note(event: StandingEvent): boolean {
  const before = standing.value;
  standing.value = stepStanding(before, event);
  return standing.value !== before;
}

/** Takes why the last socket did not open. */
function handleTold(say: (() => string) | null, retryAfterMs: number): void {
  if (note({ type: "told", say })) signaling?.holdOff(retryAfterMs);
}

/** Until it is loaded nobody is registered, and so nobody can call or be called. */
let identity: Identity = KEYLESS;

async function connect(): Promise<void> {
  [identity] = await Promise.all([loadIdentity(), loadingKept]);
  // Browsers keep what is in frames apart, by the page around them.
  identityLifetime.value = isFramed && identity.lifetime === "kept" ? "framed" : identity.lifetime;
  signaling = new SignalingClient({
    url: SOCKET_URL.replace("http", "ws"),
    host: location.host,
    identity,
    now: createWakingClock(() => performance.now(), Date.now),
    random: Math.random,
    isUrgent: () => hasLiveCalls.value,
    // Another ID of the same browser is somebody else.
    presenceTopic: () => identity.lifetime === "kept" && keptStore.peek("presence-topic"),
    handlers: {
      registered(id, iceServers, limits) {
        if (DEV && signalingStatus.value === "lost") location.reload(); // The server restarted with a new build.
        localPeerId.value = id;
        note({ type: "registered" });
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
      lost(error, { isUnheard }) {
        if (isUnheard) withEngine(({ refusals }) => refusals.handleUnheard());
        note({ type: "lost", code: error?.code, isUnheard });
      },
      message: (message) => withEngine(({ calls }) => calls.reception.receive(message)),
      error: (error) => withEngine(({ calls }) => calls.reception.handleRefused(error)),
    },
  });
  if (signalingStatus.value === "incomplete") return;
  signaling.start();
  followRenewals({
    renew() {
      attempt("look for the server", () => signaling?.refresh());
      engine?.calls.handleNetworkChange();
    },
    probe: () => signaling?.probe(),
    look: () => signaling?.refreshIfInDoubt(),
  });
}

function readAddress(): void {
  linkedPeerId.value = readLink(location.hash);
  isLinkNamed.value = /\/./.test(location.hash);
  brokenLink.value = linkedPeerId.value === null && location.hash !== "" ? {} : null;
}

function noteRelay(iceServers: readonly IceServer[]): void {
  hasRelay.value = offersRelay(iceServers);
}

readAddress();
addEventListener("hashchange", readAddress);
addEventListener("pagehide", () => {
  attempt("leave word for the next page", () => engine?.rejoin()?.handlePageHide());
  engine?.calls.handlePageClosing();
});
// A page that the browser has kept goes on like one that it loads.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) attempt("go on with a call", () => engine?.rejoin()?.start());
});
// It comes once, maybe before what shows it; without a word to it some browsers would show a banner of their own.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  installPrompt.value = event as InstallPrompt;
});
// From load_guard.ts, which is no module, as "incomplete" goes to it.
addEventListener("reload", (event) => hasLiveCalls.value && event.preventDefault());
const loadingEngine = loadEngine();
effect(() => void (hasPeople.value && loadPeople()));
void showInLanguage(
  () => takeOver((field) => keepTyped(field, actions), (root) => render(<App actions={actions} />, root)),
  Promise.all([
    waitForKept().then(() => hasPeople.value ? loadPeople() : undefined),
    obstacle.value === "insecure" ? loadInsecureBanner() : null,
  ]),
);
void connect();
