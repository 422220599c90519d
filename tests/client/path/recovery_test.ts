import { assert, assertEquals } from "@std/assert";
import {
  DOUBTED_MS,
  HEARTBEAT_MS,
  INTERRUPTED_MS,
  Recovery,
  type RecoveryOutput,
  REPLACE_AMID_MS,
  REPLACE_MS,
  REPLACE_MS_MAX,
  SUSPECT_MS,
  TICK_MS_MAX,
} from "../../../client/path/recovery.ts";

/** Ticks once per heartbeat from `fromMs` on and writes down what comes of it, and when. */
function tickThrough(recovery: Recovery, fromMs: number, toMs: number): [ms: number, output: RecoveryOutput][] {
  const log: [number, RecoveryOutput][] = [];
  for (let ms = fromMs; ms <= toMs; ms += HEARTBEAT_MS) {
    for (const output of recovery.tick(ms)) log.push([ms, output]);
  }
  return log;
}

/** The first tick at or after `ms`. */
function tickAt(ms: number): number {
  return Math.ceil(ms / HEARTBEAT_MS) * HEARTBEAT_MS;
}

Deno.test("Recovery of a page whose timers are slow takes an hour without one for a sleep, and a slow tick for none", () => {
  const create = (): Recovery => {
    const recovery = new Recovery(0);
    for (const ms of [1_000, 2_000]) {
      recovery.tick(ms);
      recovery.handleHeard(ms + 10); // The other end answers.
    }
    return recovery;
  };
  assertEquals(create().isQuiet(3_000), false);
  assertEquals(create().tick(3_000), []);
  assertEquals(create().isQuiet(3_600_000), true);
  assertEquals(create().tick(3_600_000), ["doubt"]);
});

Deno.test("Recovery doubts, replaces and says so in this order, and replaces again ever more seldom", () => {
  const log = tickThrough(new Recovery(0), 0, 90_000);
  assertEquals(log.slice(0, 3), [
    [tickAt(DOUBTED_MS + 1), "doubt"],
    [tickAt(SUSPECT_MS), "replace"],
    [tickAt(INTERRUPTED_MS), "interrupted"],
  ]);
  const replacedAtMs = log.filter(([, output]) => output === "replace").map(([ms]) => ms);
  const waits = replacedAtMs.slice(1).map((ms, index) => ms - (replacedAtMs[index] ?? 0));
  assertEquals(waits.slice(0, 4), [REPLACE_MS, REPLACE_MS * 2, REPLACE_MS * 4, REPLACE_MS_MAX].map(tickAt));
  assertEquals(new Set(waits.slice(3)), new Set([tickAt(REPLACE_MS_MAX)]));
});

Deno.test("Recovery ends a doubt without a word, and one that people were told about with one", () => {
  const rows: [silentMs: number, expected: RecoveryOutput[]][] = [
    [DOUBTED_MS, []],
    [SUSPECT_MS - HEARTBEAT_MS, []],
    [SUSPECT_MS, ["resumed"]],
    [tickAt(INTERRUPTED_MS), ["resumed", "restored"]],
  ];
  for (const [silentMs, expected] of rows) {
    const recovery = new Recovery(0);
    tickThrough(recovery, 0, silentMs);
    assertEquals(recovery.handleHeard(silentMs), expected, `after ${silentMs} ms`);
    assertEquals(recovery.isQuiet(silentMs + DOUBTED_MS), false);
    assertEquals(tickThrough(recovery, silentMs, silentMs + DOUBTED_MS), []);
  }
});

Deno.test("Recovery gives a replacement that has begun the time to work, whichever end began it", () => {
  // From the start, when the network may have changed under it; and while the path is in doubt already.
  for (const [fromMs, waitMs] of [[0, REPLACE_AMID_MS], [900, REPLACE_MS]] as const) {
    const recovery = new Recovery(0);
    tickThrough(recovery, 0, fromMs);
    recovery.handleReplacing(fromMs, { isOffered: false });
    const log = tickThrough(recovery, fromMs, 20_000).filter(([, output]) => output === "replace");
    const firstMs = tickAt(fromMs + waitMs);
    assertEquals(log.slice(0, 3).map(([ms]) => ms), [0, REPLACE_MS, REPLACE_MS * 3].map((ms) => firstMs + ms));
  }
});

Deno.test("Recovery counts as silence only what this end was awake to hear", () => {
  const recovery = new Recovery(0);
  assertEquals(recovery.tick(5_000), ["doubt"], "It was too busy for five seconds, or asleep");
  assertEquals(recovery.tick(5_000 + SUSPECT_MS - TICK_MS_MAX - 1), []);
  assertEquals(recovery.tick(5_000 + SUSPECT_MS - TICK_MS_MAX), ["replace"]);
  const busy = new Recovery(0);
  for (let ms = 2_000; ms <= 60_000; ms += 2_000) {
    assertEquals(busy.tick(ms), ["doubt"]);
    assertEquals(busy.handleHeard(ms), [], "What came meanwhile is heard after the tick");
  }
  const hidden = new Recovery(0);
  assertEquals([1_000, 2_000, 3_000].map((ms) => hidden.tick(ms)), [["doubt"], ["replace"], ["interrupted"]]);
});

Deno.test("Recovery of a page with a tick a second takes no end for silent that answers each, and is as quick to miss it", () => {
  const recovery = new Recovery(0);
  recovery.tick(0);
  recovery.handleHeard(100);
  assertEquals(recovery.tick(1_000), ["doubt"], "It may be slow for once");
  recovery.handleHeard(1_100);
  for (let ms = 2_000; ms < 60_000; ms += 1_000) {
    assertEquals([recovery.isQuiet(ms), recovery.tick(ms), recovery.isQuiet(ms + 100)], [false, [], false]);
    recovery.handleHeard(ms + 100);
  }
  assertEquals(recovery.tick(60_000), []);
  assertEquals(recovery.tick(61_000), ["doubt", "replace"]);
  assertEquals([recovery.isQuiet(61_000), recovery.tick(62_000)], [true, ["interrupted"]]);
});

Deno.test("Recovery is as quick after a long interruption as after none, whichever end begins", () => {
  const list = (recovery: Recovery, fromMs: number) => {
    recovery.handleReplacing(fromMs, { isOffered: false });
    const log = tickThrough(recovery, fromMs, fromMs + 30_000);
    return log.filter(([, output]) => output === "replace").map(([ms]) => ms - fromMs);
  };
  const tried = new Recovery(0);
  tickThrough(tried, 0, 60_000);
  tried.handleHeard(60_000);
  assertEquals(list(tried, 60_000), list(new Recovery(0), 0));
});

Deno.test("Recovery counts a path as doubtful that is quiet, or that the other end is giving up", () => {
  const recovery = new Recovery(0);
  assertEquals([DOUBTED_MS, DOUBTED_MS + 1].map((ms) => recovery.isDoubtful(ms)), [false, true]);
  recovery.handleHeard(1_000);
  recovery.handleReplacing(1_000, { isOffered: false });
  recovery.handleHeard(1_000 + REPLACE_MS);
  assertEquals([REPLACE_MS - 1, REPLACE_MS].map((ms) => recovery.isDoubtful(1_000 + ms)), [true, false]);
});

/**
 * When a path comes up that takes `neededMs` from its offer on, after the network of one end has changed. Whichever end
 * offers, and whichever offer stands where two cross, the one before is given up.
 */
function recoverTogether(neededMs: number, { latencyMs, offsetMs }: { latencyMs: number; offsetMs: number }): number {
  const ends = [new Recovery(0), new Recovery(0)] as const;
  const offers = [{ by: 0, arrivesMs: latencyMs }];
  ends[0].handleReplacing(0, { isOffered: false });
  let beganMs = 0;
  for (let ms = 0; ms < 120_000; ms += 10) {
    if (ms - beganMs >= neededMs) return ms;
    for (const offer of offers.filter(({ arrivesMs }) => arrivesMs === ms)) {
      ends[offer.by === 0 ? 1 : 0].handleReplacing(ms, { isOffered: true });
    }
    for (const [by, end] of ends.entries()) {
      if ((ms + by * offsetMs) % HEARTBEAT_MS !== 0 || !end.tick(ms).includes("replace")) continue;
      const isCrossed = offers.some((offer) => offer.by !== by && offer.arrivesMs > ms);
      if (!isCrossed) beganMs = ms;
      offers.push({ by, arrivesMs: ms + latencyMs });
    }
  }
  return Infinity;
}

Deno.test("Recovery of both ends together leaves a path the time that it takes to come up", () => {
  for (const latencyMs of [20, 100, 400]) {
    for (let offsetMs = 0; offsetMs < HEARTBEAT_MS; offsetMs += 50) {
      const ways = { latencyMs, offsetMs };
      // Begun at 0, 2, 5 and 11 s, and up to 0.3 s later each, since an end looks at its clock so often.
      for (const [neededMs, withinMs] of [[1_900, 2_000], [2_900, 5_300], [3_500, 9_500], [5_500, 11_500]] as const) {
        const tookMs = recoverTogether(neededMs, ways);
        assert(tookMs <= withinMs, `one of ${neededMs} ms after ${tookMs} ms, ${JSON.stringify(ways)}`);
      }
    }
  }
});
