/**
 * A token bucket that looks at the clock only when it is empty, so that a message which it lets through costs a
 * comparison and a subtraction. In return up to twice its capacity may come at once: what was there, and what has come
 * back meanwhile, unless it is told to look. Pure but for the clock that it is handed. `correspondents.ts` and `pair_budgets.ts` hold them.
 */

/** How much a bucket holds, and how much comes back each millisecond. */
export interface Rate {
  readonly capacity: number;
  readonly perMs: number;
}

export class LazyBucket {
  readonly #rate: Rate;
  readonly #now: () => number;
  #left: number;
  #atMs: number;

  /** Starts full. */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
    this.#left = rate.capacity;
    this.#atMs = now();
  }

  /** Takes `cost`, or nothing; tells which. */
  take(cost: number): boolean {
    if (this.#left < cost) this.#refill();
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }

  /** The same, but looks at the clock first, so that no more than its capacity comes at once. For what is rare. */
  takeExactly(cost: number): boolean {
    this.#refill();
    return this.take(cost);
  }

  /** Tells whether nothing is missing, so that a fresh one would do as well. */
  isFull(): boolean {
    this.#refill();
    return this.#left >= this.#rate.capacity;
  }

  #refill(): void {
    const { capacity, perMs } = this.#rate;
    const nowMs = this.#now();
    this.#left = Math.min(capacity, this.#left + (nowMs - this.#atMs) * perMs);
    this.#atMs = nowMs;
  }
}
