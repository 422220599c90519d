/** When to try again: full jitter, growing with the time that has been lost already, so that it never overshoots it. */

export const RETRY_MS_MIN = 500;
export const RETRY_MS_MAX = 15_000;
/** While a call is on, whose other end may be waiting for a word, in milliseconds. */
export const URGENT_RETRY_MS_MAX = 2_000;

/**
 * Returns how long to wait before the next try, in milliseconds, given for how long it has failed. It doubles the
 * elapsed time at most, so a server that was away for `d` < 15 s is found within another `d` (or 0.5 s), however many
 * tries that took; and the jitter spreads a crowd over that whole span.
 *
 * @param random uniform in [0, 1)
 */
export function nextRetryDelayMs(elapsedMs: number, random: number, retryMsMax = RETRY_MS_MAX): number {
  return random * Math.min(retryMsMax, Math.max(RETRY_MS_MIN, elapsedMs));
}
