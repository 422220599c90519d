import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import {
  chooseMemoryLimit,
  MEMORY_RELIEF_MS,
  MEMORY_WATCH_MS,
  type MemoryState,
  MemoryWatch,
  startMemoryWatch,
} from "../../../signaling/limits/memory_watch.ts";

const OPTIONS = { limitBytes: 1_000, share: 0.8 };

Deno.test("MemoryWatch.step() is full over the share, and calm again only well under it", () => {
  const watch = new MemoryWatch(OPTIONS);
  const steps = [800, 801, 790, 751, 750, 800].map((used, index) => [watch.step(used, index), watch.isFull]);
  const [calm, full] = [["calm", false], ["full", true]];
  assertEquals(steps, [calm, full, full, full, calm, calm]);
});

Deno.test("MemoryWatch.step() is exhausted after 20 s without relief, or nearly at the limit", () => {
  const watch = new MemoryWatch(OPTIONS);
  assertEquals(watch.step(850, 5_000), "full");
  assertEquals(watch.step(850, 5_000 + MEMORY_RELIEF_MS - 1), "full");
  assertEquals(watch.step(850, 5_000 + MEMORY_RELIEF_MS), "exhausted");
  const another = new MemoryWatch(OPTIONS);
  assertEquals([another.step(900, 0), another.step(901, 1)], ["full", "exhausted"]);
});

Deno.test("MemoryWatch.step() begins anew after a relief", () => {
  const watch = new MemoryWatch(OPTIONS);
  watch.step(850, 0);
  watch.step(700, MEMORY_RELIEF_MS - 1);
  assertEquals(watch.step(850, MEMORY_RELIEF_MS), "full");
});

Deno.test("MemoryWatch with a share of 0 never minds", () => {
  const watch = new MemoryWatch({ ...OPTIONS, share: 0 });
  assertEquals([watch.step(5_000, 0), watch.step(5_000, MEMORY_RELIEF_MS), watch.isFull], ["calm", "calm", false]);
});

Deno.test("startMemoryWatch() looks every so often and tells of each change once, until it is stopped", () => {
  const clock = FakeTimers.install({ toFake: ["setInterval", "clearInterval", "performance"] });
  try {
    let used = 100;
    const states: MemoryState[] = [];
    const readings = { readUsedBytes: () => used, now: () => performance.now() };
    const stop = startMemoryWatch(new MemoryWatch(OPTIONS), readings, (state) => states.push(state));
    for (const next of [100, 850, 850, 100, 950]) {
      used = next;
      clock.tick(MEMORY_WATCH_MS);
    }
    stop();
    used = 100;
    clock.tick(MEMORY_WATCH_MS);
    assertEquals(states, ["full", "calm", "exhausted"]);
    assertEquals(clock.countTimers(), 0);
  } finally {
    clock.uninstall();
  }
});

Deno.test("chooseMemoryLimit() takes the setting, or the tighter of container and machine, as far as they are known", () => {
  const sizes = { configured: 0, constrained: 500, total: 1_000 };
  assertEquals(chooseMemoryLimit(sizes), 500);
  assertEquals(chooseMemoryLimit({ ...sizes, configured: 2_000 }), 2_000);
  assertEquals(chooseMemoryLimit({ ...sizes, constrained: Number.MAX_SAFE_INTEGER }), 1_000);
  assertEquals(chooseMemoryLimit({ ...sizes, constrained: 0 }), 1_000);
});
