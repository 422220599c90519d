/** The clock that silences are measured with: the system's may be set, and the machine may sleep. */

import { assertEquals } from "@std/assert";
import { createWakingClock } from "../../../client/time/waking_clock.ts";

const HOUR_MS = 3_600_000;

function createClocks() {
  const clocks = { monotonicMs: 500, wallMs: 1_790_000_000_000 };
  const now = createWakingClock(() => clocks.monotonicMs, () => clocks.wallMs);
  const startedAtMs = now();
  return {
    clocks,
    pass(ms: number) {
      clocks.monotonicMs += ms;
      clocks.wallMs += ms;
    },
    elapsedMs: () => now() - startedAtMs,
  };
}

Deno.test("createWakingClock() runs on when the system's clock is set back, and never backwards", () => {
  const { clocks, pass, elapsedMs } = createClocks();
  pass(5_000);
  assertEquals(elapsedMs(), 5_000);
  clocks.wallMs -= HOUR_MS;
  assertEquals(elapsedMs(), 5_000);
  pass(45_000);
  assertEquals(elapsedMs(), 50_000, "A silence of 45 s counts as one");
});

Deno.test("createWakingClock() counts what the machine slept, once", () => {
  const { clocks, pass, elapsedMs } = createClocks();
  clocks.wallMs += 60_000;
  assertEquals(elapsedMs(), 60_000);
  assertEquals(elapsedMs(), 60_000);
  pass(1_000);
  clocks.wallMs -= HOUR_MS;
  elapsedMs();
  clocks.wallMs += 30_000;
  assertEquals(elapsedMs(), 91_000, "Also after the clock was set");
});

Deno.test("createWakingClock() gains nothing from clocks that tell the time more or less finely, or drift", () => {
  const { clocks, elapsedMs } = createClocks();
  for (let step = 0; step < 100_000; step++) {
    clocks.monotonicMs += 0.4;
    clocks.wallMs = 1_790_000_000_000 + Math.floor((clocks.monotonicMs - 500) * 1.000_5);
    elapsedMs();
  }
  assertEquals(Math.round(elapsedMs()), 40_000);
});
