/**
 * One RTCPeerConnection and the media that crosses it. Makes descriptions, takes the other end's, reports what
 * happens; knows nothing of sockets or of the call's rules, which decide when a description or candidate may leave.
 *
 * The transceivers are made once, in the order of `KINDS`, and stay `sendrecv`: a camera that opens, closes or changes
 * is a `replaceTrack`, not a negotiation. What does negotiate later (an ICE restart) follows perfect negotiation
 * (W3C webrtc-pc `#perfect-negotiation-example`, RFC 9429); the first offer and answer are made by hand, because they
 * cross while it rings.
 */

import type { IceCandidates, IceServer } from "../signaling/protocol.ts";
import type { Description } from "./call.ts";

const KINDS = ["audio", "video"] as const;
export type MediaKind = typeof KINDS[number];
export type Tracks = Readonly<Record<MediaKind, MediaStreamTrack | null>>;

export type ConnectionHandlers = {
  candidates(candidates: IceCandidates): void;
  /** A description of a later negotiation, for the other end. */
  description(description: Description): void;
  state(state: "opened" | "interrupted" | "failed"): void;
  /** The first later negotiation step that could not be done. */
  error(error: unknown): void;
};

export class Connection {
  /** What is received, apart: sound must not wait for a first picture, which may never come. */
  readonly remoteStreams: Readonly<Record<MediaKind, MediaStream>> = {
    audio: new MediaStream(),
    video: new MediaStream(),
  };
  readonly #pc: RTCPeerConnection;
  readonly #isPolite: boolean;
  readonly #handlers: ConnectionHandlers;
  #tracks: Tracks = { audio: null, video: null };
  #isNegotiable = false;
  #makingOffer = false;
  #ignoreOffer = false;

  constructor(options: { iceServers: readonly IceServer[]; isPolite: boolean; handlers: ConnectionHandlers }) {
    this.#isPolite = options.isPolite;
    this.#handlers = options.handlers;
    this.#pc = new RTCPeerConnection({
      iceServers: [...options.iceServers],
      bundlePolicy: "max-bundle",
      rtcpMuxPolicy: "require",
    });
    this.#pc.onicecandidate = ({ candidate }) => {
      if (candidate !== null) this.#handlers.candidates([candidate.toJSON() as IceCandidates[number]]);
    };
    this.#pc.ontrack = ({ track }) => this.remoteStreams[track.kind as MediaKind].addTrack(track);
    this.#pc.onnegotiationneeded = () => void this.#renegotiate();
    this.#pc.onconnectionstatechange = () => this.#reportState();
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
      const isCollision = description.type === "offer" && (this.#makingOffer || this.#pc.signalingState !== "stable");
      this.#ignoreOffer = !this.#isPolite && isCollision;
      if (this.#ignoreOffer) return;
      await this.#pc.setRemoteDescription(description);
      if (description.type === "offer") {
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

  restartIce(): void {
    this.#pc.restartIce();
  }

  close(): void {
    this.#pc.onicecandidate = this.#pc.ontrack = null;
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

  #reportState(): void {
    switch (this.#pc.connectionState) {
      case "connected":
        return this.#handlers.state("opened");
      case "disconnected":
        return this.#handlers.state("interrupted");
      case "failed":
        return this.#handlers.state("failed");
    }
  }
}
