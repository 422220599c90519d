/**
 * `deno task quality`: measures what is received in a call over bad paths, ours beside one as bare as WebRTC allows, and
 * prints the tables of docs/quality.md. Wants a machine with nothing else to do, for about a quarter of an hour; needs root.
 */

import { NetworkScene } from "../network/network_test_case.ts";
import { measureCost } from "./cost.ts";
import { QualityCall, type Received, sleep, type Subject } from "./quality_scene.ts";
import { measureUnseen } from "./unseen.ts";

const LOSSES = [0, 5, 10, 20, 30, 50];
const SUBJECTS: readonly Subject[] = ["plain", "ours"];
/** What a call takes to hear of a change and to follow it; and for how long it is measured then, in seconds. */
const SETTLE_SECONDS = 8;
const SECONDS = 20;
/** A path that gets narrow for half a minute. */
const WIDE = { mbitPerSecond: 2.5, queueMs: 300 };
const NARROW = { mbitPerSecond: 0.25, queueMs: 300 };
const HALF_MINUTE = 30;
/** How often each call's cost is measured, in turns: what else the machine does changes meanwhile. */
const COST_ROUNDS = 3;
/** How often a page is hidden and shown again. */
const UNSEEN_ROUNDS = 10;
/** How wide a picture may be on the narrow path and still be sharp. */
const SHARP_WIDTH_MAX = 480;

function worse(ends: readonly Received[], key: keyof Received): number {
  return Math.max(...ends.map((end) => end[key]));
}

async function open(scene: NetworkScene, subject: Subject): Promise<QualityCall> {
  await scene.lab.lose("a", 0);
  return await QualityCall.open(scene, subject);
}

async function measureLosses(scene: NetworkScene, subject: Subject): Promise<void> {
  await using call = await open(scene, subject);
  for (const percent of LOSSES) {
    await call.lose(percent);
    await sleep(call.caller, SETTLE_SECONDS);
    const ends = await call.measure(SECONDS);
    const [concealed, frozen] = [worse(ends, "concealedPercent"), worse(ends, "frozenPercent")];
    const widths = ends.map(({ width }) => width).join(" / ");
    const rates = ends.map((end) => Math.round(end.pictureKbitPerSecond)).join(" / ");
    console.log(
      `| ${subject} | ${percent} % | ${concealed.toFixed(1)} % | ${frozen.toFixed(1)} % | ${widths} | ${rates} |`,
    );
  }
}

/** Seconds until it is so, looked at once a second; Infinity if it never is. */
async function waitFor(call: QualityCall, isSo: (ends: readonly Received[]) => boolean, seconds: number) {
  for (let second = 1; second <= seconds; second++) if (isSo(await call.measure(1))) return second;
  return Infinity;
}

async function measureDip(scene: NetworkScene, subject: Subject): Promise<void> {
  for (const home of ["a", "b"] as const) await scene.lab.narrow(home, WIDE);
  await using call = await open(scene, subject);
  const narrow = async (path: typeof WIDE) => {
    for (const home of ["a", "b"] as const) await scene.lab.narrow(home, path);
  };
  const wideAfter = await waitFor(call, (ends) => ends.every(({ width }) => width >= 1280), HALF_MINUTE);
  await sleep(call.caller, SETTLE_SECONDS);
  await narrow(NARROW);
  const startedAtMs = performance.now();
  const sharpAfter = await waitFor(
    call,
    (ends) => ends.every(({ width, frozenPercent }) => width <= SHARP_WIDTH_MAX && frozenPercent < 50),
    HALF_MINUTE,
  );
  const left = HALF_MINUTE - (performance.now() - startedAtMs) / 1_000;
  const ends = left > 1 ? await call.measure(left) : [];
  await narrow(WIDE);
  const backAfter = await waitFor(call, (each) => each.every(({ width }) => width >= 1280), 2 * HALF_MINUTE);
  const concealed = ends.length === 0 ? NaN : worse(ends, "concealedPercent");
  console.log(`| ${subject} | ${wideAfter} s | ${sharpAfter} s | ${concealed.toFixed(1)} % | ${backAfter} s |`);
}

/** Seconds, sorted. */
async function measureHidden(scene: NetworkScene): Promise<void> {
  await using call = await open(scene, "ours");
  const gone: number[] = [];
  const back: number[] = [];
  for (let round = 0; round < UNSEEN_ROUNDS; round++) {
    const { goneMs, backMs } = await measureUnseen(call);
    gone.push(goneMs);
    back.push(backMs);
  }
  const say = (all: number[]) => all.toSorted((a, b) => a - b).map((ms) => (ms / 1_000).toFixed(2)).join(" ");
  console.log(`\nHidden: the last picture after ${say(gone)} s; seen again: the next after ${say(back)} s`);
}

await using scene = await NetworkScene.create({ nats: { a: "cone", b: "cone" }, hasRelay: false });
console.log(
  "|  | lost each way | sound made up | picture frozen | width | kbit/s of pictures |\n|---|---|---|---|---|---|",
);
for (const subject of SUBJECTS) await measureLosses(scene, subject);
console.log(
  "\n|  | 1280 wide after | fit for 250 kbit/s after | sound made up then | 1280 wide again after |\n|---|---|---|---|---|",
);
for (const subject of SUBJECTS) await measureDip(scene, subject);
for (const home of ["a", "b"] as const) await scene.lab.widen(home);
await measureHidden(scene);
await scene.lab.lose("a", 0);
console.log("\n|  | percent of a processor | pictures a second | percent for each |\n|---|---|---|---|");
for (let round = 0; round < COST_ROUNDS; round++) {
  for (const subject of SUBJECTS) {
    const { percent, framesPerSecond, perPicture } = await measureCost(scene, subject);
    console.log(`| ${subject} | ${percent.toFixed(0)} | ${framesPerSecond.toFixed(1)} | ${perPicture.toFixed(2)} |`);
  }
}
