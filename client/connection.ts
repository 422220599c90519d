/**
 * One RTCPeerConnection and the media that crosses it. It negotiates once: an offer, an answer, candidates. A path that
 * dies is not mended but replaced by another connection (`connections.ts`), so nothing is ever renegotiated here.
 * Reports what happens; knows nothing of sockets, of other connections or of the call's rules.
 *
 * The transceivers are made once, in the order of `KINDS`, and stay `sendrecv`: a camera that opens, closes or changes
 * is a `replaceTrack`, not a negotiation.
 */

import type { FailureDetail, IceCandidates, IceServer } from "../signaling/protocol.ts";
import { attempt, insist } from "./attempt.ts";
import type { Description } from "./call.ts";
import { countMediaPackets, findPath, readStats } from "./connection_stats.ts";
import { readFingerprint } from "./description_check.ts";
import { diagnose } from "./diagnosis.ts";
import { createPeerConnection } from "./peer_connection.ts";
import type { MediaPath } from "./state.ts";
import { WholePicture } from "./whole_picture.ts";

const RELAY_ERRORS_MAX = 16;
/** What a heartbeat says when its end has no picture. */
const PICTURE_REQUEST = "picture";
/** What binary data, which no honest end sends, counts as: the longest message there is. */
const BINARY_LENGTH = 65_536;
export const KINDS = ["audio", "video"] as const;
export type MediaKind = typeof KINDS[number];
export type Tracks = Readonly<Record<MediaKind, MediaStreamTrack | null>>;

export type ConnectionHandlers = {
  /** Something has come over a channel, of this length in UTF-16 units; tells whether it may be looked at. */
  arrived(length: number): boolean;
  candidates(candidates: IceCandidates): void;
  state(state: "connected" | "failed"): void;
  /** A track of the other end, which it may start to send on. */
  track(track: MediaStreamTrack): void;
  /** A message of the other end over the control channel. */
  control(text: string): void;
  /** A sign of life of the other end. */
  heard(): void;
  /** Something of the other end's, or a request of this one, that this browser could not do; the call goes on. */
  error(error: unknown): void;
};

export type ConnectionSettings = {
  readonly iceServers: readonly IceServer[];
  /** Use relays only, so that the other end never learns this end's address. */
  readonly isRelayOnly: boolean;
};

export type ConnectionOptions = ConnectionSettings & {
  /** One for all connections of a call, so that its fingerprint stays the same (RFC 8827 §6.5). */
  readonly certificate: RTCCertificate;
  /** Takes the system's current way out instead of those that the page knows of; see `peer_connection.ts`. */
  readonly isUnbound: boolean;
  readonly handlers: ConnectionHandlers;
};

function createIceConfiguration({ iceServers, isRelayOnly }: ConnectionSettings): RTCConfiguration {
  return { iceServers: [...iceServers], iceTransportPolicy: isRelayOnly ? "relay" : "all" };
}

export class Connection {
  readonly #pc: RTCPeerConnection;
  /** Call control, once connected: reliable and in order. Both ends open it under the same number, unasked. */
  readonly #control: RTCDataChannel;
  /** Signs of life: one that is late is worth nothing, so none is repeated. */
  readonly #heartbeats: RTCDataChannel;
  readonly #handlers: ConnectionHandlers;
  readonly #picture: WholePicture;
  #tracks: Tracks = { audio: null, video: null };
  #packetsReceived = 0;
  #packetsAtMs = 0;
  readonly #relayErrors: number[] = [];
  #gotRelay = false;
  #heardCandidate = false;

  constructor(options: ConnectionOptions) {
    this.#handlers = options.handlers;
    this.#pc = createPeerConnection({
      ...createIceConfiguration(options),
      certificates: [options.certificate],
      bundlePolicy: "max-bundle",
      rtcpMuxPolicy: "require",
    }, options);
    this.#picture = new WholePicture({
      sender: () => this.#pc.getTransceivers()[KINDS.indexOf("video")]?.sender,
      error: this.#handlers.error,
    });
    try {
      this.#control = this.#pc.createDataChannel("control", { negotiated: true, id: 0 });
      this.#heartbeats = this.#pc.createDataChannel("heartbeat", {
        negotiated: true,
        id: 1,
        ordered: false,
        maxRetransmits: 0,
      });
      this.#listen();
    } catch (error) {
      insist("close a connection", () => this.#pc.close()); // Nobody else will ever hold it.
      throw error;
    }
  }

  #listen(): void {
    this.#control.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!this.#mayRead(data)) return;
      this.#hear();
      if (typeof data === "string") this.#handlers.control(data);
    };
    this.#heartbeats.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!this.#mayRead(data)) return;
      this.#hear();
      if (data === PICTURE_REQUEST) this.#sendWholePicture();
    };
    this.#pc.onicecandidate = ({ candidate }) => {
      if (candidate === null) return;
      this.#gotRelay ||= candidate.type === "relay";
      this.#handlers.candidates([candidate.toJSON() as IceCandidates[number]]);
    };
    this.#pc.onicecandidateerror = ({ url, errorCode }) => {
      if (url?.startsWith("turn") && this.#relayErrors.length < RELAY_ERRORS_MAX) this.#relayErrors.push(errorCode);
    };
    this.#pc.ontrack = ({ track }) => this.#handlers.track(track);
    this.#pc.onconnectionstatechange = () => this.#reportState();
  }

  /** Makes the offer. No candidate is in it: it leaves before any is gathered. */
  async createOffer(tracks: Tracks): Promise<{ type: "offer"; sdp: string }> {
    for (const kind of KINDS) this.#pc.addTransceiver(kind, { direction: "sendrecv" });
    await this.setTracks(tracks);
    const { sdp = "" } = await this.#pc.createOffer();
    await this.#pc.setLocalDescription({ type: "offer", sdp });
    return { type: "offer", sdp };
  }

  /**
   * Applies an offer and makes the answer; opens no device, tracks that are missing may come later.
   *
   * @throws if the browser cannot take the offer
   */
  async prepareAnswer(offer: Description): Promise<{ type: "answer"; sdp: string }> {
    await this.#pc.setRemoteDescription(offer);
    this.#assertApplied(offer);
    // The offer's sections are received only until told otherwise; both ways now saves a negotiation later.
    for (const transceiver of this.#pc.getTransceivers()) transceiver.direction = "sendrecv";
    await this.setTracks(this.#tracks);
    const { sdp = "" } = await this.#pc.createAnswer();
    await this.#pc.setLocalDescription({ type: "answer", sdp });
    return { type: "answer", sdp };
  }

  /** @throws if the browser cannot take the answer, or takes none now */
  async applyAnswer(answer: Description): Promise<void> {
    await this.#pc.setRemoteDescription(answer);
    this.#assertApplied(answer);
  }

  /** What was proved was read by us, what counts by the browser: they must have read the same. */
  #assertApplied({ sdp }: Description): void {
    const applied = readFingerprint(this.#pc.remoteDescription?.sdp ?? "");
    if (applied === null || applied !== readFingerprint(sdp)) {
      throw new Error("Cannot apply a description: the browser reads another certificate in it");
    }
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
        this.#handlers.error(error);
      }
    }
  }

  /**
   * Sends these tracks, or nothing where there is none; as soon as there are transceivers to send them. One that cannot
   * be sent costs itself, not the other and not the call.
   */
  async setTracks(tracks: Tracks): Promise<void> {
    this.#tracks = tracks;
    await Promise.all(KINDS.map(async (kind, index) => {
      try {
        const sender = this.#pc.getTransceivers()[index]?.sender;
        if (sender?.track !== tracks[kind]) await sender?.replaceTrack(tracks[kind]);
      } catch (error) {
        this.#handlers.error(error);
      }
    }));
  }

  /** Takes ICE servers with fresh credentials (W3C webrtc-pc `#dom-rtcpeerconnection-setconfiguration`). */
  configure(settings: ConnectionSettings): void {
    this.#pc.setConfiguration({ ...this.#pc.getConfiguration(), ...createIceConfiguration(settings) });
  }

  /** Sends over the control channel, and tells whether it took the text; not whether anything arrives. Never throws. */
  sendControl(text: string): boolean {
    return trySend(this.#control, text);
  }

  /** Asks the other end for a picture that can be shown at once, after a time without any. */
  requestPicture(): void {
    trySend(this.#heartbeats, PICTURE_REQUEST);
  }

  #mayRead(data: unknown): boolean {
    return this.#handlers.arrived(typeof data === "string" ? data.length : BINARY_LENGTH);
  }

  #hear(): void {
    attempt("take a sign of life", this.#handlers.heard);
  }

  #sendWholePicture(): void {
    attempt("send a whole picture", () => this.#picture.request());
  }

  sendHeartbeat(): void {
    // What a dead path holds up already says nothing more by growing.
    if (this.#heartbeats.bufferedAmount === 0) trySend(this.#heartbeats, "");
  }

  /** Tells whether media has come in since it was last asked, if that was within a second. */
  async hasReceivedMore(nowMs: number): Promise<boolean> {
    const packets = countMediaPackets(await readStats(this.#pc));
    const hasMore = packets > this.#packetsReceived && nowMs - this.#packetsAtMs < 1_000;
    this.#packetsReceived = packets;
    this.#packetsAtMs = nowMs;
    return hasMore;
  }

  /** Reads which way the media goes; null before it is known. */
  async readPath(): Promise<MediaPath | null> {
    return findPath(await readStats(this.#pc));
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

  close(): void {
    insist("close a connection", () => this.#pc.close());
    this.#picture.close();
    this.#pc.onicecandidate = this.#pc.onicecandidateerror = this.#pc.ontrack = null;
    this.#pc.onconnectionstatechange = null;
    this.#control.onmessage = this.#heartbeats.onmessage = null;
  }

  /** Sends a whole picture as soon as there is another path: what was on its way by the old one is lost. */
  #watchPath(): void {
    const path = this.#pc.getTransceivers()[0]?.sender.transport?.iceTransport;
    if (path === undefined || path.onselectedcandidatepairchange !== null) return;
    path.onselectedcandidatepairchange = () => this.#sendWholePicture();
  }

  #reportState(): void {
    switch (this.#pc.connectionState) {
      case "connected":
        attempt("watch the path", () => this.#watchPath());
        return this.#handlers.state("connected");
      case "failed":
        return this.#handlers.state("failed");
    }
  }
}

/** Sends on a channel if it is open, and tells whether it took the text. */
function trySend(channel: RTCDataChannel, text: string): boolean {
  try {
    if (channel.readyState !== "open") return false;
    channel.send(text);
    return true;
  } catch {
    return false; // Its queue is full (W3C webrtc-pc `#dom-rtcdatachannel-send`), or it closes as we speak.
  }
}
