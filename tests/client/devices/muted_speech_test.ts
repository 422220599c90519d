/** Who speaks while muted is told so, but not for a cough, and not with every word. */

import { assert, assertEquals } from "@std/assert";
import { levelOf } from "../../../client/devices/level_meter.ts";
import { hearLevel, LOUD_MIN, NO_SPEECH, QUIET_MS, READINGS, SAID_MS } from "../../../client/devices/muted_speech.ts";

const EVERY_MS = 100;

/** What is said after each of these readings, ten a second. */
function hear(levels: readonly number[]): boolean[] {
  let speech = NO_SPEECH;
  return levels.map((level, index) => (speech = hearLevel(speech, level, index * EVERY_MS)).isSaid);
}

Deno.test("hearLevel() tells of speech after a while, and not of silence, or a cough", () => {
  assertEquals(hear([1, 1, 1]), [false, false, true]);
  assertEquals(LOUD_MIN, 3);
  assert(!hear(Array(50).fill(0.1)).includes(true));
  const coughs = Array.from({ length: 100 }, (_, index) => index % READINGS < LOUD_MIN - 1 ? 1 : 0);
  assert(!hear(coughs).includes(true));
});

Deno.test("hearLevel() says it for a while, and not again before another while is over", () => {
  const said = hear(Array(600).fill(1));
  const starts = said.flatMap((isSaid, index) => isSaid && !said[index - 1] ? [index * EVERY_MS] : []);
  assertEquals(starts.length, 3);
  assertEquals((starts[1] ?? 0) - (starts[0] ?? 0), SAID_MS + QUIET_MS);
  assertEquals(said.slice(2).indexOf(false) * EVERY_MS, SAID_MS);
});

Deno.test("levelOf() goes from silence to the loudest, as people hear it", () => {
  const tone = (loudness: number) => Float32Array.from({ length: 1_024 }, (_, index) => loudness * Math.sin(index / 3));
  assertEquals([levelOf(tone(0)), levelOf(tone(1))], [0, 1]);
  const levels = [0.001, 0.01, 0.05, 0.2].map((loudness) => levelOf(tone(loudness)));
  assertEquals(levels.toSorted(), levels);
  assert(levels[2] !== undefined && levels[2] > 0.4 && levels[2] < 0.8, `${levels}`);
});
