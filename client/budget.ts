/** A budget that refills (a token bucket), as a value: what is left of it, and when that was. Pure. */

export type Budget = { readonly left: number; readonly atMs: number };
/** What may be spent at once, and how much comes back each second. */
export type Limit = { readonly max: number; readonly perSecond: number };

/** Takes `cost` from the budget (null for a fresh one) and returns what is left of it; null if that is not enough. */
export function spend(budget: Budget | null, cost: number, nowMs: number, { max, perSecond }: Limit): Budget | null {
  const before = budget ?? { left: max, atMs: nowMs };
  const refilled = before.left + Math.max(0, nowMs - before.atMs) / 1_000 * perSecond;
  const left = Math.min(max, refilled) - cost;
  return left < 0 ? null : { left, atMs: nowMs };
}
