/**
 * A token bucket: so many at once, so many over time. Server and page use it for everything that comes back with time:
 * messages, registrations, misses, offers, and what the page itself may say. Plain numbers; taking allocates nothing.
 *
 * Pure: whoever takes passes the time in, from a clock that nobody sets.
 */

/** How much a bucket holds, and how much comes back each millisecond. */
export interface Rate {
  readonly capacity: number;
  readonly perMs: number;
}

/** So many at once, and then so many a second. */
export function rateOf({ max, perSecond }: { readonly max: number; readonly perSecond: number }): Rate {
  return { capacity: max, perMs: perSecond / 1_000 };
}

/** What sums of fractions may be off by: whoever waits as long as told must not be told to wait again. */
const ROUNDING = 1e-9;
/** The part of a bucket that may be taken without a look at the clock. */
const UNREAD_PART = 1 / 8;

export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  /** With less than this left, the clock is to be read. */
  #readBelow: number;
  #atMs: number;

  /** Starts full. */
  constructor(rate: Rate, nowMs: number) {
    this.#rate = rate;
    this.#tokens = rate.capacity;
    this.#readBelow = rate.capacity * (1 - UNREAD_PART);
    this.#atMs = nowMs;
  }

  /** Takes `cost` tokens and returns 0, or takes none and returns how many milliseconds to wait for them, at least 1. */
  take(nowMs: number, cost = 1): number {
    const waitMs = this.wait(nowMs, cost);
    if (waitMs === 0) this.#tokens -= cost;
    return waitMs;
  }

  /** Says what `take()` would return, and takes nothing. What costs more than the bucket can hold needs a full one. */
  wait(nowMs: number, cost = 1): number {
    this.#refill(nowMs);
    const missing = Math.min(cost, this.#rate.capacity) - this.#tokens;
    return missing > 2 * ROUNDING ? Math.ceil((missing - ROUNDING) / this.#rate.perMs) : 0;
  }

  /**
   * Takes `cost`, or nothing, and tells which. Reads the clock once for each eighth of the capacity, so that a message
   * usually costs a comparison and a subtraction. The price: so much more may come at once, since what was taken before
   * the clock is read counts as if it had been taken earlier.
   */
  takeLazily(readMs: () => number, cost: number): boolean {
    const left = this.#tokens - cost;
    if (left < this.#readBelow) return this.take(readMs(), cost) === 0;
    this.#tokens = left;
    return true;
  }

  /** Gives what has come back in `ms` milliseconds, over the capacity if need be. */
  credit(ms: number): void {
    this.#tokens += ms * this.#rate.perMs;
  }

  /** Tells whether nothing is missing, so that a fresh one would do as well. */
  isFull(nowMs: number): boolean {
    this.#refill(nowMs);
    return this.#tokens >= this.#rate.capacity - ROUNDING;
  }

  #refill(nowMs: number): void {
    const { capacity, perMs } = this.#rate;
    if (nowMs > this.#atMs) {
      const refilled = Math.min(capacity, this.#tokens + (nowMs - this.#atMs) * perMs);
      if (refilled > this.#tokens) this.#tokens = refilled; // A credit may be over that already.
      this.#atMs = nowMs;
    }
    this.#readBelow = Math.max(0, this.#tokens - capacity * UNREAD_PART);
  }
}
