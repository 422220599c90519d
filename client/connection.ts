/**
 * One RTCPeerConnection and the media that crosses it. Makes descriptions, takes the other end's, reports what
 * happens; knows nothing of sockets or of the call's rules, which decide when a description or candidate may leave.
 *
 * The transceivers are made once, in the order of `KINDS`, and stay `sendrecv`: a camera that opens, closes or changes
 * is a `replaceTrack`, not a negotiation. What does negotiate later (an ICE restart) follows perfect negotiation
 * (W3C webrtc-pc `#perfect-negotiation-example`, RFC 9429); the first offer and answer are made by hand, because they
 * cross while it rings.
 */

import type { FailureDetail, IceCandidates, IceServer } from "../signaling/protocol.ts";
import type { Description } from "./call.ts";
import { diagnose } from "./diagnosis.ts";
import type { MediaPath } from "./state.ts";

const RELAY_ERRORS_MAX = 16;
/** What a heartbeat says when its end has no picture. */
const PICTURE_REQUEST = "picture";
/** How long pictures stay small after a silence, in milliseconds. */
const SMALL_PICTURE_MS = 1_500;
const KINDS = ["audio", "video"] as const;
export type MediaKind = typeof KINDS[number];
export type Tracks = Readonly<Record<MediaKind, MediaStreamTrack | null>>;

export type ConnectionHandlers = {
  candidates(candidates: IceCandidates): void;
  /** A description of a later negotiation, for the other end. */
  description(description: Description): void;
  state(state: "connected" | "failed"): void;
  /** A message of the other end over the control channel. */
  control(text: string): void;
  /** The other end has begun a later negotiation: in practice, an ICE restart. */
  remoteRestart(): void;
  /** A sign of life of the other end. */
  heard(): void;
  /** The first later negotiation step that could not be done. */
  error(error: unknown): void;
};

export type ConnectionOptions = {
  readonly iceServers: readonly IceServer[];
  /** Use relays only, so that the other end never learns this end's address. */
  readonly isRelayOnly: boolean;
  readonly isPolite: boolean;
  readonly handlers: ConnectionHandlers;
};

function createIceConfiguration(
  { iceServers, isRelayOnly }: Pick<ConnectionOptions, "iceServers" | "isRelayOnly">,
): RTCConfiguration {
  return { iceServers: [...iceServers], iceTransportPolicy: isRelayOnly ? "relay" : "all" };
}

export class Connection {
  /** What is received, apart: sound must not wait for a first picture, which may never come. */
  readonly remoteStreams: Readonly<Record<MediaKind, MediaStream>> = {
    audio: new MediaStream(),
    video: new MediaStream(),
  };
  readonly #pc: RTCPeerConnection;
  /** Call control, once connected: reliable and in order. Both ends open it under the same number, unasked. */
  readonly #control: RTCDataChannel;
  /** Signs of life: one that is late is worth nothing, so none is repeated. */
  readonly #heartbeats: RTCDataChannel;
  readonly #isPolite: boolean;
  readonly #handlers: ConnectionHandlers;
  #tracks: Tracks = { audio: null, video: null };
  #pictureTimer: ReturnType<typeof setTimeout> | undefined;
  #packetsReceived = 0;
  #packetsAtMs = 0;
  readonly #relayErrors: number[] = [];
  #gotRelay = false;
  #heardCandidate = false;
  #isNegotiable = false;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;

  constructor(options: ConnectionOptions) {
    this.#isPolite = options.isPolite;
    this.#handlers = options.handlers;
    this.#pc = new RTCPeerConnection({
      ...createIceConfiguration(options),
      bundlePolicy: "max-bundle",
      rtcpMuxPolicy: "require",
    });
    this.#control = this.#pc.createDataChannel("control", { negotiated: true, id: 0 });
    this.#heartbeats = this.#pc.createDataChannel("heartbeat", {
      negotiated: true,
      id: 1,
      ordered: false,
      maxRetransmits: 0,
    });
    this.#control.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.#handlers.heard();
      if (typeof data === "string") this.#handlers.control(data);
    };
    this.#heartbeats.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.#handlers.heard();
      if (data === PICTURE_REQUEST) void this.#refreshPicture();
    };
    this.#pc.onicecandidate = ({ candidate }) => {
      if (candidate === null) return;
      this.#gotRelay ||= candidate.type === "relay";
      this.#handlers.candidates([candidate.toJSON() as IceCandidates[number]]);
    };
    this.#pc.onicecandidateerror = ({ url, errorCode }) => {
      if (url?.startsWith("turn") && this.#relayErrors.length < RELAY_ERRORS_MAX) this.#relayErrors.push(errorCode);
    };
    this.#pc.ontrack = ({ track }) => this.remoteStreams[track.kind as MediaKind].addTrack(track);
    this.#pc.onnegotiationneeded = () => void this.#renegotiate();
    this.#pc.onconnectionstatechange = () => this.#reportState();
  }

  /** Whether an offer of this end waits for its answer. */
  get isNegotiating(): boolean {
    return this.#makingOffer || this.#pc.signalingState === "have-local-offer";
  }

  /** Makes the offer of a new call. No candidate is in it: it leaves before any is gathered. */
  async createOffer(): Promise<{ type: "offer"; sdp: string }> {
    for (const kind of KINDS) this.#pc.addTransceiver(kind, { direction: "sendrecv" });
    await this.setTracks(this.#tracks);
    const { sdp = "" } = await this.#pc.createOffer();
    await this.#pc.setLocalDescription({ type: "offer", sdp });
    return { type: "offer", sdp };
  }

  /**
   * Applies a caller's offer and makes the answer, opening no device: tracks come after the person accepted.
   *
   * @throws if the browser cannot take the offer
   */
  async prepareAnswer(offer: { type: "offer"; sdp: string }): Promise<{ type: "answer"; sdp: string }> {
    await this.#pc.setRemoteDescription(offer);
    // The caller's sections are received only until told otherwise; both ways now saves a negotiation later.
    for (const transceiver of this.#pc.getTransceivers()) transceiver.direction = "sendrecv";
    await this.setTracks(this.#tracks);
    const { sdp = "" } = await this.#pc.createAnswer();
    await this.#pc.setLocalDescription({ type: "answer", sdp });
    this.#isNegotiable = true;
    return { type: "answer", sdp };
  }

  async applyAnswer(answer: Description): Promise<void> {
    await this.#pc.setRemoteDescription(answer);
    this.#isNegotiable = true;
  }

  /** Takes the other end's candidates; one that this browser cannot use costs a path, not the call. */
  async addCandidates(candidates: IceCandidates): Promise<void> {
    this.#heardCandidate ||= candidates.length > 0;
    for (const candidate of candidates) {
      try {
        await this.#pc.addIceCandidate({
          candidate: candidate.candidate,
          sdpMid: candidate.sdpMid ?? null,
          sdpMLineIndex: candidate.sdpMLineIndex ?? null,
          usernameFragment: candidate.usernameFragment ?? null,
        });
      } catch (error) {
        if (!this.#ignoreOffer) this.#handlers.error(error);
      }
    }
  }

  /** Takes a description of a later negotiation, by the perfect negotiation pattern. */
  async applyDescription(description: Description): Promise<void> {
    try {
      const isReady = !this.#makingOffer &&
        (this.#pc.signalingState === "stable" || this.#isSettingRemoteAnswerPending);
      const isCollision = description.type === "offer" && !isReady;
      this.#ignoreOffer = !this.#isPolite && isCollision;
      if (this.#ignoreOffer) return;
      this.#isSettingRemoteAnswerPending = description.type === "answer";
      await this.#pc.setRemoteDescription(description).finally(() => this.#isSettingRemoteAnswerPending = false);
      if (description.type === "offer") {
        this.#handlers.remoteRestart();
        await this.#pc.setLocalDescription();
        this.#shareLocalDescription();
      }
    } catch (error) {
      this.#handlers.error(error);
    }
  }

  /** Sends these tracks, or nothing where there is none; as soon as there are transceivers to send them. */
  async setTracks(tracks: Tracks): Promise<void> {
    this.#tracks = tracks;
    const transceivers = this.#pc.getTransceivers();
    await Promise.all(KINDS.map((kind, index) => {
      const sender = transceivers[index]?.sender;
      return sender?.track === tracks[kind] ? undefined : sender?.replaceTrack(tracks[kind]);
    }));
  }

  /** Takes ICE servers with fresh credentials, for the next restart (W3C webrtc-pc `#dom-rtcpeerconnection-setconfiguration`). */
  configure(options: Pick<ConnectionOptions, "iceServers" | "isRelayOnly">): void {
    this.#pc.setConfiguration({ ...this.#pc.getConfiguration(), ...createIceConfiguration(options) });
  }

  restartIce(): void {
    this.#pc.restartIce();
  }

  /** Sends over the control channel, and tells whether it is open at all; not whether anything arrives. */
  sendControl(text: string): boolean {
    if (this.#control.readyState !== "open") return false;
    this.#control.send(text);
    return true;
  }

  /** Asks the other end for a picture that can be shown at once, after a time without any. */
  requestPicture(): void {
    if (this.#heartbeats.readyState === "open") this.#heartbeats.send(PICTURE_REQUEST);
  }

  /**
   * Sends a whole picture now, and small ones for a moment: after a silence the sender believes the path to be slow, and
   * a large first picture takes seconds (measured: 2.0 s large, 0.13 s at a quarter).
   */
  async #refreshPicture(): Promise<void> {
    const sender = this.#pc.getTransceivers()[KINDS.indexOf("video")]?.sender;
    if (sender === undefined || sender.track === null) return;
    clearTimeout(this.#pictureTimer);
    this.#pictureTimer = setTimeout(() => void scale(sender, 1, false).catch(this.#handlers.error), SMALL_PICTURE_MS);
    await scale(sender, 4, true).catch(this.#handlers.error);
  }

  sendHeartbeat(): void {
    // What a dead path holds up already says nothing more by growing.
    if (this.#heartbeats.readyState === "open" && this.#heartbeats.bufferedAmount === 0) this.#heartbeats.send("");
  }

  /** Tells whether media has come in since it was last asked, if that was within a second. */
  async hasReceivedMore(nowMs: number): Promise<boolean> {
    let packets = 0;
    for (const stats of await this.#readStats()) {
      if (stats.type === "inbound-rtp") packets += stats.packetsReceived ?? 0;
    }
    const hasMore = packets > this.#packetsReceived && nowMs - this.#packetsAtMs < 1_000;
    this.#packetsReceived = packets;
    this.#packetsAtMs = nowMs;
    return hasMore;
  }

  /** Reads which way the media goes (W3C webrtc-stats `#dom-rtcicecandidatepairstats`); null before it is known. */
  async readPath(): Promise<MediaPath | null> {
    const stats = await this.#readStats();
    const byId = new Map(stats.map((entry) => [entry.id, entry]));
    const transport = stats.find((entry) => entry.type === "transport");
    const pair = byId.get(transport?.selectedCandidatePairId) ??
      stats.find((entry) => entry.type === "candidate-pair" && entry.selected); // Firefox
    const [local, remote] = [byId.get(pair?.localCandidateId), byId.get(pair?.remoteCandidateId)];
    if (local === undefined || remote === undefined) return null;
    const isRelayed = local.candidateType === "relay" || remote.candidateType === "relay";
    const protocol = local.candidateType === "relay" ? local.relayProtocol : local.protocol;
    return {
      kind: isRelayed ? "relayed" : "direct",
      protocol: protocol === "tcp" || protocol === "tls" ? protocol : "udp",
    };
  }

  /** Says why no connection has come up so far. */
  diagnose(): FailureDetail {
    const { iceServers = [], iceTransportPolicy } = this.#pc.getConfiguration();
    return diagnose({
      isRelayOnly: iceTransportPolicy === "relay",
      hasRelay: iceServers.some(({ urls }) => [urls].flat().some((url) => url.startsWith("turn"))),
      gotRelay: this.#gotRelay,
      relayErrors: this.#relayErrors,
      heardCandidate: this.#heardCandidate,
    });
  }

  // deno-lint-ignore no-explicit-any -- The DOM types know only some of the statistics' fields.
  async #readStats(): Promise<any[]> {
    return this.#pc.connectionState === "closed" ? [] : [...(await this.#pc.getStats()).values()];
  }

  close(): void {
    clearTimeout(this.#pictureTimer);
    this.#pc.onicecandidate = this.#pc.onicecandidateerror = this.#pc.ontrack = null;
    this.#pc.onnegotiationneeded = this.#pc.onconnectionstatechange = null;
    this.#pc.close();
  }

  async #renegotiate(): Promise<void> {
    if (!this.#isNegotiable) return;
    try {
      this.#makingOffer = true;
      await this.#pc.setLocalDescription();
      this.#shareLocalDescription();
    } catch (error) {
      this.#handlers.error(error);
    } finally {
      this.#makingOffer = false;
    }
  }

  #shareLocalDescription(): void {
    const description = this.#pc.localDescription;
    if (description?.type === "offer" || description?.type === "answer") {
      this.#handlers.description({ type: description.type, sdp: description.sdp });
    }
  }

  /** Sends a whole picture as soon as there is another path: what was on its way by the old one is lost. */
  #watchPath(): void {
    const path = this.#pc.getTransceivers()[0]?.sender.transport?.iceTransport;
    if (path === undefined || path.onselectedcandidatepairchange !== null) return;
    path.onselectedcandidatepairchange = () => void this.#refreshPicture();
  }

  #reportState(): void {
    switch (this.#pc.connectionState) {
      case "connected":
        this.#watchPath();
        return this.#handlers.state("connected");
      case "failed":
        return this.#handlers.state("failed");
    }
  }
}

/** Sets the size of what is sent; `isWhole` asks for a key frame, which only Chromium takes as a request. */
async function scale(sender: RTCRtpSender, scaleResolutionDownBy: number, isWhole: boolean): Promise<void> {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) encoding.scaleResolutionDownBy = scaleResolutionDownBy;
  // W3C webrtc-extensions `#dom-rtcsetparameteroptions`; not in the DOM types yet, ignored where it is unknown.
  const options = { encodingOptions: parameters.encodings.map(() => ({ keyFrame: isWhole })) };
  await sender.setParameters(parameters, options as RTCSetParameterOptions);
}
