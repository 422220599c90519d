/** A call that stands when its server is killed: nothing of it is lost, and it is led and ended without one. */

import { assert, assertEquals } from "@std/assert";
import { browserTest } from "../browser/browser_test_case.ts";
import { type ChromiumPerson, MORE_PICTURES } from "../browser/chromium_person.ts";
import { Line, measure, report } from "./line.ts";

const IS_LONG = Deno.env.get("LONG") === "1";

/** Registered again this soon after the server is back, in milliseconds. */
const BACK_MS_MAX = 3_000;
/** How often that is measured. */
const RETURNS = IS_LONG ? 50 : 1;
/** Longest time without a new picture or sound that counts as none lost, in milliseconds; a look takes 100. */
const GAP_MS_MAX = 500;

type Gaps = { readonly frames: number; readonly sound: number };

/** Returns the longest time without a new picture or sound at either end while `body` runs, in milliseconds. */
async function measureGap(people: readonly ChromiumPerson[], body: () => Promise<void>): Promise<number> {
  await Promise.all(people.map((person) => person.evaluate("instruments.watchMedia()")));
  await body();
  const gaps = await Promise.all(people.map((person) => person.evaluate<Gaps>("instruments.gaps")));
  return Math.max(...gaps.flatMap(({ frames, sound }) => [frames, sound]));
}

/** Waits until the page has decoded this many more pictures: about 10 a second. */
async function watchPictures(person: ChromiumPerson, count: number): Promise<void> {
  const { framesDecoded } = await person.readMedia();
  await person.waitUntil(`instruments.readMedia().then((media) => media.framesDecoded > ${framesDecoded + count})`);
}

const HAS_CHANGED_OVER =
  `instruments.connections.filter(({ connectionState }) => connectionState !== "closed").length === 1 &&
  instruments.connections.length > 1 && instruments.connections.at(-1).connectionState === "connected"`;
/** Packets of picture and sound that were sent to this end and never came (W3C webrtc-stats `packetsLost`). */
const PACKETS_LOST = `instruments.connections.at(-1).getStats().then((report) =>
  [...report.values()].reduce((sum, stats) => sum + (stats.type === "inbound-rtp" ? stats.packetsLost : 0), 0))`;

async function readPacketsLost(people: readonly ChromiumPerson[]): Promise<number> {
  const counts = await Promise.all(people.map((person) => person.evaluate<number>(PACKETS_LOST)));
  return counts.reduce((sum, count) => sum + count, 0);
}

browserTest("A connected call loses nothing to a killed server, and is led and ended without one", async (scene) => {
  await using line = await Line.open(scene, [MORE_PICTURES]);
  const { caller, callee, people } = line;
  await line.connect();
  await Promise.all(people.map((person) => watchPictures(person, 20)));
  const registered = line.waitForRegistrations(people.length);
  for (const person of people) await person.evaluate("dispatchEvent(new Event('online'))");
  const quietMs = await measure(() => registered);

  const watch = () => watchPictures(caller, 30);
  const gapBeforeMs = await measureGap(people, watch);
  const lostBefore = await readPacketsLost(people);
  const gapMs = await measureGap(people, async () => {
    await scene.server.kill("SIGKILL");
    await watch();
  });
  const lost = await readPacketsLost(people) - lostBefore;
  const quietGapMs = Math.max(gapBeforeMs, await measureGap(people, watch)); // Others use this machine, now and then.
  console.log(
    `killed: ${lost} packets lost, longest gap ${Math.round(gapMs)} ms; without ${Math.round(quietGapMs)} ms`,
  );
  assertEquals(lost, 0, "Media was lost");
  assert(gapMs < Math.max(GAP_MS_MAX, 2 * quietGapMs), `Media stood still for ${gapMs} ms`);

  await caller.press("Mute");
  await callee.page.getByText("is muted").waitFor();
  await caller.press("Unmute");
  await callee.page.getByText("is muted").waitFor({ state: "detached" });

  // Another network, as far as the page can tell: it asks for another connection, over the one it has.
  await caller.evaluate("dispatchEvent(new Event('online'))");
  for (const person of people) await person.waitUntil(HAS_CHANGED_OVER);
  await Promise.all(people.map((person) => watchPictures(person, 20)));

  for (let round = 0; round < RETURNS; round++) {
    const registeredAgain = line.waitForRegistrations(people.length);
    await scene.restartServer();
    report("both registered again", await measure(() => registeredAgain), quietMs, BACK_MS_MAX);
    await scene.server.kill("SIGKILL");
  }
  await callee.press("Hang up");
  await line.see("Call ended");
});
