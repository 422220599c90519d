/**
 * All streams of one call, both ways, over whichever connection there is: brings what comes to those that it is for, and
 * what is to be said to the connection. Streams outlive connections: `attach()` goes on where the last one ended.
 *
 *   writer                                   reader
 *     | -- open(label) ---------------------> |  on every connection anew
 *     | <-- ack(received, limit) ------------ |  from here on, and no further than the limit
 *     | -- data(offset, bytes) … -----------> |
 *     | <-- ack(received, limit) … ---------- |
 *     | -- end(offset) ---------------------> |
 *     | <-- done ---------------------------- |  once all was read; or either end says reset(code)
 */

import { TokenBucket } from "../../signaling/protocol/token_bucket.ts";
import { FramePipe, FRAMES_SENT } from "./frame_pipe.ts";
import { type Frame, parseFrame } from "./frames.ts";
import { IncomingStreams } from "./incoming_streams.ts";
import { OutgoingStreams } from "./outgoing_streams.ts";
import { ENDED_MAX, type Pipe } from "./pipe.ts";
import { StreamError, type StreamErrorCode } from "./stream_error.ts";
import type { ByteReader } from "./stream_reader.ts";
import type { ByteWriter } from "./stream_writer.ts";

/** Frames that are read: so many at once, then four each millisecond; far more than a full line of 100 Mbit/s brings. */
export const FRAMES = { capacity: 8_000, perMs: 4 } as const;
/** How long an acknowledgement waits for another to share it with, in milliseconds. */
const ACK_LATE_MS = 20;

export type StreamsOptions = {
  /** This end's streams have odd numbers, the other's even ones. */
  readonly isOdd: boolean;
  readonly now: () => number;
  /** Hands on a stream of the other end's, and tells whether anybody takes it. */
  readonly offer: (reader: ByteReader) => boolean;
  /** A stream has begun, and needs a connection. */
  readonly needed: () => void;
  /** The other end has broken the rules. */
  readonly violated: () => void;
};

export class Streams {
  readonly #options: StreamsOptions;
  readonly #outgoing: OutgoingStreams;
  readonly #incoming: IncomingStreams;
  readonly #frames: TokenBucket;
  readonly #framesSent: TokenBucket;
  /** Words about streams that are over, which go before all else. */
  #lastWords: Frame[] = [];
  #pipe: FramePipe | null = null;
  /** Says what has waited long enough, or had to wait. */
  #laterTimer: ReturnType<typeof setTimeout> | undefined;
  #isPumping = false;
  #closedBy: StreamErrorCode | null = null;

  constructor(options: StreamsOptions) {
    this.#options = options;
    this.#frames = new TokenBucket(FRAMES, options.now());
    this.#framesSent = new TokenBucket(FRAMES_SENT, options.now());
    const say = (frame: Frame) => this.#say(frame);
    const changed = () => this.pump();
    this.#outgoing = new OutgoingStreams({ ...options, changed, aborted: say });
    this.#incoming = new IncomingStreams({ ...options, changed, say });
  }

  /** Whether no stream is on. */
  get isIdle(): boolean {
    return this.#outgoing.isIdle && this.#incoming.isIdle;
  }

  /** Whether an answer of the other end is due. */
  get isOwed(): boolean {
    return this.#pipe !== null && this.#outgoing.isOwed;
  }

  /** @throws {StreamError} `bad-label`, `too-many`, or why there are no more streams */
  open(label: string): ByteWriter {
    if (this.#closedBy !== null) throw new StreamError(this.#closedBy);
    const writer = this.#outgoing.open(label);
    this.#options.needed();
    this.pump();
    return writer;
  }

  /** Goes on over another connection. */
  attach(pipe: Pipe): void {
    this.detach();
    this.#pipe = new FramePipe(pipe, this.#framesSent, this.#options.now);
    this.#lastWords = this.#outgoing.handleAttached();
    this.pump();
  }

  detach(): void {
    this.#pipe = null;
    this.#lastWords = []; // The other end asks anew after its streams, and is told then.
    this.#outgoing.handleDetached();
    clearTimeout(this.#laterTimer);
    this.#laterTimer = undefined;
  }

  /** Takes a message of the connection. */
  receive(data: unknown): void {
    if (this.#closedBy !== null) return;
    const nowMs = this.#options.now();
    const frame = this.#frames.take(nowMs) === 0 ? parseFrame(data) : null;
    if (frame === null || !this.#take(frame, nowMs)) return this.#options.violated();
    this.pump();
  }

  /** Says what is to be said, as far as the path takes it; with `isLate` also acknowledgements that wait for others. */
  pump({ isLate } = { isLate: false }): void {
    if (this.#isPumping || this.#pipe === null) return;
    this.#isPumping = true; // A connection that fails as it sends comes back here.
    try {
      const pipe = this.#pipe;
      this.#answer(pipe, { isLate });
      if (this.#pipe === pipe) this.#outgoing.write(pipe); // It may have failed as it answered.
      if (this.#pipe === pipe && (this.#incoming.isUnacked || pipe.waitMs > 0)) this.#pumpLater();
    } finally {
      this.#isPumping = false;
    }
  }

  #pumpLater(): void {
    this.#laterTimer ??= setTimeout(() => {
      this.#laterTimer = undefined;
      this.pump({ isLate: true });
    }, ACK_LATE_MS);
  }

  /** Ends all streams, and any that would begin. */
  close(code: StreamErrorCode): void {
    this.#closedBy ??= code;
    this.failAll(code);
  }

  /** Ends all streams that there are. */
  failAll(code: StreamErrorCode): void {
    this.detach();
    this.#outgoing.failAll(code);
    this.#incoming.failAll(code);
  }

  /** Takes a frame, and tells whether it may come. */
  #take(frame: Frame, nowMs: number): boolean {
    const isOwn = frame.stream % 2 === (this.#options.isOdd ? 1 : 0);
    switch (frame.type) {
      case "ack":
        return isOwn && this.#outgoing.takeAck(frame, nowMs);
      case "done":
        return isOwn && this.#outgoing.takeDone(frame.stream);
      case "reset":
        return isOwn ? this.#outgoing.takeReset(frame.stream, frame.code) : this.#incoming.take(frame, nowMs);
      default:
        return !isOwn && this.#incoming.take(frame, nowMs);
    }
  }

  #say(frame: Frame): void {
    if (this.#pipe !== null) this.#lastWords = [...this.#lastWords.slice(1 - ENDED_MAX), frame];
    this.pump();
  }

  /** Says what is owed to the other end's streams; what does not fit now grows into one word that says as much. */
  #answer(pipe: FramePipe, { isLate }: { isLate: boolean }): void {
    while (this.#lastWords.length > 0 && !pipe.isFull) pipe.send(this.#lastWords.shift() as Frame);
    if (pipe.isFull) return;
    for (const ack of this.#incoming.nextAcks({ isLate })) pipe.send(ack);
  }
}
