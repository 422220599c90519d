/** How good a call sounds by the E-model, and that the bars which show it do not flicker. */

import { assert, assertEquals } from "@std/assert";
import { type Bars, barsOf, delayOf, rate, SteadyBars } from "../../../../client/features/quality/e_model.ts";

Deno.test("rate() gives the known values: 93.2 at best, the fit of Cole and Rosenbluth for delay, G.113's for loss", () => {
  const of = (percent: number, delayMs: number) => rate({ lost: percent / 100, delayMs });
  assertEquals(of(0, 0), 93.2);
  // 0.024 d, and 0.11 more for each millisecond beyond 177.3.
  for (const [delayMs, impairment] of [[100, 2.4], [177.3, 4.255], [250, 13.997], [400, 34.097]] as const) {
    assert(Math.abs(of(0, delayMs) - (93.2 - impairment)) < 0.001, `${delayMs} ms`);
  }
  // 95 · p / (p + 10)
  for (const [percent, impairment] of [[1, 8.636], [3, 21.923], [5, 31.667], [10, 47.5], [30, 71.25]] as const) {
    assert(Math.abs(of(percent, 0) - (93.2 - impairment)) < 0.001, `${percent} %`);
  }
  assertEquals(of(100, 1_000), 0, "It is never below nothing");
});

Deno.test("delayOf() counts the round trip by half, the buffer and what devices take", () => {
  assertEquals(delayOf({ roundTripMs: 100, bufferMs: 60 }), 150);
});

Deno.test("barsOf() has four up to about 1 % made up, three to 3 %, two to 8 %, and takes long delays for what they are", () => {
  const of = (percent: number, delayMs: number) => barsOf(rate({ lost: percent / 100, delayMs }));
  assertEquals([0, 1, 2, 3, 4, 7, 9, 40].map((percent) => of(percent, 40)), [4, 4, 3, 3, 2, 2, 1, 1]);
  assertEquals([40, 150, 230, 300, 400, 700].map((delayMs) => of(0, delayMs)), [4, 4, 4, 3, 2, 1]);
});

/** What is shown of a rating each second. */
function show(ratings: readonly number[]): Bars[] {
  const bars = new SteadyBars();
  return ratings.map((rating, second) => bars.measure(rating, 1_000 * second));
}

function times(count: number, rating: number): number[] {
  return Array.from({ length: count }, () => rating);
}

Deno.test("SteadyBars goes down after three seconds, up after eight, and by what has held all the time", () => {
  assertEquals(show([90, 60, 60, 60, 60]), [4, 4, 4, 4, 2]);
  assertEquals(show([60, ...times(9, 90)]), [...times(9, 2), 4] as Bars[]);
  assertEquals(show([90, 60, 75, 30, 60]), [4, 4, 4, 4, 3], "It was never worse than three all the time");
  assertEquals(show([30, ...times(4, 90), 60, ...times(4, 90)]).at(-1), 2);
});

Deno.test("SteadyBars does not flicker: not at an edge, and not by a second that is bad", () => {
  const edge = Array.from({ length: 60 }, (_, second) => second % 2 === 0 ? 79 : 81);
  assertEquals(new Set(show([90, ...edge])), new Set([4]));
  const worse = [...times(5, 79), ...times(60, 82)];
  assertEquals(show(worse).at(-1), 3, "A little better than the edge is no reason");
  assertEquals(show([...times(5, 79), ...times(9, 84)]).at(-1), 4);
  assertEquals(new Set(show([90, 10, 10, 90, 10, 10, 90])), new Set([4]));
});

Deno.test("SteadyBars shows nothing before anything was measured", () => {
  const bars = new SteadyBars();
  assertEquals(bars.shown, null);
  bars.measure(90, 0);
  assert(bars.shown === 4);
});
