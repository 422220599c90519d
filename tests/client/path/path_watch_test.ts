/** Two ends of a call on hold, where heartbeats are all that crosses, and the timers of hidden pages come once a second. */

import { assert, assertEquals } from "@std/assert";
import { DOUBTED_MS, INTERRUPTED_MS, REPLACE_MS } from "../../../client/path/recovery.ts";
import { HIDDEN_MS, PathEnd, PathWorld, SEEN_MS } from "../../doubles/path_world.ts";

const MINUTE_MS = 60_000;
const BOTH_HIDDEN = [HIDDEN_MS, HIDDEN_MS] as const;
/** More than an end says by itself, and the most that it may say. */
const WORDS_PER_MINUTE_MAX = MINUTE_MS / 200;

type Options = ConstructorParameters<typeof PathWorld>[1];

/** Two ends that have found their pace. */
async function begin(paces: readonly [number, number], options?: Options): Promise<PathWorld> {
  const world = new PathWorld(paces, options);
  await world.pass(3_000);
  for (const end of world.ends) {
    end.takeLog();
    end.saidAtMs.length = 0;
  }
  return world;
}

Deno.test("An end that is hidden is heard as often as one that is seen, however the clocks of both stand", async () => {
  for (let offsetMs = 0; offsetMs < HIDDEN_MS; offsetMs += 90) {
    const world = await begin([SEEN_MS, HIDDEN_MS], { offsetMs });
    await world.pass(MINUTE_MS);
    const [seen, hidden] = world.ends;
    assertEquals([seen.takeLog(), hidden.takeLog()], [[], []], `${offsetMs} ms`);
    assert(hidden.longestGapMs < DOUBTED_MS, `it says nothing for ${hidden.longestGapMs} ms`);
  }
});

Deno.test("One heartbeat in three that is lost of an end that is hidden has no connection replaced", async () => {
  const world = await begin([SEEN_MS, HIDDEN_MS]);
  world.ends[1].isLost = (count) => count % 3 === 0;
  await world.pass(MINUTE_MS);
  assertEquals(world.ends.flatMap((end) => end.takeLog()).filter((what) => what !== "doubt"), []);
});

Deno.test("Two ends that are hidden do not doubt each other, nor count as unheard when somebody looks", async () => {
  for (const latencyMs of [10, 150]) {
    const world = await begin(BOTH_HIDDEN, { latencyMs });
    for (let second = 0; second < 60; second++) {
      await world.pass(HIDDEN_MS);
      assertEquals(world.ends.map(({ watch }) => watch.isHeard), [true, true]);
    }
    assertEquals(world.ends.map((end) => end.takeLog()), [[], []]);
  }
});

Deno.test("Two ends that are hidden miss each other within three seconds", async () => {
  const world = await begin(BOTH_HIDDEN);
  for (const end of world.ends) end.isLost = () => true;
  await world.pass(2_100);
  // The socket is doubted with the path, and once more as another connection needs it.
  assertEquals(world.ends.map((end) => end.takeLog()), [["doubt", "doubt", "replace"], ["doubt", "doubt", "replace"]]);
  await world.pass(1_000);
  assert(3_100 - INTERRUPTED_MS < HIDDEN_MS);
  assertEquals(world.ends.map((end) => end.takeLog()), [["connection-interrupted"], ["connection-interrupted"]]);
});

Deno.test("No heartbeat brings about more than one, and two ends never work each other up", async () => {
  for (const paces of [[SEEN_MS, SEEN_MS], [SEEN_MS, HIDDEN_MS], BOTH_HIDDEN] as const) {
    for (const latencyMs of [10, 100, 130, 400]) {
      const world = await begin(paces, { latencyMs });
      await world.pass(MINUTE_MS);
      for (const [index, { saidAtMs }] of world.ends.entries()) {
        const own = MINUTE_MS / (paces[index] ?? NaN);
        if (paces[index] === SEEN_MS) assertEquals(saidAtMs.length, own, "Whose timers are in time answers nothing");
        assert(saidAtMs.length <= WORDS_PER_MINUTE_MAX + own, `${saidAtMs.length} at ${paces}, ${latencyMs} ms`);
      }
    }
  }
  const [{ watch, saidAtMs }] = (await begin(BOTH_HIDDEN)).ends;
  for (let count = 0; count < 1_000; count++) watch.handleHeard();
  assert(saidAtMs.length <= 1, "However much comes at once");
});

Deno.test("A hidden page takes media that comes in for a sign of life, as any does", async () => {
  for (const paces of [[SEEN_MS, SEEN_MS], BOTH_HIDDEN] as const) {
    const world = await begin(paces);
    for (const end of world.ends) end.isLost = () => true;
    for (const end of world.ends) end.hasMedia = true;
    await world.pass(3_000);
    for (const end of world.ends) end.takeLog();
    await world.pass(MINUTE_MS);
    assertEquals(world.ends.map((end) => end.takeLog()), [[], []], `${paces}`);
  }
});

Deno.test("Media that came in during another silence is no sign of life in this one", async () => {
  const world = await begin([SEEN_MS, SEEN_MS]);
  const [end, other] = world.ends;
  end.hasMedia = true;
  for (let silence = 0; silence < 2; silence++) {
    other.isLost = () => true;
    await world.pass(900);
    assertEquals(end.takeLog().length, 1, "Until it has looked twice");
    other.isLost = () => false;
    await world.pass(3_000);
    end.takeLog();
  }
});

Deno.test("A path that has not begun is neither quiet nor heard, and nothing is done about it", () => {
  const end = new PathEnd({ nowMs: 1_000 } as PathWorld, SEEN_MS, () => {});
  const { watch } = end;
  watch.handleHeard();
  watch.handleFailed();
  watch.handleReplacing();
  assertEquals([watch.hasBegun, watch.isQuiet, watch.isHeard, watch.isDoubtful], [false, false, false, true]);
  assertEquals([end.takeLog(), end.saidAtMs], [[], []]);
});

Deno.test("A page answers once two of its own heartbeats are late, and 200 ms after what it said last", async () => {
  const world = await begin([SEEN_MS, SEEN_MS]);
  const [end] = world.ends;
  await world.pass(2 * SEEN_MS);
  const beats = end.saidAtMs.slice(-2);
  const hears = (ms: number) => {
    world.nowMs = ms;
    end.saidAtMs.length = 0;
    end.watch.handleHeard();
    return end.saidAtMs.length === 1;
  };
  const slowMs = (beats[0] ?? NaN) + 750;
  assertEquals([slowMs, slowMs + 1, slowMs + 200, slowMs + 201].map(hears), [false, true, false, true]);
  end.hasConnection = false;
  world.nowMs += 1_000;
  end.watch.handleHeard();
});

Deno.test("A page that is hidden from the start, and hears nothing, has not slept", async () => {
  const world = new PathWorld(BOTH_HIDDEN);
  for (const end of world.ends) end.isLost = () => true;
  await world.pass(1_500);
  assertEquals(world.ends.map((end) => end.takeLog()), [["doubt"], ["doubt"]]);
});

Deno.test("A page that is merely slow, late twice in a row, does not take another network for it; one that slept does", async () => {
  const world = await begin([SEEN_MS, SEEN_MS]);
  const [end, other] = world.ends;
  other.isLost = () => true;
  await world.pass(SEEN_MS); // What was on its way has arrived.
  const isElsewhere = () => end.takeLog().includes("network changed");
  for (let late = 0; late < 3; late++) {
    world.nowMs += 4_000;
    await end.step();
    assertEquals(isElsewhere(), false, "It has not had the time to hear anything");
  }
  await world.pass(SEEN_MS);
  assertEquals(isElsewhere(), true, "Now it has");
  for (const lateMs of [3_000, 3_001]) {
    world.nowMs = (end.saidAtMs.at(-1) ?? NaN) + lateMs;
    await end.step();
    await world.pass(SEEN_MS);
    assertEquals(isElsewhere(), lateMs > 3_000, `late by ${lateMs} ms`);
  }
});

Deno.test("An end that has stopped answers nothing", async () => {
  const world = await begin(BOTH_HIDDEN);
  const [{ watch, saidAtMs }] = world.ends;
  watch.stop();
  saidAtMs.length = 0;
  world.nowMs += 900;
  watch.handleHeard();
  assertEquals(saidAtMs, []);
});

Deno.test("A connection that this end has begun unasked has its time, and makes the next wait no longer", async () => {
  const world = await begin([SEEN_MS, SEEN_MS]);
  const [end, other] = world.ends;
  other.isLost = () => true;
  await world.pass(2_000);
  assert(end.takeLog().includes("replace"));
  end.watch.handleReplacing();
  await world.pass(REPLACE_MS - 100);
  assert(!end.takeLog().includes("replace"));
  await world.pass(1_000);
  assert(end.takeLog().includes("replace"));
});
