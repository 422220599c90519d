/** How much may be done at once and how much more over time, as a bucket that refills. The time is an input. */

export class Allowance {
  #left: number;
  #atMs: number;

  /** Starts full; `perMs` comes back each millisecond, up to `capacity`. */
  constructor(readonly capacity: number, readonly perMs: number, nowMs: number) {
    this.#left = capacity;
    this.#atMs = nowMs;
  }

  /** Tells whether so much is left; what is more than it can hold needs a full one. */
  has(amount: number, nowMs: number): boolean {
    // By a clock that was set back nothing has passed.
    this.#left = Math.min(this.capacity, this.#left + Math.max(0, nowMs - this.#atMs) * this.perMs);
    this.#atMs = nowMs;
    return this.#left >= Math.min(amount, this.capacity);
  }

  /** Takes so much, or nothing if it is not there, and tells which. */
  take(amount: number, nowMs: number): boolean {
    if (!this.has(amount, nowMs)) return false;
    this.#left -= amount; // Perhaps below nothing: then what follows waits for longer.
    return true;
  }
}
