/** What addresses are remembered for, within bounds, and the bucket that it is counted with. */

import { assert, assertEquals } from "@std/assert";
import { LazyBucket } from "../signaling/lazy_bucket.ts";
import { PairBudgets, PAIRS_MAX } from "../signaling/pair_budgets.ts";
import { createRandomPeerId } from "../signaling/protocol.ts";
import { fillPairs } from "./doubles/pairs.ts";

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
  for (const pair of busy) pair?.messages.take(1);
  fillPairs(budgets);
  nowMs = 60_000;
  for (let n = 0; n < 100; n += 1) {
    for (const pair of busy) while (pair?.messages.take(100));
    const late = budgets.find(`late ${n}`, id);
    if (n > 0) assert(late !== null && late !== latest, `${n}`); // The first may find the busy ones in front.
    latest = late;
  }
});

Deno.test("LazyBucket looks at the clock only when it is empty, and lets no more through than twice its capacity", () => {
  let [nowMs, looks] = [0, 0];
  const bucket = new LazyBucket({ capacity: 10, perMs: 0.01 }, () => (looks += 1, nowMs));
  const takeAll = () => {
    let count = 0;
    while (bucket.take(1)) count += 1;
    return count;
  };
  looks = 0;
  for (let count = 0; count < 10; count += 1) assert(bucket.take(1));
  assertEquals(looks, 0);
  assertEquals(takeAll(), 0);
  nowMs = 300;
  assertEquals(takeAll(), 3);
  nowMs = 1_000_000;
  assertEquals([bucket.isFull(), takeAll()], [true, 10]);
  nowMs = 1_000_500;
  assertEquals([bucket.isFull(), takeAll()], [false, 5]);
});
