/**
 * How often one session may ask who is online: in bursts, for a page with many contacts, and steadily while it watches
 * them. `session.ts` makes one for the first question.
 */

import { TokenBucket } from "../protocol/token_bucket.ts";

/** Questions that may come at once, of up to 64 IDs each. */
export const PRESENCE_BURST = 16;
/** One more is given back each time that this has passed, in milliseconds. */
export const PRESENCE_INTERVAL_MS = 2_000;

export function createPresenceBudget(nowMs: number): TokenBucket {
  return new TokenBucket({ capacity: PRESENCE_BURST, perMs: 1 / PRESENCE_INTERVAL_MS }, nowMs);
}
