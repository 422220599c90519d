import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { Deadlines } from "../../../signaling/session/deadlines.ts";

function createBench() {
  const clock = FakeTimers.createClock();
  const deadlines = new Deadlines(clock as unknown as ConstructorParameters<typeof Deadlines>[0], 5_000);
  const due: string[] = [];
  const create = (name: string) => ({ handleDeadline: () => void due.push(`${name} ${clock.now}`) });
  return { clock, deadlines, due, create };
}

Deno.test("Deadlines come due in the order of their beginning, each at its own time, by one timer", () => {
  const { clock, deadlines, due, create } = createBench();
  deadlines.add(create("first"));
  clock.tick(2_000);
  deadlines.add(create("second"));
  deadlines.add(create("third"));
  assertEquals(clock.countTimers(), 1);
  clock.tick(2_999);
  assertEquals(due, []);
  clock.tick(1);
  assertEquals(due, ["first 5000"]);
  clock.tick(2_000);
  assertEquals(due, ["first 5000", "second 7000", "third 7000"]);
  assertEquals(clock.countTimers(), 0);
});

Deno.test("Deadlines that are taken out do not come due, and the last takes the timer with it", () => {
  const { clock, deadlines, due, create } = createBench();
  const [first, second] = [create("first"), create("second")];
  deadlines.add(first);
  clock.tick(1_000);
  deadlines.add(second);
  deadlines.delete(first);
  clock.tick(4_500);
  assertEquals(due, []);
  deadlines.delete(second);
  deadlines.delete(second);
  assertEquals(clock.countTimers(), 0);
  clock.tick(10_000);
  assertEquals(due, []);
});

Deno.test("A deadline that is added while another comes due keeps its whole time", () => {
  const { clock, deadlines, due, create } = createBench();
  deadlines.add({ handleDeadline: () => deadlines.add(create("late")) });
  clock.tick(9_999);
  assertEquals(due, []);
  assertEquals(clock.countTimers(), 1);
  clock.tick(1);
  assertEquals(due, ["late 10000"]);
});

Deno.test("Deadlines count no time in which the process stood still, though their timer is overdue", () => {
  const { clock } = createBench();
  let pausedMs = 0;
  const timers = clock as unknown as ConstructorParameters<typeof Deadlines>[0];
  const performance = { now: () => clock.now - pausedMs };
  const { setTimeout, clearTimeout } = timers;
  const deadlines = new Deadlines({ setTimeout, clearTimeout, performance }, 5_000);
  let dueAtMs = 0;
  deadlines.add({ handleDeadline: () => void (dueAtMs = clock.now) });
  clock.tick(1_000);
  pausedMs = 25_000;
  clock.tick(25_000);
  assertEquals(dueAtMs, 0);
  clock.tick(4_000);
  assertEquals(dueAtMs, 30_000);
});
