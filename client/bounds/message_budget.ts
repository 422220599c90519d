/**
 * Limits how much of the other end's messages this page reads, over all channels and the server together. Each message
 * is charged before it is parsed, and again for its work before it is acknowledged. What is over the budget stays
 * unread and comes again. An honest end never gets near the limit; one that goes far beyond it is a flood, and the call
 * ends.
 */

import type { SealedMessage } from "../../signaling/protocol.ts";
import { rateOf, TokenBucket } from "../../signaling/protocol/token_bucket.ts";

/** What may come at once, and how much more each second. */
export const BUDGET = { max: 1_000, perSecond: 100 } as const;
/** What may be left unread at once, and how much more each second, before it is a flood. */
export const EXCESS = { max: 20_000, perSecond: 1_000 } as const;
/** Each of as many UTF-16 units, begun, costs as much as a message. */
const UNITS_EACH = 4_096;
/** What costs keys or the browser much work, beside its length: a description. A candidate: 1. */
const DESCRIPTION_COST = 10;

export class MessageBudget {
  #budget: TokenBucket | null = null;
  #excess: TokenBucket | null = null;
  #isFlooded = false;

  /** Whether far more has come than was read. */
  get isFlooded(): boolean {
    return this.#isFlooded;
  }

  /** Charges for a message of this length in UTF-16 units; false if it must be left unread. */
  charge(length: number, nowMs: number): boolean {
    return this.#spend(1 + Math.floor(length / UNITS_EACH), nowMs);
  }

  /** Charges for the work that a message asks for; false if it must not be taken, nor acknowledged. */
  chargeWork(message: SealedMessage, nowMs: number): boolean {
    const cost = workOf(message);
    return cost === 0 || this.#spend(cost, nowMs);
  }

  #spend(cost: number, nowMs: number): boolean {
    this.#budget ??= new TokenBucket(rateOf(BUDGET), nowMs);
    if (cost <= BUDGET.max && this.#budget.take(nowMs, cost) === 0) return true;
    this.#excess ??= new TokenBucket(rateOf(EXCESS), nowMs);
    if (cost > EXCESS.max || this.#excess.take(nowMs, cost) > 0) this.#isFlooded = true;
    return false;
  }
}

/** By the envelope: the body is parsed when it has been paid for. */
function workOf({ type, candidates }: SealedMessage): number {
  switch (type) {
    case "ice-candidate":
      return Array.isArray(candidates) ? candidates.length : 0;
    case "video-offer-request":
    case "video-offer-response":
    case "description":
      return DESCRIPTION_COST;
    default:
      return 0;
  }
}
