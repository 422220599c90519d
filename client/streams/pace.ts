/**
 * How many bytes may be on their way at once, from how long they take: a controller that keeps the queue before the
 * narrowest link short, so that sound and heartbeats, which share that queue, pass as if nothing else were sent. Pure.
 *
 * SCTP alone slows down only when something is lost, and so keeps every queue full: 400 ms of it at 1 Mbit/s, through
 * which sound would have to wait. This one is of LEDBAT's kind (RFC 6817): what a byte took beyond the least that any
 * took lately is time in a queue; below `TARGET_MS` of that the window grows, above it shrinks. The least is looked for
 * anew every few seconds with next to nothing on its way (as LEDBAT++ does), or the controller would in time
 * take its own queue for the length of the path.
 */

import { DATA_SENT_MAX } from "./frames.ts";

/** The queue that it aims at, in milliseconds. */
export const TARGET_MS = 25;
/** The window begins with so many bytes, and is never smaller or larger than these. */
const WINDOW_START = 4_400;
export const WINDOW_MIN = 2_200;
export const WINDOW_MAX = 1_048_576;
/** What a packet carries of a stream: with a header, about what fits in one on every path. */
export const PACKET_BYTES = 1_100;
/** A queue of so many targets is cut at once, to this share of the window; and not again before that can be seen. */
const CUT_TARGETS = 2;
const CUT_SHARE = 0.7;
/** How often the least delay is looked for, in milliseconds, and for how long beyond what is on its way already. */
const LOOK_EVERY_MS = 12_000;
const LOOK_MS = 40;
/** How much of the window comes back at once after it. */
const AFTER_LOOK_SHARE = 0.9;
/** A delay this close to the least is as good as a look, in milliseconds. */
const NEAR_MS = 2;
/** The least delay is that of two spans of this length, in milliseconds; so what a path was like before is forgotten. */
const LEAST_SPAN_MS = 20_000;
/** Of so many delays the least counts: one late packet is no queue. */
const DELAYS = 3;

export type Arrival = {
  readonly bytes: number;
  /** How long the last of them was on its way, by two clocks that may differ by anything, in milliseconds. */
  readonly delayMs: number;
  /** How long until word of it came back, in milliseconds. */
  readonly roundMs: number;
  /** The window was in use: one that is not needed does not grow. */
  readonly isFull: boolean;
};

export class Pace {
  #window = WINDOW_START;
  /** Below this the window doubles with each round, above it takes a packet a round. */
  #threshold = Infinity;
  #delays: number[] = [];
  #least = Infinity;
  #leastBefore = Infinity;
  #spanBeganAtMs = -Infinity;
  #cutAtMs = -Infinity;
  /** When the least delay was last seen, or looked for; null before the first byte. */
  #lookedAtMs: number | null = null;
  #looksUntilMs = -Infinity;

  /** How many bytes may be on their way. */
  get window(): number {
    return Math.floor(this.#window);
  }

  /**
   * How many bytes to put into the next message while `room` is left of the window: few while the path is narrow, or one
   * alone would be a queue.
   */
  messageBytesIn(room: number): number {
    return room <= 0 ? 0 : Math.max(PACKET_BYTES, Math.min(room, this.#window / 8, DATA_SENT_MAX) | 0);
  }

  /** Begins again with little: after a pause, others may have the path. */
  restart(): void {
    this.#window = Math.min(this.#window, WINDOW_START);
    this.#threshold = Infinity;
  }

  /** How long the queue is that was last seen, in milliseconds. */
  get queueMs(): number {
    const least = Math.min(this.#least, this.#leastBefore);
    return this.#delays.length === 0 ? 0 : Math.max(0, Math.min(...this.#delays) - least);
  }

  /** Takes word of what has arrived. */
  handleArrived({ bytes, delayMs, roundMs, isFull }: Arrival, nowMs: number): void {
    this.#noteDelay(delayMs, nowMs);
    if (nowMs < this.#looksUntilMs) return;
    const { queueMs } = this;
    const isStarting = this.#window < this.#threshold;
    if (isStarting && queueMs > TARGET_MS / 2) {
      if (this.#threshold === Infinity) this.#cut(nowMs); // By when this is known, twice as much is on its way.
      this.#threshold = this.#window;
    } else if (queueMs > CUT_TARGETS * TARGET_MS) {
      if (nowMs - this.#cutAtMs > roundMs) this.#cut(nowMs);
    } else if (isFull || queueMs > TARGET_MS) {
      const share = Math.max(-1, (TARGET_MS - queueMs) / TARGET_MS);
      this.#resize(this.#window + (isStarting ? bytes : share * bytes * PACKET_BYTES / this.#window));
    }
    this.#look(roundMs, nowMs);
  }

  #noteDelay(delayMs: number, nowMs: number): void {
    if (nowMs - this.#spanBeganAtMs > LEAST_SPAN_MS) {
      this.#leastBefore = this.#least;
      this.#least = Infinity;
      this.#spanBeganAtMs = nowMs;
    }
    const least = Math.min(this.#least, this.#leastBefore);
    this.#least = Math.min(this.#least, delayMs);
    this.#delays = [...this.#delays.slice(1 - DELAYS), delayMs];
    if (this.#lookedAtMs === null || delayMs <= least + NEAR_MS) this.#lookedAtMs = nowMs;
  }

  #look(roundMs: number, nowMs: number): void {
    if (this.#lookedAtMs === null || nowMs - this.#lookedAtMs < LOOK_EVERY_MS) return;
    this.#lookedAtMs = nowMs;
    this.#looksUntilMs = nowMs + LOOK_MS + roundMs;
    this.#threshold = this.#window * AFTER_LOOK_SHARE; // Back to it by and by: all at once would be a queue.
    this.#resize(WINDOW_MIN);
  }

  #cut(nowMs: number): void {
    this.#cutAtMs = nowMs;
    this.#resize(this.#window * CUT_SHARE);
    this.#threshold = this.#window;
  }

  #resize(window: number): void {
    this.#window = Math.min(WINDOW_MAX, Math.max(WINDOW_MIN, window));
  }
}
