/** How often sound is sent, by what the other end reports of losses. */

import { assertEquals } from "@std/assert";
import { Redundancy } from "../../../client/sending/redundancy.ts";

/** Reports the same loss every second, and returns the depths that come of it. */
function report(redundancy: Redundancy, loss: number, seconds: number, fromSecond = 0, roundTripSeconds = 0.05) {
  return Array.from(
    { length: seconds },
    (_, second) => redundancy.report({ loss, roundTripSeconds }, (fromSecond + second) * 1_000),
  );
}

Deno.test("Sound goes out once more than browsers do from the first report of a loss that this can mend", () => {
  const depths = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5].map((loss) => report(new Redundancy(), loss, 1)[0]);
  assertEquals(depths, [1, 1, 2, 3, 4, 4, 5]);
});

Deno.test("A path that is good again has it step down one at a time, when it has been so for a while", () => {
  const redundancy = new Redundancy();
  assertEquals(report(redundancy, 0.5, 3), [5, 5, 5]);
  const depths = report(redundancy, 0, 60, 3);
  assertEquals(depths.slice(0, 8), Array(8).fill(5), "A burst may be followed by another");
  assertEquals([...new Set(depths)], [5, 4, 3, 2, 1]);
  const firsts = [4, 3, 2, 1].map((depth) => depths.indexOf(depth as 1));
  for (const [index, at] of firsts.entries()) if (index > 0) assertEquals(at - (firsts[index - 1] ?? 0), 8);
});

Deno.test("A loss that stays about the same has it stay, too", () => {
  const redundancy = new Redundancy();
  const depths = Array.from(
    { length: 60 },
    (_, second) => redundancy.report({ loss: second % 2 === 0 ? 0.08 : 0.13, roundTripSeconds: 0.05 }, second * 1_000),
  );
  assertEquals([...new Set(depths.slice(2))], [3]);
});

Deno.test("Where packets wait in a full queue it sends no more than browsers do, at once", () => {
  const redundancy = new Redundancy();
  report(redundancy, 0, 3, 0, 0.05);
  assertEquals(report(redundancy, 0.3, 3, 3, 0.9), [1, 1, 1], "The queue has lost them, and more would make it longer");
  assertEquals(report(redundancy, 0.3, 2, 6, 0.06), [4, 4], "The queue is empty, and there is still a loss");
  assertEquals(report(redundancy, 0.3, 1, 8, 0.9), [1]);
});

Deno.test("Where nobody tells how long packets take, the loss alone counts", () => {
  assertEquals(new Redundancy().report({ loss: 0.2, roundTripSeconds: null }, 0), 4);
});

Deno.test("A connection that takes another's place begins where that was", () => {
  const redundancy = new Redundancy(4);
  assertEquals([redundancy.depth, report(redundancy, 0.2, 1)[0]], [4, 4]);
});
