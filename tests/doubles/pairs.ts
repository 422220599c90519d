/** A table of pairs in which there is no more room. */

import { type PairBudgets, PAIRS_MAX } from "../../signaling/limits/pair_budgets.ts";
import { createRandomPeerId, type PeerId } from "../../signaling/protocol.ts";

/** Adds as many pairs as are remembered, or as many as there is room for, each with something to pay back. */
export function fillPairs(budgets: PairBudgets, count = PAIRS_MAX): void {
  const ids = Array.from({ length: 50 }, createRandomPeerId);
  for (let n = 0; n < count; n += 1) budgets.find(`${n}`, ids[n % 50] as PeerId)?.messages.take(budgets.now());
}
