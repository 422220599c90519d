/**
 * The streams that this end writes. They take turns, and together keep no more on the way than the path takes without a
 * queue (`pace.ts`). What the other end says about them must follow the rules. Used by `streams.ts`, which has the
 * connection.
 */

import { dropOldest } from "../../signaling/protocol/drop_oldest.ts";
import { type FramePipe, FRAMES_AHEAD_MAX } from "./frame_pipe.ts";
import { delayOf, type Frame, isLabel } from "./frames.ts";
import { ENDED_MAX, STREAMS_MAX } from "./pipe.ts";
import { Pace } from "./pace.ts";
import { type ResetCode, StreamError, type StreamErrorCode } from "./stream_error.ts";
import { StreamWriter } from "./stream_writer.ts";

/** After a pause this long, in milliseconds, nothing is known of the path any more. */
const PAUSE_MS = 1_000;

export type OutgoingStreamsOptions = {
  readonly isOdd: boolean;
  readonly now: () => number;
  /** There is something to send. */
  readonly changed: () => void;
  /** A stream was given up here. */
  readonly aborted: (reset: Frame) => void;
};

export class OutgoingStreams {
  readonly #options: OutgoingStreamsOptions;
  readonly #writers = new Map<number, StreamWriter>();
  /** Streams that this end gave up: said again on every connection, since any may have lost it. */
  readonly #aborted = new Set<number>();
  #pace = new Pace();
  #nextStream: number;
  /** When bytes were last known to have arrived. */
  #arrivedAtMs = 0;

  constructor(options: OutgoingStreamsOptions) {
    this.#options = options;
    this.#nextStream = options.isOdd ? 1 : 2;
  }

  get isIdle(): boolean {
    return this.#writers.size === 0;
  }

  /** Whether an answer of the other end is due. */
  get isOwed(): boolean {
    return [...this.#writers.values()].some((writer) => writer.isOwed);
  }

  /** @throws {StreamError} `bad-label` or `too-many` */
  open(label: string): StreamWriter {
    if (!isLabel(label)) throw new StreamError("bad-label");
    if (this.#writers.size >= STREAMS_MAX) throw new StreamError("too-many");
    const stream = this.#nextStream;
    this.#nextStream += 2;
    const writer = new StreamWriter(stream, label, {
      changed: this.#options.changed,
      aborted: () => {
        this.#writers.delete(stream);
        dropOldest(this.#aborted.add(stream), ENDED_MAX);
        this.#options.aborted({ type: "reset", stream, code: "aborted" });
      },
    });
    this.#writers.set(stream, writer);
    return writer;
  }

  /** There is another connection, and so perhaps another path; returns what is to be said on it first. */
  handleAttached(): Frame[] {
    this.#pace = new Pace();
    return [...this.#aborted].map((stream) => ({ type: "reset", stream, code: "aborted" }));
  }

  handleDetached(): void {
    for (const writer of this.#writers.values()) writer.handleDetached();
  }

  takeAck(ack: Extract<Frame, { type: "ack" }>, nowMs: number): boolean {
    const writer = this.#writers.get(ack.stream);
    if (writer === undefined) return ack.stream < this.#nextStream;
    const isFull = this.#inFlightBytes * 2 > this.#pace.window;
    const arrived = writer.handleAck(ack);
    if (arrived === null) return false;
    const { bytes, sentAtMs } = arrived;
    if (bytes === 0 || sentAtMs === null) return true;
    this.#arrivedAtMs = nowMs;
    const delayMs = delayOf(ack.arrivedAt, sentAtMs);
    this.#pace.handleArrived({ bytes, delayMs, roundMs: nowMs - sentAtMs, isFull }, nowMs);
    return true;
  }

  /** The other end has read all of a stream. */
  takeDone(stream: number): boolean {
    const writer = this.#writers.get(stream);
    if (writer === undefined) return stream < this.#nextStream;
    if (!writer.handleDone()) return false; // And it stays, to be failed with the others.
    this.#writers.delete(stream);
    return true;
  }

  /** The other end has given a stream up. */
  takeReset(stream: number, code: ResetCode): boolean {
    this.#writers.get(stream)?.fail(code);
    this.#writers.delete(stream);
    return stream < this.#nextStream;
  }

  failAll(code: StreamErrorCode): void {
    for (const writer of this.#writers.values()) writer.fail(code);
    this.#writers.clear();
  }

  /** Gives each stream its turn, as long as the path takes more. */
  write(pipe: FramePipe): void {
    const nowMs = this.#options.now();
    const inFlightBytes = this.#inFlightBytes;
    if (inFlightBytes === 0 && nowMs - this.#arrivedAtMs > PAUSE_MS) this.#pace.restart();
    let room = this.#pace.window - inFlightBytes;
    let framesLeft = FRAMES_AHEAD_MAX - sum(this.#writers, ({ inFlightFrames }) => inFlightFrames);
    for (let turn = [...this.#writers.values()]; turn.length > 0;) {
      const left: StreamWriter[] = [];
      for (const writer of turn) {
        if (pipe.isFull) return;
        const frame = writer.next(framesLeft > 0 ? this.#pace.messageBytesIn(room) : 0, nowMs);
        if (frame === null) continue;
        if (!pipe.send(frame)) return;
        if (frame.type === "data") {
          room -= frame.bytes.length;
          framesLeft--;
        }
        left.push(writer);
      }
      turn = left;
    }
  }

  get #inFlightBytes(): number {
    return sum(this.#writers, ({ inFlightBytes }) => inFlightBytes);
  }
}

function sum(writers: ReadonlyMap<number, StreamWriter>, measure: (writer: StreamWriter) => number): number {
  return [...writers.values()].reduce((total, writer) => total + measure(writer), 0);
}
