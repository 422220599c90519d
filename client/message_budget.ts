/**
 * How much the other end of a call may have this page read, by whichever way it comes: one budget for all channels and
 * the server, which refills (a token bucket). Each message is charged before it is parsed, and again for the work that
 * it asks for before it is acknowledged: what is over the budget is left unread, and comes again. Far more than an
 * honest end ever needs. An end that goes on far beyond it is a flood, and nobody to be in a call with.
 */

import type { PeerMessage } from "../signaling/protocol.ts";
import { type Budget, spend } from "./budget.ts";

/** What may come at once, and how much more each second. */
export const BUDGET = { max: 1_000, perSecond: 100 } as const;
/** What may be left unread at once, and how much more each second, before it is a flood. */
export const EXCESS = { max: 20_000, perSecond: 1_000 } as const;
/** Each of as many UTF-16 units, begun, costs as much as a message. */
const UNITS_EACH = 4_096;
/** What costs keys or the browser much work, beside its length: a description, a step of a comparison. A candidate: 1. */
const DESCRIPTION_COST = 10;

export class MessageBudget {
  #budget: Budget | null = null;
  #excess: Budget | null = null;
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
  chargeWork(message: PeerMessage, nowMs: number): boolean {
    const cost = workOf(message);
    return cost === 0 || this.#spend(cost, nowMs);
  }

  #spend(cost: number, nowMs: number): boolean {
    const budget = spend(this.#budget, cost, nowMs, BUDGET);
    if (budget !== null) {
      this.#budget = budget;
      return true;
    }
    const excess = spend(this.#excess, cost, nowMs, EXCESS);
    if (excess === null) this.#isFlooded = true;
    else this.#excess = excess;
    return false;
  }
}

function workOf(message: PeerMessage): number {
  switch (message.type) {
    case "ice-candidate":
      return message.candidates.length;
    case "video-offer-request":
    case "video-offer-response":
    case "description":
    case "compare":
      return DESCRIPTION_COST;
    default:
      return 0;
  }
}
