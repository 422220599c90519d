import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { TokenBucket } from "../../../signaling/protocol/token_bucket.ts";

Deno.test("TokenBucket.take() gives as much as it holds, and then says exactly when there is more", () => {
  const bucket = new TokenBucket({ capacity: 3, perMs: 1 / 1_000 }, 0);
  assertEquals([bucket.take(0), bucket.take(0), bucket.take(0), bucket.take(0)], [0, 0, 0, 1_000]);
  assertEquals(bucket.take(400), 600);
  assertEquals(bucket.take(999), 1);
  assertEquals([bucket.take(1_000), bucket.take(1_000)], [0, 1_000]);
  assertEquals([bucket.isFull(3_999), bucket.isFull(4_000)], [false, true]);
});

Deno.test("TokenBucket.take() lets through what costs more than it holds when it is full, and is then in debt", () => {
  const bucket = new TokenBucket({ capacity: 2, perMs: 1 / 1_000 }, 0);
  assertEquals(bucket.take(0, 5), 0);
  assertEquals(bucket.take(0), 4_000);
});

Deno.test("TokenBucket.take() gives nothing for a clock that was set back", () => {
  const bucket = new TokenBucket({ capacity: 1, perMs: 1 / 1_000 }, 10_000);
  assertEquals(bucket.take(10_000), 0);
  assertEquals(bucket.take(0), 1_000);
  assertEquals(bucket.take(11_000), 0);
});

Deno.test("TokenBucket never gives more than its capacity and what came back, and keeps its word", () => {
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: 1, max: 50 }),
    fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 100 }),
    (capacity, perSecond, gapsMs) => {
      const bucket = new TokenBucket({ capacity, perMs: perSecond / 1_000 }, 0);
      let nowMs = 0;
      let taken = 0;
      for (const gapMs of gapsMs) {
        nowMs += gapMs;
        const waitMs = bucket.take(nowMs);
        if (waitMs === 0) taken += 1;
        else {
          nowMs += waitMs;
          assertEquals(bucket.take(nowMs), 0);
          taken += 1;
        }
        assert(taken <= capacity + nowMs * perSecond / 1_000 + 1e-6);
      }
    },
  ));
});

Deno.test("TokenBucket.takeLazily() reads the clock once for each eighth, and gives no more than an eighth too much", () => {
  let [nowMs, looks] = [0, 0];
  const readMs = () => (looks += 1, nowMs);
  const bucket = new TokenBucket({ capacity: 80, perMs: 0.08 }, nowMs);
  const takeAll = () => {
    let count = 0;
    while (bucket.takeLazily(readMs, 1)) count += 1;
    return count;
  };
  for (let count = 0; count < 80; count += 1) assert(bucket.takeLazily(readMs, 1));
  assertEquals(looks, 7);
  assertEquals(takeAll(), 0);
  nowMs = 300;
  assertEquals(takeAll(), 24);
  nowMs = 1_000_000;
  assertEquals([bucket.isFull(nowMs), takeAll()], [true, 80]);
  nowMs = 1_000_500;
  assertEquals([bucket.isFull(nowMs), takeAll()], [false, 40]);
  nowMs = 2_000_000;
  assert(bucket.isFull(nowMs));
  nowMs = 3_000_000;
  assertEquals(takeAll(), 90, "The first eighth counts as if it had been taken before");
  nowMs = 3_000_100;
  assertEquals(takeAll(), 8, "And once only");
});

Deno.test("TokenBucket.takeLazily() lets through what costs more than it holds when it is full", () => {
  const bucket = new TokenBucket({ capacity: 2, perMs: 1 / 1_000 }, 0);
  assert(bucket.takeLazily(() => 0, 5));
  assert(!bucket.takeLazily(() => 4_999, 5));
  assert(bucket.takeLazily(() => 5_000, 5), "And again, once the debt is paid");
});
