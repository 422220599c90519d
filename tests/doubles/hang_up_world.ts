/**
 * A person in a call, with the client's real calls and devices, in a stand-in of a browser of which everything can be
 * made to fail; and an honest other end. Plays the call to a moment, lets the person leave, and tells what is left on.
 */

import { setImmediate } from "node:timers";
import FakeTimers from "@sinonjs/fake-timers";
import { oneInFront } from "../../client/admission/admission.ts";
import type { CallEffect } from "../../client/call/call.ts";
import { CallEffects } from "../../client/conversation/call_effects.ts";
import { CallTimers } from "../../client/line/call_timers.ts";
import { CallTrust } from "../../client/conversation/call_trust.ts";
import { Calls } from "../../client/conversation/calls.ts";
import type { CallsOptions } from "../../client/conversation/calls_options.ts";
import { CallChannel } from "../../client/line/channel.ts";
import { Connection } from "../../client/connection/connection.ts";
import { Connections } from "../../client/connection/connections.ts";
import { CallLine } from "../../client/line/call_line.ts";
import { CallLines } from "../../client/conversation/call_lines.ts";
import { Media } from "../../client/media/media.ts";
import { ProofGate } from "../../client/proof/proof_gate.ts";
import { Recovery } from "../../client/path/recovery.ts";
import { RetiredConnections } from "../../client/connection/retired_connections.ts";
import type { CallView } from "../../client/conversation/call_views.ts";
import { Transceivers } from "../../client/transceivers/transceivers.ts";
import { PictureSender } from "../../client/transceivers/picture_sender.ts";
import { COMPARISON } from "../../client/features/comparison/comparison_key.ts";
import { CallFeatures } from "../../client/feature/call_features.ts";
import { FEATURES } from "../../client/features/registry.ts";
import { Lookout } from "../../client/line/lookout.ts";
import { type CallId, createTabId, type PeerMessage } from "../../signaling/protocol.ts";
import { FakeNetwork, type FakePeerConnection } from "./fake_peer_connection.ts";
import { Injector, LATE_MS, patch, type Plan } from "./injector.ts";
import { RelayedEnd } from "./relayed_pair.ts";
import type { TestIdentity } from "./test_identity.ts";

/** The parts between a person's press and the browser; each of their methods may fail. */
const PARTS = [
  ...[CallTimers, CallTrust, CallChannel, Connection, Connections, CallLine, CallLines, Media, ProofGate, Recovery],
  ...[CallFeatures, RetiredConnections, Transceivers, PictureSender],
];
export function isOfPart(label: string): boolean {
  return PARTS.some(({ name }) => label.startsWith(`${name}.`));
}

let worlds = 0;
/** Turns without anything new, after which nothing more is to be expected. */
const IDLE_TURNS_MAX = 5;

class Device {
  readyState = "live";
  enabled = true;
  muted = false;
  onended: (() => void) | null = null;
  onmute: (() => void) | null = null;
  onunmute: (() => void) | null = null;
  constructor(readonly kind: string) {}
  getSettings() {
    return { deviceId: this.kind };
  }
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
  /** The person leaves the browser's question for devices alone, until they have left the call. */
  isAsked = false;
  readonly #devices: Device[] = [];
  readonly #questions: (() => void)[] = [];
  /** Whoever wants to know of devices that come and go. */
  readonly #listeners: (() => void)[] = [];
  readonly #connections: FakePeerConnection[] = [];
  readonly #restores: (() => void)[] = [];
  /** Of the other person, beside the first. */
  readonly #tabs: RelayedEnd[] = [];
  readonly #left = new Set<CallId>();
  #moves = 0;
  #working = 0;
  /** Nothing arrives, either way. */
  isCutOff = false;

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
    const mediaDevices = {
      getUserMedia: this.#getUserMedia,
      enumerateDevices: () => Promise.resolve([{ kind: "audioinput", deviceId: "another" }]),
      addEventListener: (_: string, listen: () => void) => this.#listeners.push(injector.handler(listen)),
    };
    this.#replace(navigator, "mediaDevices", injector.watch("mediaDevices", mediaDevices));
    const permissions = { query: () => Promise.resolve({ state: "granted", onchange: null }) };
    this.#replace(navigator, "permissions", injector.watch("permissions", permissions));
    this.#replace(globalThis, "document", injector.watch("document", { addEventListener: () => {} }));
    this.#replace(crypto, "subtle", injector.watch("crypto.subtle", this.#countWork(crypto.subtle)));
    this.#installTimers();
  }

  readonly #getUserMedia = (constraints: MediaStreamConstraints) => {
    const open = () => {
      const opened = (["audio", "video"] as const).filter((kind) => constraints[kind]).map((kind) => new Device(kind));
      this.#devices.push(...opened);
      return { getTracks: () => opened };
    };
    if (!this.isAsked) return Promise.resolve(open());
    return new Promise((resolve) => this.#questions.push(() => resolve(open())));
  };

  /** Takes the microphone away while it is in use, and puts another in its place. */
  unplug(): void {
    const microphone = this.#devices.find(({ kind, readyState }) => kind === "audio" && readyState === "live");
    if (microphone === undefined) return;
    microphone.readyState = "ended";
    this.injector.as(() => {
      for (const listen of this.#listeners) listen();
      microphone.onended?.();
    });
  }

  /** The system takes the camera away for a while. */
  silence(): void {
    const camera = this.#devices.find(({ kind, readyState }) => kind === "video" && readyState === "live");
    if (camera === undefined) return;
    camera.muted = true;
    this.injector.as(() => camera.onmute?.());
  }

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
      ...{ localTabId: createTabId(), policy: oneInFront(1), media },
      now: () => this.clock.now,
      monotonicNow: () => this.clock.now,
      serverHeardAgoMs: () => 0,
      createLookout: (parts) => new Lookout(parts),
      recentCalls: {
        note: () => injector.call("note a call", () => {}),
        forget: () => {},
        answer: () => null,
        drop: () => {},
        isElsewhere: () => Promise.resolve(false),
      },
      send: (message) => {
        for (const { calls } of [this.other, ...this.#tabs]) this.#carry(message, calls);
        return true;
      },
      identity: () => ({ lifetime: "kept", sign: (claim) => this.identities.own.sign(claim) }),
      localName: () => "Kim",
      knownKey: () => null,
      callerOf: () => "known",
      isAbsorbed: () => false,
      isQuiet: () => false,
      entryTo: () => undefined,
      refusalOf: () => Promise.resolve(null),
      ...{ features: FEATURES, toldFeatures: FEATURES.map(({ name }) => name) },
      isRelayOnly: () => false,
      hasWebRtc: () => true,
      isRegistered: () => true,
      onChange: (views) => this.view = views.at(-1) ?? null,
      onMissed: () => {},
      onNoWebRtc: () => {},
      onJudged: () => {},
      onUnverified: () => {},
      onDoubt: () => {},
    };
    const clocks = ["now", "monotonicNow", "serverHeardAgoMs"];
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
    if (this.isCutOff) return;
    const copy = structuredClone(message);
    const run = this.injector.handler(() => to.reception.receive(copy));
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
    if (view !== null) {
      const ask = () => this.calls.useFeature(view.callId, COMPARISON, (comparison) => comparison.ask());
      this.injector.as(this.injector.handler(ask));
    }
  }

  /** The person puts the call on hold, and resumes it. */
  hold(isHeld: boolean): void {
    const { view } = this;
    if (view !== null) this.injector.as(this.injector.handler(() => this.calls.setHeld(view.callId, isHeld)));
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
    this.isCutOff = this.network.isSilent = this.injector.isArmed = true;
    const { view } = this;
    if (view === null || view.phase === "ended" || this.#left.has(view.callId)) return false;
    const { callId } = view;
    this.#left.add(callId);
    this.injector.as(() => view.phase === "incoming" ? this.calls.declineCall(callId) : this.calls.hangUp(callId));
    for (const answer of this.#questions.splice(0)) this.injector.as(answer);
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
    return new Promise((resolve) => setImmediate(resolve));
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
