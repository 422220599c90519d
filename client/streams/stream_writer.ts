/**
 * One stream that this end writes: what was written and has not arrived, and how much of that is on its way. It
 * outlives any connection: on a new one it asks with `open` how far the other end has got, and continues from there.
 * Sends nothing itself; `streams.ts` asks it for frames and reports the answers.
 */

import { ByteQueue, type Bytes } from "./byte_queue.ts";
import type { Frame } from "./frames.ts";
import { StreamError, type StreamErrorCode } from "./stream_error.ts";

/** Bytes of one stream that may wait here, on their way included; and below how many its writer is told to go on. */
export const QUEUED_MAX = 524_288;
export const QUEUED_LOW = 131_072;
/** Bytes of one `write()`. */
export const WRITE_MAX = 65_536;

/** What those who write a stream see of it. */
export type ByteWriter = Pick<StreamWriter, "label" | "queuedBytes" | "write" | "close" | "abort">;

export type WriterHandlers = {
  /** There is something to send. */
  changed(): void;
  /** The writer gives the stream up, and the other end must be told. */
  aborted(): void;
};

type Ack = Extract<Frame, { type: "ack" }>;

export class StreamWriter {
  readonly #handlers: WriterHandlers;
  readonly #queue = new ByteQueue();
  /** The waits for the queue to be low, and for the other end to have taken all. */
  #waits: PromiseWithResolvers<void>[] = [];
  #closing: PromiseWithResolvers<void> | null = null;
  #error: StreamError | null = null;
  /** Where the stream ends, once it is known. */
  #endAt: number | null = null;
  // Of the connection that there is now:
  #isAsked = false;
  #isAnswered = false;
  #isEndSent = false;
  #sentTo = 0;
  #limit = 0;
  #sent: { to: number; atMs: number }[] = [];

  constructor(readonly stream: number, readonly label: string, handlers: WriterHandlers) {
    this.#handlers = handlers;
  }

  /** Bytes that were written and are not known to have arrived. */
  get queuedBytes(): number {
    return this.#queue.length;
  }

  /**
   * Takes a copy of the bytes, and resolves once few enough wait for more to be worth adding.
   *
   * @throws {StreamError} with what became of the stream; `too-large` or `queue-full` if these bytes were not taken
   */
  write(bytes: Uint8Array): Promise<void> {
    if (this.#error !== null) return Promise.reject(this.#error);
    if (this.#endAt !== null) return Promise.reject(new StreamError("closed"));
    if (bytes.length > WRITE_MAX) return Promise.reject(new StreamError("too-large"));
    if (this.#queue.length + bytes.length > QUEUED_MAX) return Promise.reject(new StreamError("queue-full"));
    this.#queue.push(bytes);
    this.#handlers.changed();
    if (this.#queue.length <= QUEUED_LOW) return Promise.resolve();
    const wait = createWait();
    this.#waits.push(wait);
    return wait.promise;
  }

  /**
   * Ends the stream, and resolves once the other end has read all of it.
   *
   * @throws {StreamError} with what became of it instead
   */
  close(): Promise<void> {
    if (this.#closing !== null) return this.#closing.promise;
    if (this.#error !== null) return Promise.reject(this.#error);
    this.#closing = createWait();
    this.#endAt = this.#queue.end;
    this.#handlers.changed();
    return this.#closing.promise;
  }

  /** Gives the stream up; what has not been read of it never is. */
  abort(): void {
    if (this.#error !== null) return;
    this.fail("aborted");
    this.#handlers.aborted();
  }

  // --- For `streams.ts` --------------------------------------------------------------------------------------------

  /** Bytes that are on their way. */
  get inFlightBytes(): number {
    return this.#sentTo - this.#queue.start;
  }

  /** Frames of data that are on their way. */
  get inFlightFrames(): number {
    return this.#sent.length;
  }

  /** Whether an answer of the other end is due. */
  get isOwed(): boolean {
    return this.inFlightBytes > 0 || (this.#isAsked && !this.#isAnswered);
  }

  /** There is another connection, or none: nothing that was on its way counts. */
  handleDetached(): void {
    this.#isAsked = this.#isAnswered = this.#isEndSent = false;
    this.#sentTo = this.#queue.start;
    this.#limit = 0;
    this.#sent = [];
  }

  /** The next frame that is due, with at most `bytesMax` of the stream; null if none is. */
  next(bytesMax: number, nowMs: number): Frame | null {
    const { stream, label } = this;
    if (!this.#isAsked) {
      this.#isAsked = true;
      return { type: "open", stream, label };
    }
    const length = Math.min(bytesMax, this.#limit - this.#sentTo, this.#queue.end - this.#sentTo);
    if (this.#isAnswered && length > 0) {
      const offset = this.#sentTo;
      const bytes: Bytes = this.#queue.slice(offset, length);
      this.#sentTo += length;
      this.#sent.push({ to: this.#sentTo, atMs: nowMs });
      return { type: "data", stream, offset, bytes };
    }
    if (!this.#isAnswered || this.#isEndSent || this.#endAt === null || this.#sentTo < this.#endAt) return null;
    this.#isEndSent = true;
    return { type: "end", stream, offset: this.#endAt };
  }

  /** Takes what has arrived, and returns how much that is and when the last of it was sent; null if it cannot be true. */
  handleAck({ received, limit }: Ack): { bytes: number; sentAtMs: number | null } | null {
    // The first answer on a connection tells how far the other end had got; it may have more than this end knew.
    const most = this.#isAnswered ? this.#sentTo : this.#queue.end;
    if (received > most || received < this.#queue.start) return null;
    const bytes = this.#isAnswered ? received - this.#queue.start : 0;
    let last: { to: number; atMs: number } | undefined;
    while (this.#sent[0] !== undefined && this.#sent[0].to <= received) last = this.#sent.shift();
    this.#queue.dropTo(received);
    this.#sentTo = Math.max(this.#sentTo, received);
    this.#limit = Math.max(this.#limit, limit);
    this.#isAnswered = true;
    if (this.#queue.length <= QUEUED_LOW) { for (const wait of this.#waits.splice(0)) wait.resolve(); }
    return { bytes, sentAtMs: last?.to === received ? last.atMs : null };
  }

  /** The other end has read all of it; false if that cannot be. */
  handleDone(): boolean {
    if (this.#endAt === null) return false;
    this.#error = new StreamError("closed");
    this.#queue.clear();
    this.#closing?.resolve();
    for (const wait of this.#waits.splice(0)) wait.resolve();
    return true;
  }

  fail(code: StreamErrorCode): void {
    if (this.#error !== null) return;
    const error = this.#error = new StreamError(code);
    this.#queue.clear();
    this.#sent = [];
    this.#sentTo = this.#queue.start;
    for (const wait of this.#waits.splice(0)) wait.reject(error);
    this.#closing?.reject(error);
  }
}

/** One whose rejection nobody need wait for: whoever writes learns of it with the next write. */
function createWait(): PromiseWithResolvers<void> {
  const wait = Promise.withResolvers<void>();
  wait.promise.catch(() => {});
  return wait;
}
