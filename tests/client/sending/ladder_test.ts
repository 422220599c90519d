/** How large a picture is sent, by what the path takes. */

import { assert, assertEquals } from "@std/assert";
import { Ladder, RUNGS } from "../../../client/sending/ladder.ts";

class Climb {
  readonly ladder = new Ladder();
  #second = 0;

  /** Measures the same every second, and returns the heights that come of it. */
  go(kbit: number | null, seconds: number, isBusy = false): number[] {
    const available = kbit === null ? null : kbit * 1_000;
    return Array.from(
      { length: seconds },
      () => this.ladder.measure({ available, isBusy }, 1_000 * this.#second++).height,
    );
  }
}

Deno.test("A path that is wide enough has the whole picture, and one that says nothing too", () => {
  assertEquals(new Climb().go(2_500, 3), [720, 720, 720]);
  assertEquals(new Climb().go(null, 3), [720, 720, 720]);
});

Deno.test("A path that gets narrow has a picture that fits it within the next second", () => {
  const heights = [600, 400, 250, 130, 60].map((kbit) => {
    const climb = new Climb();
    climb.go(2_500, 5);
    return climb.go(kbit, 1)[0];
  });
  assertEquals(heights, [720, 540, 360, 360, 180]);
});

Deno.test("A path that takes hardly anything has five small pictures a second, and more once there is room", () => {
  const climb = new Climb();
  climb.go(2_500, 2);
  assertEquals(climb.go(10, 1), [180]);
  assertEquals(climb.ladder.rung.framesPerSecond, 5);
  climb.go(38, 10);
  assertEquals(climb.ladder.rung.framesPerSecond, 5, "Not for the least that would keep it");
  climb.go(60, 3);
  assertEquals(climb.ladder.rung.framesPerSecond, 10);
});

Deno.test("A path that is wide again has it go up by one step every two seconds", () => {
  const climb = new Climb();
  climb.go(60, 10);
  const heights = climb.go(2_500, 8);
  assertEquals(heights, [180, 180, 360, 360, 540, 540, 720, 720]);
});

Deno.test("A step up that does not hold has the next wait twice as long, so that it does not go up and down", () => {
  const climb = new Climb();
  const steps: number[] = [];
  let before = 360;
  climb.go(200, 3);
  for (let second = 0; second < 240; second++) {
    // As soon as more is sent the path turns out to take no more than before.
    const [height] = climb.go(before === 360 ? 500 : 200, 1);
    if (height !== undefined && height !== before && height > before) steps.push(second);
    before = height ?? before;
  }
  const waits = steps.slice(1).map((at, index) => at - (steps[index] ?? 0));
  assert(waits.length >= 4, String(steps));
  for (const [index, wait] of waits.entries()) {
    if (index > 0) assert(wait >= (waits[index - 1] ?? 0), `Waits shrink: ${waits}`);
  }
  assert((waits.at(-1) ?? 0) >= 30, String(waits));
});

Deno.test("What may be sent at most has a picture that fits it, of a path that takes more, and says nothing of the path", () => {
  const { ladder } = new Climb();
  assertEquals([753, 220, 100, 20].map((kbit) => ladder.within(1_000 * kbit)), [0, 2, 3, 4].map((at) => RUNGS[at]));
  assertEquals(ladder.rung, RUNGS[0]);
  ladder.measure({ available: 200_000, isBusy: false }, 0);
  assertEquals(ladder.within(2_000_000), RUNGS[2], "The path counts too");
});

Deno.test("An estimate that breathes changes nothing", () => {
  const climb = new Climb();
  const heights = Array.from({ length: 60 }, (_, second) => climb.go(second % 2 === 0 ? 400 : 330, 1)[0]);
  assertEquals([...new Set(heights)], [540]);
});

Deno.test("A processor that cannot keep up for ten seconds has a smaller picture, for good, but never the least", () => {
  const climb = new Climb();
  assertEquals(climb.go(2_500, 10, true).at(-1), 720);
  assertEquals(climb.go(2_500, 1, true), [540]);
  assertEquals(climb.go(2_500, 30).at(-1), 540, "It would only be too much again");
  climb.go(2_500, 120, true);
  assertEquals([climb.go(2_500, 1)[0], climb.ladder.rung.framesPerSecond], [180, 10]);
});

Deno.test("Each rung is smaller than the one above, and needs less", () => {
  for (const [index, { height, needs }] of RUNGS.entries()) {
    const above = RUNGS[index - 1];
    if (above !== undefined) assert(height <= above.height && needs < above.needs);
  }
});
