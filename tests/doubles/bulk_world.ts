/**
 * Two ends of a call's bulk connection over a network in the hands of the test: what they say to each other is brought
 * when it says so, and connections come up, fall silent or close as it wants. The browser's part only keeps the score: a
 * pair is open once each has the other's description and a candidate, and shows a certificate that the other was told.
 */

import FakeTimers from "@sinonjs/fake-timers";
import { Bulk } from "../../client/bulk/bulk.ts";
import type { BulkOptions, ProvenEnd } from "../../client/bulk/bulk_options.ts";
import type { BulkSignal } from "../../client/bulk/bulk_signal.ts";
import type { ByteReader } from "../../client/streams/stream_reader.ts";
import type { IceServer } from "../../signaling/protocol.ts";
import { letPromisesSettle } from "./connection_pair.ts";
import { createDataSdp, createFingerprint } from "./description.ts";

type Certificate = { readonly fingerprint: string };

class FakeChannel {
  binaryType = "";
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  readyState = "connecting";
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onbufferedamountlow: (() => void) | null = null;
  /** Of the other end of a connection that is open. */
  other: FakeChannel | null = null;

  constructor(readonly world: BulkWorld) {}

  send(data: Uint8Array<ArrayBuffer>): void {
    if (this.readyState !== "open") throw new DOMException("The channel is not open", "InvalidStateError");
    const copy = data.slice().buffer;
    if (!this.world.isSilent) this.world.onTheirWay.push(() => this.other?.onmessage?.({ data: copy }));
  }
}

export class FakePeer {
  readonly channel: FakeChannel;
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  connectionState = "new";
  readonly candidates: RTCIceCandidateInit[] = [];
  onicecandidate: ((event: { candidate: unknown }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;

  constructor(readonly world: BulkWorld, readonly configuration: RTCConfiguration) {
    this.channel = new FakeChannel(world);
    world.made.push(this);
  }

  get fingerprint(): string {
    return (this.configuration.certificates?.[0] as unknown as Certificate).fingerprint;
  }

  createDataChannel(): FakeChannel {
    return this.channel;
  }

  createOffer(): Promise<RTCSessionDescriptionInit> {
    if (this.world.isUnable) return Promise.reject(new Error("The browser makes no offer"));
    return Promise.resolve({ type: "offer", sdp: createDataSdp(this.fingerprint) });
  }

  createAnswer(): Promise<RTCSessionDescriptionInit> {
    return Promise.resolve({ type: "answer", sdp: createDataSdp(this.fingerprint) });
  }

  setLocalDescription(description: RTCSessionDescriptionInit): Promise<void> {
    this.localDescription = description;
    const candidate = { candidate: "candidate:1 1 udp 1 192.0.2.1 9 typ host", sdpMid: "0", sdpMLineIndex: 0 };
    this.onicecandidate?.({ candidate: { toJSON: () => candidate } });
    this.onicecandidate?.({ candidate: null });
    return Promise.resolve();
  }

  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    this.remoteDescription = description;
    return Promise.resolve();
  }

  addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    if (this.remoteDescription === null) return Promise.reject(new Error("A candidate came before its description"));
    this.candidates.push(candidate);
    this.world.connect(this);
    return Promise.resolve();
  }

  /** Reports what a browser finds out of a path. */
  fail(): void {
    this.connectionState = "failed";
    this.onconnectionstatechange?.();
  }

  close(): void {
    this.connectionState = "closed";
    this.channel.readyState = "closed";
    const { other } = this.channel;
    this.channel.other = null;
    if (other === null) return;
    other.other = null;
    other.readyState = "closed";
    if (!this.world.isSilent) queueMicrotask(() => other.onclose?.());
  }
}

export class BulkEnd {
  readonly bulk: Bulk;
  readonly said: BulkSignal[] = [];
  readonly offered: ByteReader[] = [];
  isPathAlive = true;
  /** Opens what takes streams of a name that nobody takes yet; nobody does, unless a test says so. */
  openFeature: BulkOptions["openFeature"] = () => null;
  /** Who takes the other end's streams. */
  readonly takers = new Map(["a", "b"].map((name) => [name, (reader: ByteReader) => void this.offered.push(reader)]));
  /** What the other end has proved and told. */
  provenEnd: ProvenEnd | null;
  certificate: Certificate | null;
  settings = { iceServers: [] as IceServer[], isRelayOnly: false };

  constructor(world: BulkWorld, { isMaker }: Pick<BulkOptions, "isMaker">) {
    this.certificate = { fingerprint: createFingerprint(isMaker ? 1 : 2) };
    const remoteFingerprint = createFingerprint(isMaker ? 2 : 1);
    this.provenEnd = { remoteTabId: null, remoteFingerprint, remoteFeatures: ["streams"] };
    this.bulk = new Bulk({
      isMaker,
      now: () => world.clock.now,
      settings: () => this.settings,
      certificate: () => this.certificate as unknown as RTCCertificate,
      provenEnd: () => this.provenEnd,
      isPathAlive: () => this.isPathAlive,
      openFeature: (name) => this.openFeature(name),
      send: (signal) => {
        this.said.push(signal);
        world.onTheirWay.push(() => world.otherOf(this).bulk.receive(structuredClone(signal)));
      },
    }, this.takers);
  }
}

export class BulkWorld implements Disposable {
  readonly clock = FakeTimers.install({ now: 1_000_000, toFake: ["setTimeout", "clearTimeout"] });
  /** What has been said, over the call and over the bulk connection, and not arrived yet; in order. */
  readonly onTheirWay: (() => void)[] = [];
  readonly made: FakePeer[] = [];
  readonly warnings: unknown[][] = [];
  /** Nothing that is sent over a bulk connection arrives, and no end of it is told. */
  isSilent = false;
  /** No connection comes up. */
  isBlocked = false;
  isUnable = false;
  /** The browser makes no more connections. */
  isExhausted = false;
  /** When an end began to make one. */
  readonly tries: number[] = [];
  readonly #before = Object.getOwnPropertyDescriptor(globalThis, "RTCPeerConnection");
  readonly #warn = console.warn;
  readonly maker: BulkEnd;
  readonly asker: BulkEnd;

  constructor() {
    console.warn = (...words: unknown[]) => void this.warnings.push(words);
    // deno-lint-ignore no-this-alias -- The class below has a `this` of its own.
    const world = this;
    const Connection = class extends FakePeer {
      constructor(configuration: RTCConfiguration) {
        world.tries.push(world.clock.now);
        if (world.isExhausted) throw new DOMException("Too many connections", "UnknownError");
        super(world, configuration);
      }
    };
    Object.defineProperty(globalThis, "RTCPeerConnection", { configurable: true, value: Connection });
    this.maker = new BulkEnd(this, { isMaker: true });
    this.asker = new BulkEnd(this, { isMaker: false });
  }

  [Symbol.dispose](): void {
    this.maker.bulk.close();
    this.asker.bulk.close();
    if (this.#before === undefined) Reflect.deleteProperty(globalThis, "RTCPeerConnection");
    else Object.defineProperty(globalThis, "RTCPeerConnection", this.#before);
    console.warn = this.#warn;
    this.clock.uninstall();
  }

  otherOf(end: BulkEnd): BulkEnd {
    return end === this.maker ? this.asker : this.maker;
  }

  get open(): FakePeer[] {
    return this.made.filter(({ connectionState }) => connectionState !== "closed");
  }

  /** Brings a pair up once each knows enough of the other. */
  connect(peer: FakePeer): void {
    const knows = (a: FakePeer, b: FakePeer) =>
      a.remoteDescription?.sdp?.includes(b.fingerprint) && a.candidates.length > 0 && a.localDescription !== null;
    const other = this.open.findLast((each) => each.fingerprint !== peer.fingerprint);
    if (other === undefined || this.isBlocked || !knows(peer, other) || !knows(other, peer)) return;
    for (const [own, its] of [[peer, other], [other, peer]] as const) {
      own.channel.other = its.channel;
      own.channel.readyState = "open";
    }
    for (const { channel } of [peer, other]) queueMicrotask(() => channel.onopen?.());
  }

  /** Lets everything arrive that is on its way, and what follows from it. */
  async settle(): Promise<void> {
    do {
      for (let act = this.onTheirWay.shift(); act !== undefined; act = this.onTheirWay.shift()) {
        act();
        await letPromisesSettle();
      }
      this.clock.tick(25);
      await letPromisesSettle();
    } while (this.onTheirWay.length > 0);
  }

  /** Passes time, half a second and a look at the clock at a time. */
  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 500) {
      this.clock.tick(Math.min(500, ms - passed));
      for (const { bulk } of [this.maker, this.asker]) bulk.tick();
      await this.settle();
    }
  }
}
