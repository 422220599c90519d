/**
 * An RTCPeerConnection in the hands of a test: it records what it is asked for, and reports what the test makes it
 * report. It has no network, and negotiates nothing; `fake_peer_connection.ts` does as much as that takes.
 */

import { createFingerprint, createMediaSdp, readMediaKinds } from "./description.ts";

type Handler = ((event: never) => void) | null;

export class RecordedChannel {
  readonly sent: string[] = [];
  onmessage: Handler = null;
  readyState = "connecting";
  bufferedAmount = 0;
  /** Thrown by the next `send()`. */
  fault: Error | null = null;

  constructor(readonly label: string, readonly options: RTCDataChannelInit) {}

  send(text: string): void {
    if (this.fault !== null) throw this.fault;
    this.sent.push(text);
  }

  /** Lets a message of the other end arrive, if anybody listens. */
  receive(data: unknown): void {
    (this.onmessage as ((event: unknown) => void) | null)?.({ data });
  }
}

export class RecordedSender {
  track: unknown = null;
  transport: { iceTransport: { onselectedcandidatepairchange: (() => void) | null } } | undefined = undefined;
  readonly replaced: unknown[] = [];
  readonly encodings: { scaleResolutionDownBy?: number }[] = [{}];
  /** The scale of each encoding and whether a key frame was asked for, for each `setParameters()`. */
  readonly scaled: [scales: (number | undefined)[], keyFrames: boolean[]][] = [];
  fault: Error | null = null;

  replaceTrack(track: unknown): Promise<void> {
    this.replaced.push(track);
    this.track = track;
    return Promise.resolve();
  }

  getParameters() {
    return { encodings: this.encodings.map((encoding) => ({ ...encoding })) };
  }

  setParameters(
    parameters: { encodings: { scaleResolutionDownBy?: number }[] },
    options: { encodingOptions: { keyFrame: boolean }[] },
  ): Promise<void> {
    if (this.fault !== null) return Promise.reject(this.fault);
    this.scaled.push([
      parameters.encodings.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy),
      options.encodingOptions.map(({ keyFrame }) => keyFrame),
    ]);
    return Promise.resolve();
  }
}

export type RecordedTransceiver = {
  readonly kind: string;
  /** Null before a description names it. */
  mid: string | null;
  direction: string;
  readonly sender: RecordedSender;
};

export class RecordedPeerConnection {
  readonly channels: RecordedChannel[] = [];
  readonly transceivers: RecordedTransceiver[] = [];
  readonly candidates: unknown[] = [];
  readonly stats = new Map<string, unknown>();
  connectionState = "new";
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  onicecandidate: Handler = null;
  onicecandidateerror: Handler = null;
  ontrack: Handler = null;
  onconnectionstatechange: Handler = null;
  isClosed = false;
  /** What a browser would make of a description of the other end: the description, as long as it is not told otherwise. */
  read: (description: RTCSessionDescriptionInit) => RTCSessionDescriptionInit | null = (description) => description;

  constructor(public configuration: RTCConfiguration) {}

  createDataChannel(label: string, options: RTCDataChannelInit): RecordedChannel {
    const channel = new RecordedChannel(label, options);
    this.channels.push(channel);
    return channel;
  }

  channel(label: string): RecordedChannel {
    const channel = this.channels.find((channel) => channel.label === label);
    if (channel === undefined) throw new Error(`No channel ${label}`);
    return channel;
  }

  addTransceiver(kind: string, { direction }: { direction: string }): void {
    this.transceivers.push({ kind, mid: null, direction, sender: new RecordedSender() });
  }

  getTransceivers() {
    return this.transceivers;
  }

  createOffer() {
    return Promise.resolve({ type: "offer", sdp: this.#createSdp() });
  }

  createAnswer() {
    return Promise.resolve({ type: "answer", sdp: this.#createSdp() });
  }

  #createSdp(): string {
    return createMediaSdp(createFingerprint(1), this.transceivers.map(({ kind }) => kind));
  }

  /** Gives each its section, in the order in which they were made. */
  #name(): void {
    for (const [index, transceiver] of this.transceivers.entries()) transceiver.mid = String(index);
  }

  setLocalDescription(description: RTCSessionDescriptionInit): Promise<void> {
    this.localDescription = description;
    this.#name();
    return Promise.resolve();
  }

  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    this.remoteDescription = this.read(description);
    if (description.type === "offer") {
      for (const kind of readMediaKinds(description.sdp ?? "")) this.addTransceiver(kind, { direction: "recvonly" });
      this.#name();
    }
    return Promise.resolve();
  }

  addIceCandidate(candidate: { candidate: string }): Promise<void> {
    if (candidate.candidate.startsWith("unusable")) return Promise.reject(new Error(candidate.candidate));
    this.candidates.push(candidate);
    return Promise.resolve();
  }

  getStats(): Promise<Map<string, unknown>> {
    return Promise.resolve(this.stats);
  }

  getConfiguration(): RTCConfiguration {
    return this.configuration;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.configuration = configuration;
  }

  close(): void {
    this.isClosed = true;
    this.connectionState = "closed";
  }

  /** Reports an event of the browser's, if anybody listens. */
  report(name: "icecandidate" | "icecandidateerror" | "track" | "connectionstatechange", event: unknown = {}): void {
    (this[`on${name}`] as ((event: unknown) => void) | null)?.(event);
  }

  /** Changes the state, and opens the channels of a connection that is up. */
  become(state: string): void {
    this.connectionState = state;
    if (state === "connected") { for (const channel of this.channels) channel.readyState = "open"; }
    this.report("connectionstatechange");
  }
}

/** Puts recorded connections in place of the browser's; `made` has them, the oldest first. */
export function recordPeerConnections(): { made: RecordedPeerConnection[]; restore: () => void } {
  const made: RecordedPeerConnection[] = [];
  const before = ["RTCPeerConnection", "MediaStream"].map((name) =>
    [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const
  );
  const Recorded = class extends RecordedPeerConnection {
    static generateCertificate(algorithm: object) {
      return Promise.resolve({ algorithm });
    }
    constructor(configuration: RTCConfiguration) {
      super(configuration);
      made.push(this);
    }
  };
  const Stream = class {
    readonly tracks = new Set<unknown>();
    getTracks = () => [...this.tracks];
    addTrack = (track: unknown) => void this.tracks.add(track);
    removeTrack = (track: unknown) => void this.tracks.delete(track);
  };
  Object.defineProperty(globalThis, "RTCPeerConnection", { configurable: true, value: Recorded });
  Object.defineProperty(globalThis, "MediaStream", { configurable: true, value: Stream });
  const restore = () => {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  };
  return { made, restore };
}
