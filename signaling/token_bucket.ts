/**
 * A token bucket: so many at once, so many over time. Plain numbers, nothing is allocated when something is taken.
 *
 * Pure: whoever takes says what time it is. Used per session for messages and per address for the rest, by
 * `address_limits.ts`.
 */

/** What sums of fractions may be off by: whoever waits as long as told must not be told to wait again. */
const ROUNDING = 1e-9;

export class TokenBucket {
  readonly #capacity: number;
  readonly #perMs: number;
  #tokens: number;
  #atMs: number;

  /** Starts full. `perMs` tokens come back each millisecond, up to `capacity`. */
  constructor(capacity: number, perMs: number, nowMs: number) {
    this.#capacity = capacity;
    this.#perMs = perMs;
    this.#tokens = capacity;
    this.#atMs = nowMs;
  }

  /** Takes `cost` tokens and returns 0, or takes none and returns how many milliseconds to wait for them, at least 1. */
  take(nowMs: number, cost = 1): number {
    const waitMs = this.wait(nowMs, cost);
    if (waitMs === 0) this.#tokens -= cost;
    return waitMs;
  }

  /** Says what `take()` would return, and takes nothing. */
  wait(nowMs: number, cost = 1): number {
    this.#refill(nowMs);
    const missing = Math.min(cost, this.#capacity) - this.#tokens; // More than it can hold would never come.
    return missing > 2 * ROUNDING ? Math.ceil((missing - ROUNDING) / this.#perMs) : 0;
  }

  /** Gives what has come back in `ms` milliseconds, over the capacity if need be. */
  credit(ms: number): void {
    this.#tokens += ms * this.#perMs;
  }

  /** Tells whether nothing is missing, so that a fresh one would do as well. */
  isFull(nowMs: number): boolean {
    this.#refill(nowMs);
    return this.#tokens >= this.#capacity - ROUNDING;
  }

  #refill(nowMs: number): void {
    if (nowMs <= this.#atMs) return;
    const refilled = Math.min(this.#capacity, this.#tokens + (nowMs - this.#atMs) * this.#perMs);
    if (refilled > this.#tokens) this.#tokens = refilled; // A credit may be over that already.
    this.#atMs = nowMs;
  }
}
