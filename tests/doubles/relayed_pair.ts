/**
 * A caller and a callee with the client's real `Calls`, keys and proofs, over a relay that does with each message what
 * it is told to. Connections and devices are stand-ins (`fake_peer_connection.ts`).
 */

import { Calls } from "../../client/calls.ts";
import type { CallView } from "../../client/state.ts";
import { createTabId, parseServerMessage, type PeerId, type PeerMessage } from "../../signaling/protocol.ts";
import type { TestIdentity } from "./test_identity.ts";

/** Sees a message on its way to the callee or the caller, and returns what arrives in its place. */
export type Relay = (message: PeerMessage, to: "caller" | "callee") => readonly object[];

const TRACKS = { audio: { kind: "audio" } as MediaStreamTrack, video: { kind: "video" } as MediaStreamTrack };
/** Turns in which nothing has moved, after which nothing more is to be expected. */
const IDLE_TURNS_MAX = 500;

export class RelayedEnd {
  readonly calls: Calls;
  readonly sent: PeerMessage[] = [];
  view: CallView | null = null;
  wasConnected = false;
  /** How often the screen was told. */
  shown = 0;
  /** The key that whoever calls is known by. */
  knownKey: string | null = null;
  /** Calls that came and were not proved. */
  unverifiedCount = 0;
  onSend: (message: PeerMessage) => void = () => {};

  constructor(readonly identity: TestIdentity, { isKeyless = false, now = () => 0 as number } = {}) {
    let isOpen = false;
    this.calls = new Calls({
      localTabId: createTabId(),
      media: {
        get tracks() {
          return isOpen ? TRACKS : { audio: null, video: null };
        },
        get state() {
          return { audio: isOpen, video: isOpen };
        },
        wantsVideo: true,
        open() {
          isOpen = true;
          return Promise.resolve();
        },
        close() {
          isOpen = false;
        },
      },
      now,
      monotonicNow: now,
      send: (message) => {
        this.sent.push(message);
        this.onSend(message);
        return true;
      },
      identity: () => ({ lifetime: isKeyless ? "socket" : "kept", sign: (claim) => identity.sign(claim) }),
      localName: () => "Ann",
      knownKey: () => this.knownKey,
      callerOf: () => "known",
      isAbsorbed: () => false,
      isRelayOnly: () => false,
      onChange: (views) => {
        this.shown++;
        this.view = views.at(-1) ?? null;
        this.wasConnected ||= this.view?.phase === "connected";
      },
      onMissed: () => {},
      onUnverified: () => this.unverifiedCount++,
      onDoubt: () => {},
    });
    this.calls.handleRegistered(identity.peerId, []);
  }

  get peerId(): PeerId {
    return this.identity.peerId;
  }
}

export class RelayedPair {
  readonly caller: RelayedEnd;
  readonly callee: RelayedEnd;
  /** Messages so far. */
  #moves = 0;

  constructor(identities: { caller: TestIdentity; callee: TestIdentity }, relay: Relay) {
    this.caller = new RelayedEnd(identities.caller);
    this.callee = new RelayedEnd(identities.callee);
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
      const parsed = parseServerMessage(JSON.stringify(message));
      if (parsed !== null && "callId" in parsed && "tabId" in parsed) {
        queueMicrotask(() => to.calls.handleMessage(parsed));
      }
    }
  }
}

/** Lets all that is under way come as far as it can: keys work outside the event loop. */
export async function takeTurn(): Promise<void> {
  await crypto.subtle.digest("SHA-256", new Uint8Array(1));
}
