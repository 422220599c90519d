/**
 * The current connection, as streams write to it: no faster than the other end reads frames, and no more than the
 * browser should buffer. What does not fit waits where it is, and may merge into fewer frames. Used by `streams.ts`;
 * each connection has one, and all of a call share one rate.
 */

import type { TokenBucket } from "../../signaling/protocol/token_bucket.ts";
import { encodeFrame, type Frame } from "./frames.ts";
import { type Pipe, STREAMS_MAX } from "./pipe.ts";

/** Bytes that may wait in the browser: what waits there is behind nothing that could still overtake it. */
const BUFFERED_MAX = 65_536;
/**
 * Frames that are sent: so many at once, then three each millisecond. The other end reads twice as many and four. So even
 * with FRAMES_AHEAD_MAX on their way, which a stalled path may bring all at once, it never gets more than it reads.
 */
export const FRAMES_SENT = { capacity: 4_000, perMs: 3 } as const;
/** Frames of data that may be on their way. */
export const FRAMES_AHEAD_MAX = 4_000;

export class FramePipe {
  readonly #pipe: Pipe;
  readonly #frames: TokenBucket;
  readonly #now: () => number;

  constructor(pipe: Pipe, frames: TokenBucket, now: () => number) {
    this.#pipe = pipe;
    this.#frames = frames;
    this.#now = now;
  }

  /** For how long no frame may be sent, in milliseconds. There is always room for one of each stream, or for none. */
  get waitMs(): number {
    return this.#frames.wait(this.#now(), STREAMS_MAX);
  }

  /** Whether to wait: for the browser, which tells, or for `waitMs`. */
  get isFull(): boolean {
    return this.#pipe.bufferedBytes > BUFFERED_MAX || this.waitMs > 0;
  }

  /** Sends a frame; false if the connection fails meanwhile. */
  send(frame: Frame): boolean {
    this.#frames.take(this.#now());
    return this.#pipe.send(encodeFrame(frame));
  }
}
