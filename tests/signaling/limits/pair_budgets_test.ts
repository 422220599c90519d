/** What addresses are remembered for, within bounds. */

import { assert, assertEquals } from "@std/assert";
import { PairBudgets, PAIRS_MAX } from "../../../signaling/limits/pair_budgets.ts";
import { createRandomPeerId } from "../../../signaling/protocol.ts";
import { fillPairs } from "../../doubles/pairs.ts";

/** As they are by default. */
const LIMITS = { messagesPerSecond: 50, messagesBurst: 600, messageLengthUnit: 4_096 };

Deno.test("PairBudgets never remembers more than PAIRS_MAX, and forgets what owes nothing", () => {
  let nowMs = 0;
  const budgets = new PairBudgets(LIMITS, () => nowMs);
  fillPairs(budgets);
  const id = createRandomPeerId();
  assertEquals([budgets.pairCount, budgets.find("late", id)], [PAIRS_MAX, null]);
  nowMs = 60_000;
  const late = budgets.find("late", id);
  assert(late !== null);
  assertEquals([budgets.pairCount, budgets.find("late", id) === late], [PAIRS_MAX, true]);
});

Deno.test("PairBudgets looks past the oldest pairs when somebody keeps those busy", () => {
  let nowMs = 0;
  const budgets = new PairBudgets(LIMITS, () => nowMs);
  const id = createRandomPeerId();
  let latest: unknown = null;
  const busy = Array.from({ length: 8 }, (_, n) => budgets.find(`busy ${n}`, id));
  for (const pair of busy) pair?.messages.take(nowMs);
  fillPairs(budgets, PAIRS_MAX - busy.length); // So that the busy ones are in front.
  nowMs = 60_000;
  for (let n = 0; n < 100; n += 1) {
    for (const pair of busy) while (pair?.messages.take(nowMs, 100) === 0);
    const late = budgets.find(`late ${n}`, id);
    assertEquals(late === null, n === 0, `${n}`); // The first finds the busy ones in front.
    assert(n === 0 || late !== latest, `${n}`);
    latest = late;
  }
  for (const [n, pair] of busy.entries()) assert(budgets.find(`busy ${n}`, id) === pair, `${n} owes what it took`);
});
