/**
 * How much one end of a call may say, as a budget that refills (a token bucket): a thousand candidates a second would
 * have the browser try each of them. Far more than an honest end ever needs, so nobody is told when it runs out.
 */

/** What may be said at once, and how much more each second. */
export const BUDGET_MAX = 500;
export const BUDGET_PER_SECOND = 50;

export type Budget = { readonly left: number; readonly atMs: number };

/** Takes `cost` from the budget (null for a fresh one) and returns what is left of it; null if that is not enough. */
export function spend(budget: Budget | null, cost: number, nowMs: number): Budget | null {
  const before = budget ?? { left: BUDGET_MAX, atMs: nowMs };
  const refilled = before.left + Math.max(0, nowMs - before.atMs) / 1_000 * BUDGET_PER_SECOND;
  const left = Math.min(BUDGET_MAX, refilled) - cost;
  return left < 0 ? null : { left, atMs: nowMs };
}
