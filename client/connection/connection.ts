/**
 * One RTCPeerConnection and the media that crosses it. It negotiates once: an offer, an answer, candidates. A path that
 * dies is not mended but replaced by another connection (`connections.ts`), so nothing is ever renegotiated here.
 * Reports what happens; knows nothing of sockets, of other connections or of the call's rules.
 */

import type { FailureDetail, IceCandidates, IceServer } from "../../signaling/protocol.ts";
import { attempt, insist } from "../bounds/attempt.ts";
import type { Description } from "./description.ts";
import { type ConnectionStats, countMediaPackets, findPath, type MediaPath, readStats } from "./connection_stats.ts";
import { readFingerprint } from "../proof/description_check.ts";
import { isTurnUrl, offersRelay } from "../ice/ice_urls.ts";
import { diagnose } from "./diagnosis.ts";
import { createPeerConnection } from "./peer_connection.ts";
import { letOffererBegin } from "../transceivers/dtls_role.ts";
import { hintStart } from "../transceivers/start_bitrate.ts";
import { Transceivers, type TransceiversOptions } from "../transceivers/transceivers.ts";
import type { Tracks } from "../media/source.ts";

const RELAY_ERRORS_MAX = 16;
/** In turns and not by the clock: a hidden page has one a second, and asks again every second one. */
export const MEDIA_TURNS_MAX = 3;
/** What a heartbeat says when its end has no picture. */
const PICTURE_REQUEST = "picture";
/** What binary data, which no honest end sends, counts as: the longest message there is. */
const BINARY_LENGTH = 65_536;

export type ConnectionHandlers = TransceiversOptions & {
  /** Something has come over a channel, of this length in UTF-16 units; tells whether it may be looked at. */
  arrived(length: number): boolean;
  candidates(candidates: IceCandidates): void;
  state(state: "connected" | "failed"): void;
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
  readonly #transceivers: Transceivers;
  #packetsReceived = 0;
  #packetsAtTurn = -Infinity;
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
    try {
      this.#transceivers = new Transceivers(this.#pc, this.#handlers);
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
      if (isTurnUrl(url ?? "") && this.#relayErrors.length < RELAY_ERRORS_MAX) this.#relayErrors.push(errorCode);
    };
    this.#pc.onconnectionstatechange = () => this.#reportState();
  }

  /** Makes the offer. No candidate is in it: it leaves before any is gathered. */
  async createOffer(tracks: Tracks): Promise<{ type: "offer"; sdp: string }> {
    this.#transceivers.add(tracks);
    const { sdp = "" } = await this.#pc.createOffer();
    await this.#pc.setLocalDescription({ type: "offer", sdp });
    const told = this.#transceivers.tell(sdp);
    await this.setTracks(this.#transceivers.tracks);
    return { type: "offer", sdp: told };
  }

  /**
   * Applies an offer and makes the answer; opens no device, tracks that are missing may come later.
   *
   * @throws if the browser cannot take the offer
   */
  async prepareAnswer(offer: Description): Promise<{ type: "answer"; sdp: string }> {
    this.#transceivers.read(offer.sdp);
    await this.#pc.setRemoteDescription({ ...offer, sdp: letOffererBegin(hintStart(offer.sdp)) });
    this.#assertApplied(offer);
    this.#transceivers.open();
    await this.setTracks(this.#transceivers.tracks);
    const { sdp = "" } = await this.#pc.createAnswer();
    await this.#pc.setLocalDescription({ type: "answer", sdp });
    return { type: "answer", sdp };
  }

  /** @throws if the browser cannot take the answer, or takes none now */
  async applyAnswer(answer: Description): Promise<void> {
    await this.#pc.setRemoteDescription({ ...answer, sdp: hintStart(answer.sdp) });
    this.#assertApplied(answer);
  }

  /** What was proved was read by us, what counts by the browser: they must have read the same. */
  #assertApplied({ sdp }: Description): void {
    const applied = readFingerprint(this.#pc.remoteDescription?.sdp ?? "");
    if (applied === null || applied !== readFingerprint(sdp)) {
      throw new Error("Cannot apply a description: the browser reads another certificate in it");
    }
  }

  /**
   * Takes the other end's candidates, all at once: where there is much else to do, each turn that one waits for delays the
   * next. One that this browser cannot use costs a path, not the call.
   */
  async addCandidates(candidates: IceCandidates): Promise<void> {
    this.#heardCandidate ||= candidates.length > 0;
    await Promise.all(candidates.map(async (candidate) => {
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
    }));
  }

  /** Sends these tracks, or nothing where there is none; as soon as it can. */
  setTracks(tracks: Tracks): Promise<void> {
    return this.#transceivers.setTracks(tracks);
  }

  /** Sends so many lines of the camera's picture at most, 0 for none, null for all, as soon as that is looked after. */
  needPicture(lines: number | null): void {
    this.#transceivers.needPicture(lines);
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
    this.#transceivers.sendWholePictures();
  }

  sendHeartbeat(): void {
    // What a dead path holds up already says nothing more by growing.
    if (this.#heartbeats.bufferedAmount === 0) trySend(this.#heartbeats, "");
  }

  /** Tells whether media has come in since it was last asked, if that was not more than `MEDIA_TURNS_MAX` turns ago. */
  async hasReceivedMore(turn: number): Promise<boolean> {
    const packets = countMediaPackets(await this.readStats());
    const hasMore = packets > this.#packetsReceived && turn - this.#packetsAtTurn <= MEDIA_TURNS_MAX;
    this.#packetsReceived = packets;
    this.#packetsAtTurn = turn;
    return hasMore;
  }

  /** Reads which way the media goes; null before it is known. */
  async readPath(): Promise<MediaPath | null> {
    return findPath(await this.readStats());
  }

  readStats(): Promise<ConnectionStats> {
    return readStats(this.#pc);
  }

  /** Says why no connection has come up so far. */
  diagnose(): FailureDetail {
    const { iceServers = [], iceTransportPolicy } = this.#pc.getConfiguration();
    return diagnose({
      isRelayOnly: iceTransportPolicy === "relay",
      hasRelay: offersRelay(iceServers),
      gotRelay: this.#gotRelay,
      relayErrors: this.#relayErrors,
      heardCandidate: this.#heardCandidate,
    });
  }

  close(): void {
    insist("close a connection", () => this.#pc.close());
    this.#transceivers.close();
    this.#pc.onicecandidate = this.#pc.onicecandidateerror = null;
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
        attempt("look after what is sent", () => this.#transceivers.tend());
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
