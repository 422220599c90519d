/**
 * What the screen shows, as signals. Written by the composition root's parts (signaling, calls, media), read by
 * components, which change nothing here themselves: they call `Actions`.
 *
 * `calls` holds every call there is, one entry for each remote peer's line: nothing may assume that there is only one.
 */

import { computed, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { CallId, PeerId } from "../../signaling/protocol.ts";
import { foldName, type KnownPeers, type Look } from "../kept/people/known_peers.ts";
import type { IdentityLifetime } from "../identity/identity.ts";
import type { DeviceView } from "../devices/device_choices.ts";
import type { DeviceKind } from "../devices/device_preferences.ts";
import type { LocalMedia } from "../media/local_media.ts";
import type { Feature, FeatureKey } from "../feature/feature.ts";
import type { CallView } from "../conversation/call_views.ts";
import type { Language } from "../words/grammar/languages.ts";
import type { LeftCall } from "../rejoin/rejoin.ts";
import { CONNECTING, type SignalingStatus, type Standing } from "../socket/signaling_status.ts";

/** Why no call can be made from a page: it came without HTTPS; its browser has no Ed25519; or no WebRTC. */
export type Obstacle = "insecure" | "keyless" | "no-webrtc";

/** How the page stands with the server. */
export const standing = signal<Standing>(CONNECTING);
export const signalingStatus = computed(() => standing.value.status);
export const localPeerId = signal<PeerId | null>(null);
export const identityLifetime = signal<IdentityLifetime>("kept");
/** Whether this browser makes connections, as far as it was tried. */
export const hasWebRtc = signal(true);
/** Why no call can come of this page, whatever the server says; null where one can. */
export const obstacle = computed<Obstacle | null>(() => {
  if (globalThis.isSecureContext === false) return "insecure";
  return identityLifetime.value === "socket" ? "keyless" : hasWebRtc.value ? null : "no-webrtc";
});
/** The own ID as the key has it, found out where no server has confirmed it; null until then. */
export const ownPeerId = signal<PeerId | null>(null);
/** The own ID where calls can reach it, to be given away. */
export const callablePeerId = computed(() => obstacle.value === null ? localPeerId.value ?? ownPeerId.value : null);
/** What others see beside the own ID; empty when the person gave none. */
export const localName = signal("");
/** The same as the own link has it, behind the ID; empty until the calls are loaded. */
export const ownLinkName = signal("");
/** The person wants no call to show the other end their address: media only through a relay. */
export const isRelayOnly = signal(false);
/** Whether the server offers a relay; null until it is known. */
export const hasRelay = signal<boolean | null>(null);
/** The person wants a relay, and there is none: no call would connect. */
export const isRelayStuck = computed(() => isRelayOnly.value && hasRelay.value === false);
/** Calls since the page was loaded that nobody had proved to be their caller's. */
export const unverifiedCount = signal(0);
/** Whom this browser has talked with; kept in it. */
export const knownPeers = signal<KnownPeers>([]);
/** Calls missed while the person looked at something else, and not seen since. */
export const unseenMissed = signal(0);
/** What makes one of names that look the same. */
export const nameLook = signal<Look>(foldName);
/** What somebody is called who has not answered yet. */
export type CalledName = {
  readonly name: string;
  /** They had it in a call; else it is what a link says, which anybody may have written. */
  readonly isProved: boolean;
};
/** Finds it; null where there is none, and itself until it is loaded. */
export const calledName = signal<((peerId: PeerId) => CalledName | null) | null>(null);
/** The ID in the link that opened this page: offered to call, never called by itself. */
export const linkedPeerId = signal<PeerId | null>(null);
/** Whether the link seems to say whom it calls. */
export const isLinkNamed = signal(false);
/** There for each address of the page that has something in an ID's place that is none; null for all others. */
export const brokenLink = signal<object | null>(null);
/** Whom the link offers to call; null where it is the own one, or none. */
export const invitingPeerId = computed(() => linkedPeerId.value === localPeerId.value ? null : linkedPeerId.value);
export const calls = signal<readonly CallView[]>([]);
/** The screens of a call, which come after the first one; null until they are loaded. */
export const callScreens = signal<CallScreens | null>(null);
/** A call of a page before this one that the person may go on with; null where there is none. */
export const leftCall = signal<LeftCall | null>(null);
/** What offers it, which few ever see, and so is loaded with the first; null until then. */
export const leftCallOffer = signal<ComponentType<{ actions: Actions }> | null>(null);
/** What the first screen says of the page as an app; it comes behind the first screen, and is null until then. */
export const appNotes = signal<ComponentType | null>(null);
/** What offers to scan somebody's link; it comes with the code of calls, and is null until then, and where it cannot be. */
export const scanButton = signal<ComponentType | null>(null);
/** What leaves messages and shows them; it comes with what makes the page an app, and is null until then. */
export const notes = signal<Notes | null>(null);
/** The browser's offer to install the page; null where there is none. */
export const installPrompt = signal<InstallPrompt | null>(null);
/** What a feature shows beside what places a call; it comes after the first screen, and is null until then. */
export const beforeCall = signal<BeforeCall | null>(null);
/** Opens what the person sets of ringing; the same. */
export const openRinging = signal<(() => void) | null>(null);
/** What is to be said of being called, in place of who can call; null where there is nothing. */
export const reachNote = signal<string | null>(null);
export const localMedia = signal<LocalMedia>({
  stream: null,
  isMuted: false,
  isCameraOn: true,
  audioProblem: null,
  videoProblem: null,
});

/** An event that TypeScript has no type of (W3C manifest-incubations `#beforeinstallpromptevent-interface`). */
export type InstallPrompt = Event & { prompt(): Promise<{ readonly outcome: "accepted" | "dismissed" }> };

/** Which devices there are to choose from; null until it is known. */
export const deviceView = signal<DeviceView | null>(null);
/** Where all sound goes; empty for whichever speaker the system uses. */
export const speakerId = signal("");

/** What the line on the first screen shows: ready is who could take a call now, with all the code of calls. */
export const lineStatus = computed<SignalingStatus | Obstacle>(() => {
  const status = signalingStatus.value;
  return obstacle.value ?? (status === "registered" && callScreens.value === null ? "connecting" : status);
});

/**
 * Of all calls the one that has the screen: one that rings in front, else the newest that is not on hold here; never one
 * that waits.
 */
export const frontCall = computed(() => {
  const shown = calls.value.filter(({ isWaiting }) => !isWaiting);
  return shown.find(({ phase }) => phase === "incoming") ??
    shown.findLast(({ isHeld }) => !isHeld) ?? shown.at(-1) ?? null;
});
/** Those that the person is in beside it. */
export const otherCalls = computed(() =>
  calls.value.filter((call) => call !== frontCall.value && call.connectedAtMs !== null && call.endedAtMs === null)
);
/** Whether there is any call that has not ended, ringing or not, in front or not. */
export const hasLiveCalls = computed(() => calls.value.some(({ phase }) => phase !== "ended"));
/** Those that ring in the quiet line. Strangers are not seen there while the person is not to be disturbed. */
export const waitingCalls = computed(() =>
  calls.value.filter(({ isWaiting, isQuiet, isStranger }) => isWaiting && !(isQuiet && isStranger))
);

/** What components may do. Every method returns at once; what comes of it shows in the signals. */
export type Actions = {
  /**
   * With `isPatient`, keeps trying for ten minutes while nobody is connected under that ID; with `video` false, without
   * the camera.
   */
  placeCall(remotePeerId: PeerId, options?: { readonly isPatient?: boolean; readonly video?: boolean }): void;
  /** With `endsOthers`, leaves the call that is heard; without, that goes on hold. */
  acceptCall(callId: CallId, options: { video: boolean; endsOthers?: boolean }): void;
  /** Puts a call on hold, or resumes it, and so puts the one that is heard on hold. */
  setHeld(callId: CallId, isHeld: boolean): void;
  /** The person reaches for Accept. */
  warmCall(callId: CallId): void;
  /** Brings a call that rings to the front, or puts it into the quiet line. */
  placeRing(callId: CallId, place: "front" | "line"): void;
  declineCall(callId: CallId): void;
  /** Cancels an outgoing call or leaves a connected one. */
  hangUp(callId: CallId): void;
  /** Waits on for somebody who is gone. */
  keepWaiting(callId: CallId): void;
  /** Leaves the call, and calls the same person anew. */
  callAgain(call: Pick<CallView, "callId" | "remotePeerId">): void;
  /** Goes on with the call of a page before this one. */
  rejoin(): void;
  /** Does not. */
  leaveLeftCall(): void;
  /** Takes an ended call off the screen. */
  dismissCall(callId: CallId): void;
  /** Acts on a feature of a call that both ends have, once its code is there. */
  useFeature<F extends Feature>(callId: CallId, key: FeatureKey<F>, act: (feature: F) => unknown): void;
  /** The person says that a name which somebody else had is rightly this one's too. */
  confirmName(peer: Pick<CallView, "remotePeerId" | "remoteName" | "remotePublicKey">): void;
  setMuted(isMuted: boolean): void;
  /** Shows the person to all whom they are in a call with, or to none. */
  setCameraOn(isCameraOn: boolean): void;
  /** Uses this camera, microphone or speaker from now on; an empty ID leaves it to the system. */
  chooseDevice(kind: DeviceKind, deviceId: string): void;
  /** Shows what is on the other side of a phone. */
  turnCamera(): void;
  /** Opens the devices for the person alone to see and hear themselves, or lets go of them; a call has them as they are. */
  preview(isOn: boolean): void;
  setName(name: string): void;
  setRelayOnly(isRelayOnly: boolean): void;
  setLanguage(language: Language): void;
  /** Takes all missed calls off the list, or those of one person. */
  clearMissedCalls(remotePeerId?: PeerId): void;
  /** Makes of those whom this browser knows what `change` does; that must do no more. */
  changePeople(change: (known: KnownPeers) => KnownPeers): void;
  /** Offers to export people to a file, and to import them; `change` as above. */
  openPeopleFile(change: Actions["changePeople"]): void;
  /** Hears no more of somebody: what rings of them here ends without a word. */
  blockPeer(peer: { readonly remotePeerId: PeerId; readonly remoteName: string | null }): void;
  unblockPeer(peerId: PeerId): void;
};

/** A call, as what belongs to it is kept. */
export type Place = Pick<CallView, "callId" | "remotePeerId">;

/** Whether it is that very call, or one that goes on with it, as the other end's page came back. */
export function isIn({ callId, remotePeerId, isRejoined }: CallView, place: Place | null | undefined): boolean {
  return place?.callId === callId || (isRejoined && place?.remotePeerId === remotePeerId);
}

/** What stands beside the picture, by its feature: one panel at a time, since there is one place. */
export const sidePanel = signal<Place & { readonly name: string } | null>(null);

export function openPanel(name: string, { callId, remotePeerId }: CallView): void {
  sidePanel.value = { name, callId, remotePeerId };
}

export function isPanelOpen(name: string, call: CallView): boolean {
  return sidePanel.value?.name === name && isIn(call, sidePanel.value);
}

/** Whom a message is for. */
export type NotePeer = Pick<CallView, "remotePeerId" | "remoteName">;
export type Notes = {
  /** What the first screen says of messages; null where there are none. */
  readonly Panel: ComponentType<{ actions: Actions }> | null;
  /** Asks for a message to somebody who did not take a call. */
  write(peer: NotePeer): void;
  /** What waits for them; null where nothing does. */
  say(peer: NotePeer): string | null;
};

export type BeforeCall = ComponentType<{ actions: Actions }>;
export type CallScreen = ComponentType<{ call: CallView; actions: Actions }>;
export type CallScreens = {
  readonly Stage: CallScreen;
  readonly Ended: CallScreen;
  readonly IncomingCall: CallScreen;
  /** What concerns the calls that do not have the screen. */
  readonly Beside: ComponentType<{ actions: Actions }>;
  /** What the live region says of a call. */
  announce(call: CallView): string;
  /** The page's title, by the call that has the screen; null where it is the usual one. */
  titleOf(call: CallView | null): string | null;
};
