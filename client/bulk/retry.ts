/**
 * Decides when to make a bulk connection again: at once if the last one was given up, after ever longer waits if it
 * failed, at whatever step. Pure; `bulk.ts` reports what became of each.
 */

import { AGAIN_MS, AGAIN_MS_MAX } from "./bulk_limits.ts";

export class Retry {
  #failures = 0;
  #atMs = -Infinity;

  /** Failures in a row: whoever tries again may try it another way. */
  get failures(): number {
    return this.#failures;
  }

  isDue(nowMs: number): boolean {
    return nowMs >= this.#atMs;
  }

  handleFailed(nowMs: number): void {
    this.#atMs = nowMs + Math.min(AGAIN_MS * 2 ** this.#failures, AGAIN_MS_MAX);
    this.#failures++;
  }

  /** It was given up, and did not fail. */
  handleDropped(): void {
    this.#atMs = -Infinity;
  }

  handleOpened(): void {
    this.#failures = 0;
  }
}
