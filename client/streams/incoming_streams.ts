/**
 * The streams that the other end writes. Offers each to whoever takes it, tells the other end how far it has got and
 * how much more may come, and holds it to that. Used by `streams.ts`, which has the connection.
 */

import { dropOldest } from "../../signaling/protocol/drop_oldest.ts";
import { attempt } from "../bounds/attempt.ts";
import type { Frame } from "./frames.ts";
import { ENDED_MAX, STREAMS_MAX } from "./pipe.ts";
import type { ResetCode, StreamErrorCode } from "./stream_error.ts";
import { type ByteReader, StreamReader } from "./stream_reader.ts";

export type IncomingStreamsOptions = {
  /** Hands on a stream, and tells whether anybody takes it. */
  readonly offer: (reader: ByteReader) => boolean;
  /** There may be something to say, which `nextAcks()` has. */
  readonly changed: () => void;
  /** A word about a stream that is over. */
  readonly say: (frame: Frame) => void;
};

export class IncomingStreams {
  readonly #options: IncomingStreamsOptions;
  readonly #readers = new Map<number, StreamReader>();
  /** How each ended, the oldest first. */
  readonly #ended = new Map<number, ResetCode | "done">();
  #latest = 0;

  constructor(options: IncomingStreamsOptions) {
    this.#options = options;
  }

  get isIdle(): boolean {
    return this.#readers.size === 0;
  }

  /** Whether something has come that was not acknowledged. */
  get isUnacked(): boolean {
    return [...this.#readers.values()].some((reader) => reader.isUnacked);
  }

  /** The acknowledgements that are due; with `isLate` also those that have waited for others long enough. */
  nextAcks({ isLate }: { isLate: boolean }): Frame[] {
    return [...this.#readers.values()].map((reader) => reader.nextAck({ isLate })).filter((ack) => ack !== null);
  }

  /** Takes a frame about a stream of the other end's, and tells whether it may come. */
  take(frame: Exclude<Frame, { type: "ack" | "done" }>, nowMs: number): boolean {
    const { stream } = frame;
    switch (frame.type) {
      case "open":
        return this.#takeOpen(stream, frame.label);
      case "data":
        return this.#read(stream, (reader) => reader.handleData(frame.offset, frame.bytes, nowMs));
      case "end":
        return this.#read(stream, (reader) => reader.handleEnd(frame.offset));
      case "reset":
        return this.#takeAbort(stream, frame.code);
    }
  }

  failAll(code: StreamErrorCode): void {
    for (const reader of this.#readers.values()) reader.fail(code);
    this.#readers.clear();
  }

  #takeOpen(stream: number, label: string): boolean {
    const known = this.#readers.get(stream);
    if (known !== undefined) {
      known.handleOpen();
      return known.label === label;
    }
    if (stream <= this.#latest) {
      this.#say(stream, this.#ended.get(stream) ?? "lost");
      return true;
    }
    this.#latest = stream;
    if (this.#readers.size >= STREAMS_MAX) return this.#end(stream, "too-many");
    const reader = new StreamReader(stream, label, {
      changed: () => {
        if (reader.isDone && this.#readers.has(stream)) this.#end(stream, "done");
        this.#options.changed();
      },
      cancelled: () => void this.#end(stream, "cancelled"),
    });
    this.#readers.set(stream, reader);
    reader.handleOpen();
    let isTaken = false;
    attempt("hand a stream on", () => void (isTaken = this.#options.offer(reader)));
    if (isTaken) return true;
    reader.fail("refused");
    return this.#end(stream, "refused");
  }

  #read(stream: number, take: (reader: StreamReader) => boolean): boolean {
    const reader = this.#readers.get(stream);
    // What was on its way when this end gave the stream up is for nobody.
    return reader === undefined ? stream <= this.#latest : take(reader);
  }

  /** Its writer has given a stream up. */
  #takeAbort(stream: number, code: ResetCode): true {
    const reader = this.#readers.get(stream);
    this.#latest = Math.max(this.#latest, stream); // Its `open` may have been lost with a connection.
    this.#forget(stream, code);
    reader?.fail(code);
    return true;
  }

  #end(stream: number, how: ResetCode | "done"): true {
    this.#forget(stream, how);
    this.#say(stream, how);
    return true;
  }

  #forget(stream: number, how: ResetCode | "done"): void {
    this.#readers.delete(stream);
    this.#ended.set(stream, how);
    dropOldest(this.#ended, ENDED_MAX);
  }

  #say(stream: number, how: ResetCode | "done"): void {
    this.#options.say(how === "done" ? { type: "done", stream } : { type: "reset", stream, code: how });
  }
}
