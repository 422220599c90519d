import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { PAUSE_MS_MIN, RunningClock } from "../../../signaling/session/running_clock.ts";

Deno.test("RunningClock.now() goes on like any clock, and stands still over a gap between two looks", () => {
  let nowMs = 5_000;
  const clock = new RunningClock(() => nowMs);
  const startMs = clock.now();
  for (let count = 0; count < 40; count++) {
    nowMs += PAUSE_MS_MIN - 1; // As in a loop that is busy.
    clock.now();
  }
  assertEquals(clock.now() - startMs, 40 * (PAUSE_MS_MIN - 1));
  assertEquals(clock.readPausedMs(), 0);
  nowMs += 25_000;
  assertEquals(clock.now() - startMs, 40 * (PAUSE_MS_MIN - 1));
  assertEquals(clock.readPausedMs(), 25_000);
  nowMs += 10;
  assertEquals(clock.now() - startMs, 40 * (PAUSE_MS_MIN - 1) + 10);
});

Deno.test("RunningClock.start() looks by itself, so that time in which nobody asks is no pause", () => {
  const timers = FakeTimers.install({ toFake: ["setInterval", "clearInterval", "performance"] });
  try {
    const clock = new RunningClock();
    const startMs = clock.now();
    const stop = clock.start();
    timers.tick(60_000);
    assertEquals(clock.now() - startMs, 60_000);
    stop();
    assertEquals(timers.countTimers(), 0);
  } finally {
    timers.uninstall();
  }
});
