/** The client's composition root: makes the parts, joins them, and shows the page. */

import { effect } from "@preact/signals";
import { render } from "preact";
import { createTabId, readPeerId } from "../signaling/protocol.ts";
import { Calls } from "./calls.ts";
import { App } from "./components/app.tsx";
import { loadIdentity } from "./identity.ts";
import { Media } from "./media.ts";
import { cleanName } from "./name.ts";
import { Ring } from "./ring.ts";
import { SignalingClient } from "./signaling_client.ts";
import {
  type Actions,
  calls as callViews,
  currentCall,
  identityLifetime,
  linkedPeerId,
  localMedia,
  localName,
  localPeerId,
  signalingStatus,
} from "./state.ts";

declare const DEV: boolean;

const NAME_KEY = "name";

const media: Media = new Media((state) => {
  localMedia.value = state;
  calls.handleLocalMedia();
});

const calls = new Calls({
  localTabId: createTabId(),
  media,
  now: Date.now,
  send: (message) => signaling?.send(message) ?? false,
  localName: () => localName.value || null,
  onChange: (views) => callViews.value = views.map((view) => ({ ...view, remoteName: cleanName(view.remoteName) })),
});

const actions: Actions = {
  placeCall: (remotePeerId) => calls.placeCall(remotePeerId),
  acceptCall: (callId, options) => calls.acceptCall(callId, options),
  declineCall: (callId) => calls.declineCall(callId),
  hangUp: (callId) => calls.hangUp(callId),
  dismissCall: (callId) => calls.dismissCall(callId),
  setMuted: (isMuted) => media.setMuted(isMuted),
  setCameraOn: (isCameraOn) => void media.setCameraOn(isCameraOn),
  setName(name) {
    localName.value = cleanName(name) ?? "";
    storeName(localName.value);
  },
};

let signaling: SignalingClient | null = null;

async function connect(): Promise<void> {
  const identity = await loadIdentity();
  identityLifetime.value = identity.lifetime;
  signaling = new SignalingClient({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/socket`,
    host: location.host,
    identity,
    now: Date.now,
    random: Math.random,
    handlers: {
      registered(id, iceServers) {
        if (DEV && signalingStatus.value === "lost") location.reload(); // The server restarted with a new build.
        localPeerId.value = id;
        signalingStatus.value = "registered";
        calls.handleRegistered(id, iceServers);
      },
      lost(error) {
        signalingStatus.value = error === null ? "lost" : error.code === "replaced" ? "replaced" : "refused";
      },
      message: (message) => calls.handleMessage(message),
      error(error) {
        if (error.code === "peer-unavailable" && error.callId !== undefined) calls.handleUnavailable(error.callId);
        else console.warn(`The server refused a message: ${error.code}`);
      },
    },
  });
  signaling.start();
  addEventListener("online", () => signaling?.refresh());
  addEventListener("pageshow", (event) => event.persisted && signaling?.refresh());
  document.addEventListener("resume", () => signaling?.refresh());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") signaling?.refreshIfInDoubt();
  });
}

function readLink(): void {
  linkedPeerId.value = readPeerId(location.hash);
}

function loadName(): string {
  try {
    return localStorage.getItem(NAME_KEY) ?? "";
  } catch {
    return ""; // Site data is blocked: the name lasts as long as the page.
  }
}

function storeName(name: string): void {
  try {
    localStorage.setItem(NAME_KEY, name);
  } catch {
    // Site data is blocked: the name lasts as long as the page.
  }
}

localName.value = loadName();
readLink();
addEventListener("hashchange", readLink);
addEventListener("pagehide", () => calls.hangUpAll());
const ring = new Ring();
effect(() => ring.follow(currentCall.value));
const root = document.getElementById("app");
if (root !== null) render(<App actions={actions} />, root);
void connect();
