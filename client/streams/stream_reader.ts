/**
 * One stream that the other end writes: what has come but was not read, and how much more may come. It outlives any
 * connection. Sends nothing itself; `streams.ts` gives it frames and asks what to say.
 */

import { ByteQueue, type Bytes } from "./byte_queue.ts";
import { DATA_BYTES_MAX, type Frame, stampOf } from "./frames.ts";
import { StreamError, type StreamErrorCode } from "./stream_error.ts";

/** Bytes of one stream that may wait here to be read; the other end sends no more than that ahead. */
export const UNREAD_MAX = 524_288;
/** So many `data` are acknowledged together; by themselves, since timers of hidden tabs are slow. */
const ACK_EVERY = 2;

/** What those who read a stream see of it. */
export type ByteReader = Pick<StreamReader, "label" | "read" | "cancel">;

export type ReaderHandlers = {
  /** There is something to say to the other end. */
  changed(): void;
  /** The reader gives the stream up, and the other end must be told. */
  cancelled(): void;
};

export class StreamReader {
  readonly #handlers: ReaderHandlers;
  readonly #queue = new ByteQueue();
  #read: PromiseWithResolvers<Bytes | null> | null = null;
  #error: StreamError | null = null;
  #endAt: number | null = null;
  #isEndRead = false;
  #arrivedAtMs = 0;
  /** Up to where the other end was last told that it may send. */
  #toldLimit = 0;
  #unackedCount = 0;
  #isAckDue = false;

  constructor(readonly stream: number, readonly label: string, handlers: ReaderHandlers) {
    this.#handlers = handlers;
  }

  /**
   * Reads what has come, waiting for it if there is nothing; null at the end. One read at a time.
   *
   * @throws {StreamError} with what became of the stream
   */
  read(): Promise<Bytes | null> {
    if (this.#error !== null) return Promise.reject(this.#error);
    if (this.#isEndRead) return Promise.resolve(null);
    if (this.#read !== null) return Promise.reject(new StreamError("closed"));
    this.#read = Promise.withResolvers<Bytes | null>();
    const { promise } = this.#read;
    promise.catch(() => {}); // Whoever reads has it as well.
    this.#give();
    return promise;
  }

  /** Gives the stream up; its writer is told. */
  cancel(): void {
    if (this.#error !== null || this.isDone) return;
    this.fail("cancelled");
    this.#handlers.cancelled();
  }

  // --- For `streams.ts` --------------------------------------------------------------------------------------------

  /** Whether all of it was read, and its reader knows. */
  get isDone(): boolean {
    return this.#isEndRead;
  }

  /** The other end asks how far this one has got. */
  handleOpen(): void {
    this.#isAckDue = true;
  }

  /** Takes bytes; false if they are not those that come next, or more than may come. */
  handleData(offset: number, bytes: Uint8Array, nowMs: number): boolean {
    if (offset !== this.#queue.end || offset + bytes.length > this.#toldLimit || this.#endAt !== null) return false;
    this.#queue.push(bytes);
    this.#arrivedAtMs = nowMs;
    this.#unackedCount++;
    this.#give();
    return true;
  }

  /** Takes word of where the stream ends; false if that cannot be. */
  handleEnd(offset: number): boolean {
    if (offset !== this.#queue.end) return false;
    this.#endAt = offset;
    this.#give();
    return true;
  }

  /** The acknowledgement that is due; null if none is. `isLate` says that it has waited for others long enough. */
  nextAck({ isLate }: { isLate: boolean }): Extract<Frame, { type: "ack" }> | null {
    const limit = this.#queue.start + UNREAD_MAX;
    const isWider = limit - this.#toldLimit >= UNREAD_MAX / 4 && this.#toldLimit > 0;
    const isDue = this.#isAckDue || isWider || this.#unackedCount >= (isLate ? 1 : ACK_EVERY);
    if (!isDue) return null;
    this.#isAckDue = false;
    this.#unackedCount = 0;
    this.#toldLimit = limit;
    const { stream } = this;
    return { type: "ack", stream, received: this.#queue.end, limit, arrivedAt: stampOf(this.#arrivedAtMs) };
  }

  /** Whether something has come that was not acknowledged. */
  get isUnacked(): boolean {
    return this.#unackedCount > 0;
  }

  fail(code: StreamErrorCode): void {
    if (this.#error !== null || this.isDone) return;
    this.#error = new StreamError(code);
    this.#queue.clear();
    this.#read?.reject(this.#error);
    this.#read = null;
  }

  #give(): void {
    if (this.#read === null) return;
    const isAtEnd = this.#queue.length === 0 && this.#queue.start === this.#endAt;
    if (this.#queue.length === 0 && !isAtEnd) return;
    const bytes = isAtEnd ? null : this.#queue.slice(this.#queue.start, DATA_BYTES_MAX);
    if (bytes === null) this.#isEndRead = true;
    else this.#queue.dropTo(this.#queue.start + bytes.length);
    this.#read.resolve(bytes);
    this.#read = null;
    this.#handlers.changed();
  }
}
