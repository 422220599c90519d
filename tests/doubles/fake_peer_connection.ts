/**
 * As much of RTCPeerConnection as the client uses, where there is no browser: descriptions with a certificate's
 * fingerprint, candidates that lead to a port, and a handshake that succeeds only with a certificate that the
 * description of the other end names (RFC 8122 §6.2). Who really is at a port is known to the network alone.
 */

import { createFingerprint, createMediaSdp, readMediaKinds } from "./description.ts";

export type FakeCertificate = { readonly fingerprint: string };
type Candidate = { readonly candidate?: string };

/** All connections and listeners of one test. */
export class FakeNetwork {
  readonly connections: FakePeerConnection[] = [];
  /** Certificates of whoever listens at a port without being a connection: an attacker, who takes anybody. */
  readonly listeners = new Map<number, string>();
  /** Whether data channels open with their connection; without, all that is said goes by the relay. */
  hasChannels = false;
  /** Candidates lead nowhere for now. */
  isBlocked = false;
  /** Nothing that is sent over a channel arrives. */
  isSilent = false;
  #nextPort = 10_000;
  #nextSeed = 1;

  takePort(): number {
    return this.#nextPort++;
  }

  /** Makes a certificate that nobody else has. */
  createCertificate(): FakeCertificate {
    const seed = this.#nextSeed++;
    return { fingerprint: createFingerprint(seed >> 8).slice(0, -2) + createFingerprint(seed & 255).slice(-2) };
  }

  /** Puts this network's connections in place of the browser's until the result is called. */
  install(): () => void {
    const names = ["RTCPeerConnection", "MediaStream"] as const;
    const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
    // deno-lint-ignore no-this-alias -- The class below has a `this` of its own.
    const network = this;
    const Connection = class extends FakePeerConnection {
      static generateCertificate(): Promise<FakeCertificate> {
        return Promise.resolve(network.createCertificate());
      }
      constructor(configuration: { certificates?: FakeCertificate[] } = {}) {
        super(network, configuration.certificates?.[0] ?? network.createCertificate());
      }
    };
    Object.defineProperty(globalThis, "RTCPeerConnection", { configurable: true, value: Connection });
    Object.defineProperty(globalThis, "MediaStream", { configurable: true, value: FakeStream });
    return () => {
      for (const [index, name] of names.entries()) {
        const descriptor = before[index];
        if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
        else Object.defineProperty(globalThis, name, descriptor);
      }
    };
  }
}

class FakeStream {
  getTracks(): unknown[] {
    return [];
  }
  addTrack(): void {}
  removeTrack(): void {}
}

type FakeTransceiver = {
  readonly kind: string;
  /** Null before a description names it. */
  mid: string | null;
  direction: string;
  readonly sender: ReturnType<typeof createSender>;
};

export class FakePeerConnection {
  readonly port: number;
  readonly fingerprint: string;
  /** What any description of the other end named: a browser would take each of them. */
  readonly trusted = new Set<string>();
  /** The certificate at the other end of a handshake that succeeded. */
  connectedTo: string | null = null;
  connectionState = "new";
  signalingState = "stable";
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  onicecandidate: ((event: { candidate: unknown }) => void) | null = null;
  onicecandidateerror: unknown = null;
  ontrack: ((event: { track: unknown; transceiver: FakeTransceiver }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  readonly #network: FakeNetwork;
  readonly #remotePorts = new Set<number>();
  readonly #transceivers: FakeTransceiver[] = [];

  constructor(network: FakeNetwork, { fingerprint }: FakeCertificate) {
    this.#network = network;
    this.fingerprint = fingerprint;
    this.port = network.takePort();
    network.connections.push(this);
  }

  get tracksSent(): unknown[] {
    return this.#transceivers.map(({ sender }) => sender.track).filter((track) => track !== null);
  }

  /** By its number. */
  readonly channels = new Map<number, FakeChannel>();
  /** Who is at the other end of a handshake that succeeded, if it is a connection. */
  peer: FakePeerConnection | null = null;

  createDataChannel(_label: string, { id = 0 }: RTCDataChannelInit): FakeChannel {
    const channel = new FakeChannel(id, this, this.#network);
    this.channels.set(id, channel);
    return channel;
  }

  addTransceiver(kind: string): void {
    this.#transceivers.push({ kind, mid: null, direction: "sendrecv", sender: createSender() });
  }

  getTransceivers() {
    return this.#transceivers;
  }

  createOffer(): Promise<RTCSessionDescriptionInit> {
    return Promise.resolve({ type: "offer", sdp: this.#createSdp() });
  }

  createAnswer(): Promise<RTCSessionDescriptionInit> {
    return Promise.resolve({ type: "answer", sdp: this.#createSdp() });
  }

  #createSdp(): string {
    return createMediaSdp(this.fingerprint, this.#transceivers.map(({ kind }) => kind));
  }

  /** Gives each its section, in the order in which they were made. */
  #name(): void {
    for (const [index, transceiver] of this.#transceivers.entries()) transceiver.mid = String(index);
  }

  setLocalDescription(description: RTCSessionDescriptionInit): Promise<void> {
    this.localDescription = description;
    this.#name();
    const candidate = {
      candidate: `candidate:1 1 udp 1 192.0.2.1 ${this.port} typ host`,
      ...{ sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "abcd" },
    };
    queueMicrotask(() => this.onicecandidate?.({ candidate: { ...candidate, type: "host", toJSON: () => candidate } }));
    return Promise.resolve();
  }

  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    this.remoteDescription = description;
    for (const [, fingerprint = ""] of description.sdp?.matchAll(/a=fingerprint:sha-256 (\S+)/gi) ?? []) {
      this.trusted.add(fingerprint.toUpperCase());
    }
    if (description.type === "offer") {
      readMediaKinds(description.sdp ?? "").forEach((kind) => this.addTransceiver(kind));
    }
    this.#name();
    for (const transceiver of this.#transceivers) {
      queueMicrotask(() => this.ontrack?.({ track: { kind: transceiver.kind }, transceiver }));
    }
    this.#connect();
    return Promise.resolve();
  }

  addIceCandidate({ candidate = "" }: Candidate): Promise<void> {
    const port = Number(candidate.split(" ")[5]);
    if (Number.isInteger(port)) this.#remotePorts.add(port);
    this.#connect();
    return Promise.resolve();
  }

  getStats(): Promise<Map<string, unknown>> {
    return Promise.resolve(new Map());
  }

  getConfiguration() {
    return {};
  }

  setConfiguration(): void {}

  close(): void {
    this.connectionState = "closed";
  }

  /** Shakes hands with whoever is at a port that a candidate named, if each shows what the other was told of. */
  #connect(): void {
    if (this.localDescription === null || this.remoteDescription === null || this.#network.isBlocked) return;
    for (const port of this.#remotePorts) {
      const listener = this.#network.listeners.get(port);
      if (listener !== undefined && this.trusted.has(listener)) this.#open(listener, null);
      const other = this.#network.connections.find((connection) => connection.port === port);
      if (other === undefined || !this.trusted.has(other.fingerprint) || !other.trusted.has(this.fingerprint)) continue;
      if (!other.#remotePorts.has(this.port)) continue;
      this.#open(other.fingerprint, other);
      other.#open(this.fingerprint, this);
    }
  }

  #open(fingerprint: string, peer: FakePeerConnection | null): void {
    if (this.connectionState !== "new") return;
    this.connectedTo = fingerprint;
    this.peer = peer;
    this.connectionState = "connected";
    queueMicrotask(() => this.onconnectionstatechange?.());
  }
}

class FakeChannel {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly bufferedAmount = 0;

  constructor(
    readonly id: number,
    readonly connection: FakePeerConnection,
    readonly network: FakeNetwork,
  ) {}

  get readyState(): string {
    const { connectionState } = this.connection;
    return connectionState === "connected" && !this.network.hasChannels ? "connecting" : states[connectionState] ?? "";
  }

  send(data: unknown): void {
    if (this.readyState !== "open") throw new DOMException("The channel is not open", "InvalidStateError");
    const channel = this.connection.peer?.channels.get(this.id);
    if (this.network.isSilent || channel === undefined) return;
    queueMicrotask(() => channel.readyState === "open" && channel.onmessage?.({ data }));
  }
}

const states: Record<string, string> = { new: "connecting", connected: "open", closed: "closed" };

function createSender() {
  const sender = {
    track: null as unknown,
    transport: undefined,
    replaceTrack(track: unknown): Promise<void> {
      sender.track = track;
      return Promise.resolve();
    },
    getParameters: () => ({ encodings: [] }),
    setParameters: () => Promise.resolve(),
  };
  return sender;
}
