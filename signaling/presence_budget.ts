/**
 * How often one session may ask who is online: in bursts, for a page with many contacts, and steadily while it watches
 * them. A pure count of what is left; `session.ts` asks it before the bus.
 */

/** Questions that may come at once, of up to 64 IDs each. */
export const PRESENCE_BURST = 16;
/** One more is given back each time that this has passed, in milliseconds. */
export const PRESENCE_INTERVAL_MS = 2_000;

export class PresenceBudget {
  #left = PRESENCE_BURST;
  #countedAtMs = 0;

  /** Takes one question out, and tells whether there was one. */
  take(nowMs: number): boolean {
    this.#left = Math.min(PRESENCE_BURST, this.#left + (nowMs - this.#countedAtMs) / PRESENCE_INTERVAL_MS);
    this.#countedAtMs = nowMs;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
