/** What two ends point at and draw: what is said of it, how much of it there can be, and what of the other end's counts. */

import { assert, assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { PAUSE_MS, SAID_MAX, SHOWN_MS, STROKE_MAX, STROKES_MAX } from "../../../../client/features/draw/draw.ts";
import { DRAW, type DrawFeature, type DrawView } from "../../../../client/features/draw/draw_key.ts";
import { readView } from "../../../../client/feature/feature.ts";
import { FEATURES } from "../../../../client/features/registry.ts";
import { CALL_ID, carry, FeatureEnd, settle } from "../../../doubles/feature_end.ts";

const ENTRIES = FEATURES.filter(({ name }) => name === DRAW.name);

type Ends = {
  readonly kim: FeatureEnd;
  readonly lee: FeatureEnd;
  /** Lets time pass at both ends. */
  readonly pass: (ms: number) => void;
};

function drawTest(name: string, run: (ends: Ends) => void | Promise<void>): void {
  Deno.test(name, async () => {
    const { caller: kim, callee: lee } = FeatureEnd.createPair(ENTRIES);
    for (const end of [kim, lee]) use(end, () => {});
    await settle();
    const clock = FakeTimers.install();
    const pass = (ms: number) => {
      for (const end of [kim, lee]) end.nowMs += ms;
      clock.tick(ms);
    };
    try {
      await run({ kim, lee, pass });
    } finally {
      for (const end of [kim, lee]) end.features.close(CALL_ID);
      const timers = clock.countTimers();
      clock.uninstall();
      assertEquals(timers, 0, "It ends with the call");
    }
  });
}

function use({ features }: FeatureEnd, act: (feature: DrawFeature) => void): void {
  features.use(CALL_ID, DRAW, act);
}

function mark(end: FeatureEnd, stroke: number, ...places: readonly (readonly [number, number])[]): void {
  for (const [x, y] of places) use(end, (feature) => feature.mark(stroke, { x, y }));
}

function viewOf({ features }: FeatureEnd): DrawView {
  const view = readView(features.statesOf(CALL_ID), DRAW);
  if (view === null) throw new Error("Nothing draws");
  return view;
}

/** What is seen of the other end's. */
function seen(end: FeatureEnd) {
  const { strokes, dot } = viewOf(end).remote.peek();
  return { strokes: strokes.map(({ points }) => points), dot: dot && [dot.x, dot.y] };
}

function say(end: FeatureEnd, body: unknown): void {
  end.features.receiveDirect(CALL_ID, DRAW.name, body);
}

drawTest("A stroke shows at both ends, goes by the connection alone, and is gone after some seconds", (ends) => {
  const { kim, lee, pass } = ends;
  mark(kim, 1, [0.1, 0.2]);
  assertEquals(kim.direct.length, 1, "The first place is said at once");
  mark(kim, 1, [0.3, 0.4], [0.5, 0.6]);
  carry(kim, lee);
  assertEquals(seen(lee), { strokes: [[0.1, 0.2, 0.1, 0.2]], dot: [0.1, 0.2] });
  pass(PAUSE_MS);
  assertEquals(kim.direct.map(({ body }) => body), [{ stroke: 1, points: [0.3, 0.4, 0.5, 0.6] }]);
  carry(kim, lee);
  assertEquals(seen(lee), { strokes: [[0.1, 0.2, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]], dot: [0.5, 0.6] });
  assertEquals(viewOf(kim).own.peek().strokes[0]?.points, seen(lee).strokes[0]);
  assertEquals([kim.sent, viewOf(lee).own.peek().strokes], [[], []]);
  pass(SHOWN_MS);
  assertEquals(seen(lee), { strokes: [], dot: null });
  assertEquals(viewOf(kim).own.peek().strokes, []);
});

drawTest("Who only points leaves no stroke, and may point at nothing any more", ({ kim, lee, pass }) => {
  mark(kim, 0, [0.1, 0.1], [0.2, 0.2], [0.3, 0.3]);
  pass(PAUSE_MS);
  carry(kim, lee);
  assertEquals(seen(lee), { strokes: [], dot: [0.3, 0.3] });
  use(kim, (feature) => feature.mark(0, null));
  pass(PAUSE_MS);
  carry(kim, lee);
  assertEquals(seen(lee).dot, null);
});

drawTest("What is drawn is said 30 times a second, however many places there are", ({ kim, pass }) => {
  for (let at = 0; at < 1_000; at++) {
    mark(kim, 1, [at / 1_000, 0.5]);
    pass(1);
  }
  assert(kim.direct.length <= 1_000 / PAUSE_MS + 2, `${kim.direct.length} messages`);
  const said = kim.direct.flatMap(({ body }) => (body as { points: number[] }).points);
  pass(PAUSE_MS);
  assert(said.length >= 2 * 1_000 - 2 * PAUSE_MS, "None is left out");
});

drawTest("No message has more places than the other end takes", ({ kim, lee, pass }) => {
  for (let at = 0; at < 500; at++) mark(kim, 1, [at / 500, 0.5]);
  pass(PAUSE_MS);
  for (const { body } of kim.direct) assert((body as { points: number[] }).points.length <= SAID_MAX);
  carry(kim, lee);
  assertEquals(seen(lee).strokes[0]?.length, 2 * 500 + 2);
});

drawTest("Two strokes are two lines, and an older one fades while the other goes on", ({ kim, lee, pass }) => {
  mark(kim, 1, [0.1, 0.1]);
  mark(kim, 2, [0.2, 0.2]);
  pass(PAUSE_MS);
  carry(kim, lee);
  assertEquals(seen(lee).strokes, [[0.1, 0.1, 0.1, 0.1], [0.2, 0.2, 0.2, 0.2]]);
  for (let at = 0; at < 2; at++) {
    pass(SHOWN_MS - PAUSE_MS - 1);
    mark(kim, 2, [0.3, 0.3]);
    pass(PAUSE_MS);
    carry(kim, lee);
  }
  assertEquals(seen(lee).strokes, [[0.2, 0.2, 0.2, 0.2, 0.3, 0.3, 0.3, 0.3]]);
});

drawTest("What the other end says is kept only so far, whatever it says", ({ lee }) => {
  for (let stroke = 1; stroke <= 3 * STROKES_MAX; stroke++) say(lee, { stroke, points: [0.5, 0.5] });
  const all = viewOf(lee).remote.peek().strokes;
  assertEquals([all.length, all.at(-1)?.stroke], [STROKES_MAX, 3 * STROKES_MAX]);
  const points = Array.from({ length: SAID_MAX }, (_, at) => at / SAID_MAX);
  for (let said = 0; said < 100; said++) say(lee, { stroke: 1_000, points });
  assertEquals(viewOf(lee).remote.peek().strokes.at(-1)?.points.length, STROKE_MAX);
  assertEquals(STROKE_MAX % 2, 0, "What is left begins with an x");
});

drawTest("What is no place in the picture is nothing", ({ kim, lee }) => {
  const bodies = [
    ...[null, 7, "points", [], {}, { stroke: 1 }, { points: [0.5, 0.5] }, { stroke: -1, points: [] }],
    ...[{ stroke: 1.5, points: [] }, { stroke: "1", points: [] }, { stroke: 2 ** 60, points: [] }],
    ...[[0.5], [0.5, 0.5, 0.5], [0.5, 1.01], [-0.01, 0.5], [0.5, NaN], [Infinity, 0.5], ["0.5", 0.5], [null, 0.5]].map(
      (points) => ({ stroke: 1, points }),
    ),
    { stroke: 1, points: Array(SAID_MAX + 2).fill(0.5) },
    { stroke: 1, points: { length: 2, 0: 0.5, 1: 0.5 } },
  ];
  for (const body of bodies) {
    say(lee, body);
    lee.features.receive(CALL_ID, DRAW.name, body);
    assertEquals(seen(lee), { strokes: [], dot: null }, JSON.stringify(body));
  }
  // It has no numbered messages.
  lee.features.receive(CALL_ID, DRAW.name, { stroke: 1, points: [0.5, 0.5] });
  assertEquals(seen(lee).strokes, []);
  say(lee, { stroke: 1, points: [0, 1], more: true });
  assertEquals(seen(lee).dot, [0, 1]);
  carry(kim, lee);
});

Deno.test("An end that has not told that it can draw is said nothing of it", async () => {
  const { caller: kim } = FeatureEnd.createPair(ENTRIES);
  if (kim.call !== undefined) kim.call = { ...kim.call, remoteFeatures: ["chat"] };
  mark(kim, 1, [0.5, 0.5]);
  await settle();
  assertEquals([kim.direct, kim.sent, kim.state(DRAW.name)], [[], [], undefined]);
});
