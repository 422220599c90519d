/**
 * A person in a call, with the client's real calls and devices, in a stand-in of a browser of which everything can be
 * made to fail; and an honest other end. Plays the call to a moment, lets the person leave, and tells what is left on.
 */

import FakeTimers from "@sinonjs/fake-timers";
import type { CallEffect } from "../../client/call.ts";
import { CallEffects } from "../../client/call_effects.ts";
import { CallTimers } from "../../client/call_timers.ts";
import { CallTrust } from "../../client/call_trust.ts";
import { Calls } from "../../client/calls.ts";
import type { CallsOptions } from "../../client/calls_options.ts";
import { CallChannel } from "../../client/channel.ts";
import { Connection } from "../../client/connection.ts";
import { Connections } from "../../client/connections.ts";
import { Link } from "../../client/link.ts";
import { Links } from "../../client/links.ts";
import { Media } from "../../client/media.ts";
import { ProofGate } from "../../client/proof_gate.ts";
import { Recovery } from "../../client/recovery.ts";
import { RetiredConnections } from "../../client/retired_connections.ts";
import type { CallView } from "../../client/state.ts";
import { WholePicture } from "../../client/whole_picture.ts";
import { type CallId, createTabId, type PeerMessage } from "../../signaling/protocol.ts";
import { FakeNetwork, type FakePeerConnection } from "./fake_peer_connection.ts";
import { Injector, LATE_MS, patch, type Plan } from "./injector.ts";
import { RelayedEnd } from "./relayed_pair.ts";
import type { TestIdentity } from "./test_identity.ts";

/** The parts between a person's press and the browser; each of their methods may fail. */
const PARTS = [
  ...[CallTimers, CallTrust, CallChannel, Connection, Connections, Link, Links, Media, ProofGate, Recovery],
  ...[RetiredConnections, WholePicture],
];
export function isOfPart(label: string): boolean {
  return PARTS.some(({ name }) => label.startsWith(`${name}.`));
}

let worlds = 0;
/** Turns without anything new, after which nothing more is to be expected. */
const IDLE_TURNS_MAX = 20;

class Device {
  readyState = "live";
  enabled = true;
  onended: unknown = null;
  constructor(readonly kind: string) {}
  stop(): void {
    this.readyState = "ended";
  }
}

type Globals = Pick<typeof globalThis, "setTimeout" | "clearTimeout" | "setInterval" | "clearInterval">;

/** What is on although the person has left. */
export type Remains = { readonly devices: number; readonly connections: number; readonly phase: string | undefined };

export class HangUpWorld {
  readonly injector = new Injector();
  readonly network = new FakeNetwork();
  readonly clock: FakeTimers.Clock;
  readonly other: RelayedEnd;
  /** What had to be done in the calls of this end so far. */
  readonly effects = new Set<CallEffect["type"]>();
  readonly calls: Calls;
  view: CallView | null = null;
  readonly #devices: Device[] = [];
  readonly #connections: FakePeerConnection[] = [];
  readonly #restores: (() => void)[] = [];
  readonly #turns = new MessageChannel();
  /** Of the other person, beside the first. */
  readonly #tabs: RelayedEnd[] = [];
  readonly #left = new Set<CallId>();
  #moves = 0;
  #working = 0;
  #isCutOff = false;

  constructor(readonly identities: { own: TestIdentity; other: TestIdentity }, plan: Plan | null) {
    this.network.hasChannels = true;
    this.injector.plan = plan;
    this.#restores.push(this.network.install());
    // Each world has an hour of its own: words that were not compared to the end count for as long.
    const now = ++worlds * 7_200_000;
    this.clock = FakeTimers.install({ now, toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
    this.#restores.push(() => this.clock.uninstall());
    this.#installBrowser();
    current = this;
    this.calls = this.injector.as(() => this.#createCalls());
    this.other = this.injector.asOther(() => new RelayedEnd(identities.other, { now: () => this.clock.now }));
    this.other.onSend = (message) => this.#carry(message, this.calls);
  }

  [Symbol.dispose](): void {
    for (const restore of this.#restores.reverse()) restore();
    this.#turns.port1.close();
    this.#turns.port2.close();
  }

  // --- The browser -------------------------------------------------------------------------------------------------

  #replace(target: object, name: string, value: unknown): void {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, writable: true, value });
    this.#restores.push(() => {
      if (before === undefined) Reflect.deleteProperty(target, name);
      else Object.defineProperty(target, name, before);
    });
  }

  #installBrowser(): void {
    const { injector } = this;
    const raw = globalThis.RTCPeerConnection;
    const createConnection = (configuration: RTCConfiguration) => {
      const connection = injector.call("new RTCPeerConnection()", () => new raw(configuration));
      if (injector.isWatched) this.#connections.push(connection as unknown as FakePeerConnection);
      return injector.watch("RTCPeerConnection", connection);
    };
    const generateCertificate = () =>
      injector.call("RTCPeerConnection.generateCertificate()", () => raw.generateCertificate("ECDSA" as never));
    // Called with `new`, which gives back what it returns.
    const Connection = function (configuration: RTCConfiguration) {
      return createConnection(configuration);
    };
    this.#replace(globalThis, "RTCPeerConnection", Object.assign(Connection, { generateCertificate }));
    const stream = globalThis.MediaStream;
    const Stream = function (tracks?: MediaStreamTrack[]) {
      return injector.watch("MediaStream", injector.call("new MediaStream()", () => new stream(tracks ?? [])));
    };
    this.#replace(globalThis, "MediaStream", Stream);
    this.#replace(navigator, "mediaDevices", injector.watch("mediaDevices", { getUserMedia: this.#getUserMedia }));
    this.#replace(crypto, "subtle", injector.watch("crypto.subtle", this.#countWork(crypto.subtle)));
    this.#installTimers();
  }

  readonly #getUserMedia = (constraints: MediaStreamConstraints) => {
    const opened = (["audio", "video"] as const).filter((kind) => constraints[kind]).map((kind) => new Device(kind));
    this.#devices.push(...opened);
    return Promise.resolve({ getTracks: () => opened });
  };

  /** Keys work outside the event loop: nothing is at rest before they are done. */
  #countWork(subtle: SubtleCrypto): SubtleCrypto {
    return new Proxy(subtle, {
      get: (_, name) => async (...parameters: unknown[]) => {
        this.#working++;
        try {
          return await Reflect.apply(Reflect.get(subtle, name), subtle, parameters);
        } finally {
          this.#working--;
        }
      },
    });
  }

  #installTimers(): void {
    const { injector } = this;
    const timers: Globals = {
      ...{ setTimeout, clearTimeout, setInterval, clearInterval },
    };
    injector.delay = (act) => void timers.setTimeout(() => injector.as(act), LATE_MS);
    for (const name of ["setTimeout", "setInterval"] as const) {
      const set = timers[name] as typeof setTimeout;
      this.#replace(globalThis, name, (act: () => void, ms: number) => {
        const isWatched = injector.isWatched;
        const run = injector.handler(() => isWatched ? injector.as(act) : injector.asOther(act));
        return injector.call(`${name}()`, () => set(run, ms), "timer");
      });
    }
    for (const name of ["clearTimeout", "clearInterval"] as const) {
      this.#replace(globalThis, name, (timer: number) => injector.call(`${name}()`, () => timers[name](timer)));
    }
  }

  // --- The page ----------------------------------------------------------------------------------------------------

  #createCalls(): Calls {
    const { injector } = this;
    const media = new Media(() => injector.call("onChange of devices", () => calls.handleLocalMedia()));
    const options: CallsOptions = {
      ...{ localTabId: createTabId(), media },
      now: () => this.clock.now,
      monotonicNow: () => this.clock.now,
      send: (message) => {
        for (const { calls } of [this.other, ...this.#tabs]) this.#carry(message, calls);
        return true;
      },
      identity: () => ({ lifetime: "kept", sign: (claim) => this.identities.own.sign(claim) }),
      localName: () => "Kim",
      knownKey: () => null,
      callerOf: () => "known",
      isAbsorbed: () => false,
      isRelayOnly: () => false,
      onChange: (views) => this.view = views.at(-1) ?? null,
      onMissed: () => {},
      onUnverified: () => {},
      onDoubt: () => {},
    };
    const clocks = ["now", "monotonicNow"];
    const counted = Object.entries(options).map(([name, value]) => {
      if (typeof value !== "function" || clocks.includes(name)) return [name, value];
      return [name, (...all: unknown[]) => injector.call(name, () => Reflect.apply(value, null, all))];
    });
    const calls = new Calls(Object.fromEntries(counted));
    calls.handleRegistered(this.identities.own.peerId, []);
    return calls;
  }

  #carry(message: PeerMessage, to: Calls): void {
    this.#moves++;
    if (this.#isCutOff) return;
    const copy = structuredClone(message);
    const run = this.injector.handler(() => to.handleMessage(copy));
    queueMicrotask(() => to === this.calls ? this.injector.as(run) : this.injector.asOther(run));
  }

  // --- The person --------------------------------------------------------------------------------------------------

  placeCall(): void {
    this.injector.as(this.injector.handler(() => this.calls.placeCall(this.identities.other.peerId)));
  }

  acceptCall(): void {
    const { view } = this;
    if (view === null) return;
    this.injector.as(this.injector.handler(() => this.calls.acceptCall(view.callId, { video: true })));
  }

  /** Asks for the words of the call. */
  compareWords(): void {
    const { view } = this;
    if (view !== null) this.injector.as(this.injector.handler(() => this.calls.compareWords(view.callId)));
  }

  /** The other person calls from another tab, in which they know nothing of this call. */
  callAgain(): void {
    const tab = this.injector.asOther(() => new RelayedEnd(this.identities.other, { now: () => this.clock.now }));
    this.#tabs.push(tab);
    tab.onSend = (message) => this.#carry(message, this.calls);
    this.injector.asOther(() => tab.calls.placeCall(this.identities.own.peerId));
  }

  /**
   * Presses the button that ends the call, whichever it is, if there is one; nothing of the other end arrives from then
   * on. Tells whether there was; for each call once.
   */
  leave(): boolean {
    this.#isCutOff = this.network.isSilent = this.injector.isArmed = true;
    const { view } = this;
    if (view === null || view.phase === "ended" || this.#left.has(view.callId)) return false;
    const { callId } = view;
    this.#left.add(callId);
    this.injector.as(() => view.phase === "incoming" ? this.calls.declineCall(callId) : this.calls.hangUp(callId));
    return true;
  }

  /** Lets everything come as far as it can. */
  async settle(): Promise<void> {
    let seen = -1;
    for (let idle = 0; idle < IDLE_TURNS_MAX; idle++) {
      const now = this.#moves + this.injector.points.length;
      if (now !== seen || this.#working > 0) idle = 0;
      seen = now;
      await this.#takeTurn();
    }
  }

  /** Lets all that is due have its say; timers are the test's own. */
  #takeTurn(): Promise<void> {
    return new Promise((resolve) => {
      this.#turns.port2.onmessage = () => resolve();
      this.#turns.port1.postMessage(null);
    });
  }

  /** Lets time pass, in steps in which everything can move. */
  async pass(ms: number, stepMs = 50): Promise<void> {
    for (let passedMs = 0; passedMs < ms; passedMs += stepMs) {
      this.clock.tick(stepMs);
      await this.settle();
    }
  }

  get remains(): Remains {
    return {
      devices: this.#devices.filter(({ readyState }) => readyState === "live").length,
      connections: this.#connections.filter(({ connectionState }) => connectionState !== "closed").length,
      phase: this.view?.phase,
    };
  }
}

let current: HangUpWorld;
for (const part of PARTS) patch(part, () => current.injector);

const run = CallEffects.prototype.run;
CallEffects.prototype.run = function (all, show) {
  if (current.injector.isWatched) { for (const { effect } of all) current.effects.add(effect.type); }
  run.call(this, all, show);
};
