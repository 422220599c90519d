/** What breaks the path of a call that stands, and how soon its sound and picture are back. */

import { assert } from "@std/assert";
import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { assertMediaFlows, connect, PATIENCE_MS } from "../browser/person.ts";
import type { Pair } from "./network_test_case.ts";

/** With LONG=1, on a machine with nothing else to do: the rounds that make a percentile, and the figures as promised. */
const IS_LONG = Deno.env.get("LONG") === "1";
const ROUNDS = IS_LONG ? 20 : 1;

/** The bound to hold: the promised one in the long form, and in the gate, which shares its machine, twice that. */
function boundMs(promisedMs: number): number {
  return IS_LONG ? promisedMs : 2 * promisedMs;
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? NaN;
}

export async function connectAndSee({ caller, callee, people }: Pair): Promise<void> {
  await connect(caller, callee);
  await Promise.all(people.map((person) => assertMediaFlows(person, { seconds: 1 })));
}

// Sound is made up for a moment when none comes; pictures are not.
const MEDIA_IS_GONE = "instruments.gaps.frames > 600";
/** A home that goes back to a network it knows may find its old paths alive, and miss nothing. */
const IS_OVER = `${MEDIA_IS_GONE} || performance.now() - instruments.seen.startedAt > 6_000`;
const MEDIA_IS_BACK = "performance.now() - Math.min(instruments.seen.frameAt, instruments.seen.soundAt) < 500";

/** Waits within the page until it is so: looking from outside costs more than the call. */
async function waitInPage(person: ChromiumPerson, expression: string): Promise<void> {
  await person.evaluate(`new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const look = setInterval(() => {
      const isLate = performance.now() - startedAt > ${PATIENCE_MS};
      if (!isLate && !(${expression})) return;
      clearInterval(look);
      isLate ? reject(new Error("It never came true")) : resolve();
    }, 50);
  })`);
}

/**
 * Breaks something and returns for how long neither picture nor sound came at the end that missed them longest, in
 * milliseconds. Fails if neither end noticed: then nothing was broken.
 */
async function measureGap(
  people: readonly ChromiumPerson[],
  breakIt: () => Promise<void>,
  goneExpression = MEDIA_IS_GONE,
): Promise<number> {
  for (const person of people) await person.evaluate("instruments.watchMedia()");
  await breakIt();
  await Promise.any(people.map((person) => waitInPage(person, goneExpression)));
  await Promise.all(people.map((person) => waitInPage(person, MEDIA_IS_BACK)));
  const gaps = await Promise.all(
    people.map((person) => person.evaluate<{ frames: number; sound: number }>("instruments.gaps")),
  );
  for (const person of people) await person.evaluate("clearInterval(instruments.watch)");
  return Math.max(...gaps.flatMap(({ frames, sound }) => [frames, sound]));
}

export async function playCut({ scene, caller, people }: Pair): Promise<void> {
  let saidMs = 0;
  let mendedAtMs = 0;
  await measureGap(people, async () => {
    const cutAtMs = performance.now();
    await scene.lab.cut("a");
    await Promise.all(people.map((person) => person.see("Reconnecting")));
    saidMs = performance.now() - cutAtMs;
    await caller.evaluate(`new Promise((resolve) => setTimeout(resolve, ${10_000 - saidMs}))`);
    await scene.lab.mend("a");
    mendedAtMs = performance.now();
  });
  const backMs = performance.now() - mendedAtMs;
  console.log(`link: reconnecting shown after ${Math.round(saidMs)} ms, media back after ${Math.round(backMs)} ms`);
  await Promise.all(people.map((person) => person.see("Connected with")));
  assert(saidMs < boundMs(3_000), `Said only after ${saidMs} ms`);
  assert(backMs < boundMs(4_000), `Media back only after ${backMs} ms`);
}

export async function playChangeOfAddress({ scene, people }: Pair): Promise<void> {
  const gaps: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    gaps.push(await measureGap(people, () => scene.lab.changeAddress("a"), IS_OVER));
    await Promise.all(people.map((person) => person.see("Connected with")));
  }
  const worst = percentile(gaps, 0.95);
  console.log(`address: media back after, ms: ${gaps.map(Math.round).join(" ")}; p95 ${Math.round(worst)}`);
  assert(worst < boundMs(4_000), `Media back only after ${worst} ms`);
}

export async function playCutOfUdp({ scene, caller, people }: Pair): Promise<void> {
  const backMs = await measureGap(people, () => scene.lab.blockUdp("a", true));
  console.log(`UDP: media back after ${Math.round(backMs)} ms`);
  assert(backMs < boundMs(10_000), `Media back only after ${backMs} ms`);
  await caller.page.getByTitle("Through a relay").waitFor({ state: "attached" });
}

export async function playRestartOfRelay({ scene, people }: Pair): Promise<void> {
  const backMs = await measureGap(people, async () => {
    await scene.stopRelay();
    await scene.startRelay();
  });
  console.log(`relay: media back after ${Math.round(backMs)} ms`);
  assert(backMs < boundMs(8_000), `Media back only after ${backMs} ms`);
}
