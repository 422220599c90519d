import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { nextRetryDelayMs, RETRY_MS_MAX, RETRY_MS_MIN } from "../../../client/time/backoff.ts";

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

Deno.test("nextRetryDelayMs() spreads evenly between nothing and the time lost, within its bounds", () => {
  const rows: [elapsedMs: number, boundMs: number][] = [
    [-3_600_000, RETRY_MS_MIN], // The clock was set back.
    [0, RETRY_MS_MIN],
    [499, RETRY_MS_MIN],
    [501, 501],
    [2_000, 2_000],
    [RETRY_MS_MAX, RETRY_MS_MAX],
    [86_400_000, RETRY_MS_MAX],
  ];
  for (const [elapsedMs, boundMs] of rows) {
    const delays = [0, 0.25, 0.5, 0.75].map((share) => nextRetryDelayMs(elapsedMs, share));
    assertEquals(delays, [0, boundMs / 4, boundMs / 2, boundMs * 3 / 4], `after ${elapsedMs} ms`);
  }
});

Deno.test("nextRetryDelayMs() never more than doubles the time lost, however the dice fall", () => {
  fc.assert(fc.property(fc.array(random, { minLength: 1, maxLength: 50 }), fc.nat(60_000), (dice, awayMs) => {
    // A server that is away for `awayMs` is found at the first try after its return.
    let elapsedMs = 0;
    for (let turn = 0; elapsedMs < awayMs && turn < 10_000; turn += 1) {
      elapsedMs += Math.max(1, nextRetryDelayMs(elapsedMs, dice[turn % dice.length] ?? 0)); // A try takes its time too.
    }
    assert(elapsedMs <= awayMs + Math.min(RETRY_MS_MAX, Math.max(RETRY_MS_MIN, awayMs)), `found after ${elapsedMs} ms`);
  }));
});
