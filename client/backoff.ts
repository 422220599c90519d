/** When to try again: full jitter, growing with the time that has been lost already, so that it never overshoots it. */

export const RETRY_MS_MIN = 500;
export const RETRY_MS_MAX = 15_000;

/**
 * Returns how long to wait before the next try, in milliseconds, given for how long it has failed. It doubles the
 * elapsed time at most, so a server that was away for `d` < 15 s is found within another `d` (or 0.5 s), however many
 * tries that took; and the jitter spreads a crowd over that whole span.
 *
 * @param random uniform in [0, 1)
 */
export function nextRetryDelayMs(elapsedMs: number, random: number): number {
  return random * Math.min(RETRY_MS_MAX, Math.max(RETRY_MS_MIN, elapsedMs));
}
