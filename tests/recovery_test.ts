import { assertEquals } from "@std/assert";
import {
  DOUBTED_MS,
  HEARTBEAT_MS,
  INTERRUPTED_MS,
  Recovery,
  type RecoveryOutput,
  REPLACE_MS,
  REPLACE_MS_MAX,
  SUSPECT_MS,
} from "../client/recovery.ts";

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
  for (const fromMs of [0, 900]) { // From the start, and while it is in doubt already.
    const recovery = new Recovery(0);
    tickThrough(recovery, 0, fromMs);
    recovery.handleReplacing(fromMs);
    const [first] = tickThrough(recovery, fromMs, 10_000).filter(([, output]) => output === "replace");
    assertEquals(first, [tickAt(fromMs + REPLACE_MS), "replace"]);
  }
});

Deno.test("Recovery counts a path as doubtful that is quiet, or that the other end is giving up", () => {
  const recovery = new Recovery(0);
  assertEquals([DOUBTED_MS, DOUBTED_MS + 1].map((ms) => recovery.isDoubtful(ms)), [false, true]);
  recovery.handleHeard(1_000);
  recovery.handleReplacing(1_000);
  recovery.handleHeard(1_000 + REPLACE_MS);
  assertEquals([REPLACE_MS - 1, REPLACE_MS].map((ms) => recovery.isDoubtful(1_000 + ms)), [true, false]);
});
