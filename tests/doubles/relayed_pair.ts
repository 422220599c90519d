/**
 * A caller and a callee with the client's real `Calls`, keys and proofs, over a relay that does with each message what
 * it is told to. Connections and devices are stand-ins (`fake_peer_connection.ts`).
 */

import { effect } from "@preact/signals";
import { oneInFront } from "../../client/admission/admission.ts";
import { Calls } from "../../client/conversation/calls.ts";
import type { CallsOptions } from "../../client/conversation/calls_options.ts";
import type { CallView } from "../../client/conversation/call_views.ts";
import "../../client/features/media_state/media_state.ts"; // So that no test has to wait for it to be loaded.
import { FEATURES } from "../../client/features/registry.ts";
import { Lookout } from "../../client/line/lookout.ts";
import { readMedia } from "../../client/media/source.ts";
import { type CallId, createTabId, type PeerId, type PeerMessage } from "../../signaling/protocol.ts";
import { parseMessage } from "../../signaling/any_message.ts";
import type { TestIdentity } from "./test_identity.ts";

/** Sees a message on its way to the callee or the caller, and returns what arrives in its place. */
export type Relay = (message: PeerMessage, to: "caller" | "callee") => readonly object[];

/** Turns in which nothing has moved, after which nothing more is to be expected. */
const IDLE_TURNS_MAX = 500;

export class RelayedEnd {
  readonly calls: Calls;
  readonly sent: PeerMessage[] = [];
  readonly tracks = {
    microphone: { kind: "audio" } as MediaStreamTrack,
    camera: { kind: "video" } as MediaStreamTrack,
  };
  /** All calls that are shown, and the last of them. */
  views: readonly CallView[] = [];
  view: CallView | null = null;
  wasConnected = false;
  /** How often the screen had something new to show. */
  shown = 0;
  #stopFollowing = () => {};
  /** The key that whoever calls is known by. */
  knownKey: string | null = null;
  /** Calls that came and were not proved. */
  unverifiedCount = 0;
  /** By their names. */
  readonly missed: (string | null)[] = [];
  /** What the person found when they compared words. */
  readonly judgements: boolean[] = [];
  /** Connected calls of which this end has not seen that both know of the end. */
  readonly recentCalls = new Set<CallId>();
  hasWebRtc = true;
  isMuted = false;
  name = "Ann";
  /** Whether there is a line to the server. */
  isRegistered = true;
  onSend: (message: PeerMessage) => void = () => {};

  constructor(
    readonly identity: TestIdentity,
    { isKeyless = false, callsMax = 1, isOneHeard = false, media, now = () => 0, monotonicNow = now }: {
      isKeyless?: boolean;
      callsMax?: number;
      isOneHeard?: boolean;
      /** Real devices, in place of those that are always there and never asked for. */
      media?: CallsOptions["media"];
      now?: () => number;
      monotonicNow?: () => number;
    } = {},
  ) {
    let isOpen = false;
    const { tracks } = this;
    const isMuted = () => this.isMuted;
    this.calls = new Calls({
      localTabId: createTabId(),
      policy: oneInFront(callsMax, { isOneHeard }),
      media: media ?? {
        get tracks() {
          return isOpen ? tracks : { microphone: null, camera: null };
        },
        get state() {
          return readMedia({ audio: isOpen && !isMuted(), video: isOpen });
        },
        wantsVideo: true,
        open() {
          isOpen = true;
          return Promise.resolve();
        },
        close() {
          isOpen = false;
        },
        rest() {
          isOpen = false;
        },
        setCameraOn() {},
      },
      now,
      monotonicNow,
      serverHeardAgoMs: () => this.isRegistered ? 0 : Infinity,
      createLookout: (parts) => new Lookout(parts),
      recentCalls: {
        note: (callId) => void this.recentCalls.add(callId),
        forget: (callId) => void this.recentCalls.delete(callId),
        answer: () => null,
        drop: () => {},
        isElsewhere: () => Promise.resolve(false),
      },
      send: (message) => {
        this.sent.push(message);
        this.onSend(message);
        return true;
      },
      identity: () => ({ lifetime: isKeyless ? "socket" : "kept", sign: (claim) => identity.sign(claim) }),
      localName: () => this.name,
      knownKey: () => this.knownKey,
      callerOf: () => "known",
      isAbsorbed: () => false,
      isQuiet: () => false,
      entryTo: () => undefined,
      refusalOf: () => Promise.resolve(null),
      ...{ features: FEATURES, toldFeatures: FEATURES.map(({ name }) => name) },
      isRelayOnly: () => false,
      hasWebRtc: () => this.hasWebRtc,
      isRegistered: () => this.isRegistered,
      onChange: (views) => {
        this.views = views;
        const view = this.view = views.at(-1) ?? null;
        this.#stopFollowing();
        this.#stopFollowing = effect(() => this.#follow(view));
      },
      onMissed: ({ remoteName }) => this.missed.push(remoteName),
      onNoWebRtc: () => this.hasWebRtc = false,
      onJudged: (_, { isSame }) => this.judgements.push(isSame),
      onUnverified: () => this.unverifiedCount++,
      onDoubt: () => {},
    });
    this.calls.handleRegistered(identity.peerId, []);
  }

  get peerId(): PeerId {
    return this.identity.peerId;
  }

  /** Sees all that is shown of a call, as a screen that shows it all. */
  #follow(view: CallView | null): void {
    this.wasConnected ||= Object.values(view ?? {}).includes("connected");
    this.shown++;
  }
}

export class RelayedPair {
  readonly caller: RelayedEnd;
  readonly callee: RelayedEnd;
  /** Messages so far. */
  #moves = 0;

  constructor(
    identities: { caller: TestIdentity; callee: TestIdentity },
    relay: Relay,
    now = () => 0 as number,
    monotonicNow = now,
  ) {
    this.caller = new RelayedEnd(identities.caller, { now, monotonicNow });
    this.callee = new RelayedEnd(identities.callee, { now, monotonicNow });
    this.caller.onSend = (message) => this.#carry(relay(structuredClone(message), "callee"), this.callee);
    this.callee.onSend = (message) => this.#carry(relay(structuredClone(message), "caller"), this.caller);
  }

  /** Plays a call that the callee accepts, until both have ended it, are connected, or nothing moves any more. */
  async play(): Promise<void> {
    this.caller.calls.placeCall(this.callee.peerId);
    await this.settle();
  }

  settle(): Promise<void> {
    return this.waitFor(() => this.isOver);
  }

  /** Lets messages go to and fro until something is so, or nothing moves any more; the callee accepts what rings. */
  async waitFor(isSo: () => boolean): Promise<void> {
    let seen = this.#moves;
    for (let idleTurns = 0; idleTurns < IDLE_TURNS_MAX && !isSo(); idleTurns++) {
      if (seen !== this.#moves) idleTurns = 0;
      seen = this.#moves;
      const { view } = this.callee;
      if (view?.phase === "incoming") this.callee.calls.acceptCall(view.callId, { video: true });
      await takeTurn();
    }
  }

  get isOver(): boolean {
    const phases = [this.caller.view?.phase, this.callee.view?.phase];
    if (phases[0] === "ended" && this.callee.unverifiedCount > 0 && this.callee.view === null) return true;
    return phases.every((phase) => phase === "ended") || phases.every((phase) => phase === "connected");
  }

  #carry(messages: readonly object[], to: RelayedEnd): void {
    this.#moves++;
    for (const message of messages) {
      const parsed = parseMessage(JSON.stringify(message));
      if (parsed !== null && "callId" in parsed && "tabId" in parsed) {
        queueMicrotask(() => to.calls.reception.receive(parsed));
      }
    }
  }
}

/** Lets all that is under way come as far as it can: keys work outside the event loop. */
export async function takeTurn(): Promise<void> {
  await crypto.subtle.digest("SHA-256", new Uint8Array(1));
}
