/** What calls cost the processor: ours, and a bare one beside it, with the same media over a path that loses nothing. */

import type { NetworkScene } from "../network/network_test_case.ts";
import { SIZES } from "./media.ts";
import { QualityCall, sleep, type Subject } from "./quality_scene.ts";

/** Two machines in one: with pictures of 720 lines two processors are full, and each call has another share of them seen. */
const SIZE = "half";
/** Ticks of the kernel's accounts in a second, on all that Linux runs on (`man 5 proc`, sysconf(_SC_CLK_TCK)). */
const TICKS = 100;
/** What comes first counts for neither: both ends open devices, and a bare call takes a while to its whole picture. */
const SETTLE_SECONDS = 5;
const WHOLE_SECONDS = 90;
const SECONDS = 20;

export type Cost = {
  /** Of all processes of both browsers, in percent of one processor. */
  readonly percent: number;
  /** The same for each picture that is received: a machine that is too slow for all of them would have it look less. */
  readonly perPicture: number;
  readonly framesPerSecond: number;
};

/** Ticks that all processes in the two homes have had so far. */
async function readTicks({ lab }: NetworkScene): Promise<number> {
  const lists = await Promise.all(
    (["a", "b"] as const).map((home) => lab.run(home, ["ip", "netns", "pids", lab.namespaceOf(home)])),
  );
  let ticks = 0;
  for (const pid of lists.flatMap((list) => list.split("\n").filter(Boolean))) {
    try {
      const stat = await Deno.readTextFile(`/proc/${pid}/stat`);
      // Behind the name, which may hold anything: the 14th and 15th fields are the times of user and system (`man 5 proc`).
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error; // It has ended.
    }
  }
  return ticks;
}

async function settle(call: QualityCall): Promise<void> {
  await sleep(call.caller, SETTLE_SECONDS);
  for (let second = 0; second < WHOLE_SECONDS; second++) {
    const ends = await call.measure(1);
    if (ends.every(({ width }) => width >= SIZES[SIZE][0])) return;
  }
  throw new Error("The picture never came to its whole size: the machine has too much else to do");
}

/** Of a call between two browsers on this machine. */
export async function measureCost(scene: NetworkScene, subject: Subject): Promise<Cost> {
  await using call = await QualityCall.open(scene, subject, SIZE);
  await settle(call);
  const [before, startedAtMs] = [await readTicks(scene), performance.now()];
  const ends = await call.measure(SECONDS);
  const [after, seconds] = [await readTicks(scene), (performance.now() - startedAtMs) / 1_000];
  const percent = 100 * (after - before) / TICKS / seconds;
  const framesPerSecond = ends.reduce((sum, end) => sum + end.framesPerSecond, 0) / ends.length;
  return { percent, perPicture: percent / framesPerSecond, framesPerSecond };
}
