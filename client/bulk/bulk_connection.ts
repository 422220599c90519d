/**
 * One RTCPeerConnection that carries only streams: one data channel, one offer, one answer. It uses the call's
 * certificate, and its maker checks that the other end shows the certificate that was proved. Reports what happens;
 * knows nothing about the streams.
 */

import type { IceCandidates } from "../../signaling/protocol.ts";
import { attempt, insist } from "../bounds/attempt.ts";
import type { ConnectionSettings } from "../connection/connection.ts";
import { createPeerConnection } from "../connection/peer_connection.ts";
import { keepUsableCandidates, readFingerprint } from "../proof/description_check.ts";
import type { Bytes } from "../streams/byte_queue.ts";
import type { Pipe } from "../streams/pipe.ts";

/** When the browser has no more than this left to send, more may follow. */
const BUFFERED_LOW = 16_384;

export type BulkConnectionHandlers = {
  candidates(candidates: IceCandidates): void;
  opened(): void;
  message(data: unknown): void;
  /** The browser can take more. */
  drained(): void;
  /** It came to nothing, or has ended, whoever did it. */
  failed(): void;
};

export type BulkConnectionOptions = ConnectionSettings & {
  readonly certificate: RTCCertificate;
  readonly isUnbound: boolean;
  readonly handlers: BulkConnectionHandlers;
};

/** One that an end has made, and what has become of it so far. */
export type Made = {
  readonly attempt: number;
  readonly connection: BulkConnection;
  /** When it was last heard; before that, when it was begun. */
  heardAtMs: number;
  isOpen: boolean;
  isAnswered: boolean;
  /** How many more of the other end's candidates are taken. */
  candidatesLeft: number;
};

export class BulkConnection implements Pipe {
  readonly #pc: RTCPeerConnection;
  readonly #channel: RTCDataChannel;
  readonly #handlers: BulkConnectionHandlers;
  /** Candidates that were found before the description left, which must come first; null once it has left. */
  #held: IceCandidates | null = [];

  constructor({ iceServers, isRelayOnly, certificate, isUnbound, handlers }: BulkConnectionOptions) {
    this.#handlers = handlers;
    this.#pc = createPeerConnection({
      iceServers: [...iceServers],
      iceTransportPolicy: isRelayOnly ? "relay" : "all",
      certificates: [certificate],
      bundlePolicy: "max-bundle",
    }, { isUnbound });
    try {
      this.#channel = this.#pc.createDataChannel("streams", { negotiated: true, id: 0 });
      this.#channel.binaryType = "arraybuffer";
      this.#channel.bufferedAmountLowThreshold = BUFFERED_LOW;
      this.#listen();
    } catch (error) {
      insist("close a bulk connection", () => this.#pc.close()); // Nobody else will ever hold it.
      throw error;
    }
  }

  #listen(): void {
    this.#pc.onicecandidate = ({ candidate }) => {
      if (candidate === null) return;
      const found = [candidate.toJSON() as IceCandidates[number]];
      if (this.#held === null) this.#handlers.candidates(found);
      else this.#held.push(...found);
    };
    this.#pc.onconnectionstatechange = () => {
      if (this.#pc.connectionState === "failed") this.#handlers.failed();
    };
    this.#channel.onopen = () => this.#handlers.opened();
    this.#channel.onclose = () => this.#handlers.failed();
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => this.#handlers.message(data);
    this.#channel.onbufferedamountlow = () => this.#handlers.drained();
  }

  get bufferedBytes(): number {
    return this.#channel.bufferedAmount;
  }

  send(frame: Bytes): boolean {
    try {
      this.#channel.send(frame);
      return true;
    } catch {
      this.#handlers.failed(); // It closes as we speak: what was lost is repeated on another.
      return false;
    }
  }

  /** Makes the offer. No candidate is in it: it leaves before any is gathered. */
  async createOffer(): Promise<string> {
    const { sdp = "" } = await this.#pc.createOffer();
    await this.#pc.setLocalDescription({ type: "offer", sdp });
    return sdp;
  }

  /** @throws if the browser cannot take the offer */
  async createAnswer(offer: string): Promise<string> {
    await this.#apply({ type: "offer", sdp: offer });
    const { sdp = "" } = await this.#pc.createAnswer();
    await this.#pc.setLocalDescription({ type: "answer", sdp });
    return sdp;
  }

  /** @throws if the browser cannot take the answer, or takes none now */
  async applyAnswer(answer: string): Promise<void> {
    await this.#apply({ type: "answer", sdp: answer });
  }

  /** What was checked was read by us, what counts by the browser: they must have read the same. */
  async #apply(description: { type: "offer" | "answer"; sdp: string }): Promise<void> {
    await this.#pc.setRemoteDescription(description);
    const applied = readFingerprint(this.#pc.remoteDescription?.sdp ?? "");
    if (applied === null || applied !== readFingerprint(description.sdp)) {
      throw new Error("Cannot apply a description: the browser reads another certificate in it");
    }
  }

  /** The description has left: candidates may follow it. */
  releaseCandidates(): void {
    const held = this.#held ?? [];
    this.#held = null;
    if (held.length > 0) this.#handlers.candidates(held);
  }

  /** Takes the other end's candidates; one that this browser cannot use costs a path. */
  addCandidates(candidates: IceCandidates): void {
    for (const { candidate, sdpMid = null, sdpMLineIndex = null } of keepUsableCandidates(candidates)) {
      attempt("use a candidate", () => this.#pc.addIceCandidate({ candidate, sdpMid, sdpMLineIndex }));
    }
  }

  close(): void {
    this.#pc.onicecandidate = this.#pc.onconnectionstatechange = null;
    this.#channel.onopen =
      this.#channel.onclose =
      this.#channel.onmessage =
      this.#channel.onbufferedamountlow =
        null;
    insist("close a bulk connection", () => this.#pc.close());
  }
}
