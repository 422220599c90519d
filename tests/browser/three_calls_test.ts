/**
 * One page in three calls at once, where its build allows them: the rules of calls, the lines, the proofs and the devices
 * take more than one at once, whatever the screen shows. The page that people get puts all but one on hold.
 */

import { dirname } from "node:path";
import { assertEquals } from "@std/assert";
import { BuiltCopy, replaceIn } from "../doubles/built_copy.ts";
import { startServerProcess } from "../doubles/server_process.ts";
import { until } from "../doubles/until.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { READ_RECORDS } from "./kept_records.ts";
import { assertMediaFlows, PATIENCE_MS } from "./person.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Has the page put none on hold for another, and ask how each is to be answered. */
async function hearAll(folder: string): Promise<void> {
  await replaceIn(`${folder}/client/engine.ts`, "isOneHeard: true", "isOneHeard: false");
  const line = `${folder}/client/features/hold/screen/quiet_line.tsx`;
  await replaceIn(line, `const talking = front !== null &&`, `const talking = front !== null && false &&`);
}

type Received = readonly [frames: number, sound: number];

/** Of each connection of the page that is open: how many pictures and how much sound it has received. */
function readEach(person: ChromiumPerson): Promise<Received[]> {
  return person.evaluate(`Promise.all(instruments.connections
    .filter((connection) => connection.connectionState === "connected")
    .map(async (connection) => {
      const received = [...(await connection.getStats()).values()].filter(({ type }) => type === "inbound-rtp");
      const sum = (key) => received.reduce((total, stats) => total + (stats[key] ?? 0), 0);
      return [sum("framesDecoded"), sum("totalAudioEnergy")];
    }))`);
}

/** How much sound the page has had to play in all its calls, in seconds; silence counts. */
const PLAYED = `Promise.all(instruments.connections
  .filter(({ connectionState }) => connectionState === "connected").map((each) => each.getStats()))
  .then((all) => all.flatMap((stats) => [...stats.values()])
    .reduce((sum, { totalSamplesDuration = 0 }) => sum + totalSamplesDuration, 0))`;

/** Whether all pictures that the page sends take together no more than one call would. */
const SHARES_BUDGET = `(() => {
  const sent = instruments.connections.filter(({ connectionState }) => connectionState === "connected")
    .flatMap((each) => each.getSenders()).filter(({ track }) => track?.kind === "video")
    .map((sender) => sender.getParameters().encodings[0]);
  return sent.length === 2 && sent.every(({ maxBitrate }) => maxBitrate > 0) &&
    sent.reduce((sum, { active, maxBitrate }) => sum + (active ? maxBitrate : 0), 0) <= 2_500_000;
})()`;

/**
 * Whether pictures and sound come while half a second of sound is played out: that goes by how much the page has had to
 * play, and not by how busy the machine is.
 */
async function readGrowth(guest: ChromiumPerson): Promise<[sees: boolean, hears: boolean]> {
  const [before, playedBefore] = [await guest.readMedia(), await guest.evaluate(PLAYED)];
  await guest.waitUntil(`${PLAYED}.then((played) => played - ${playedBefore} >= 0.5)`);
  const { framesDecoded, audioEnergy } = await guest.readMedia();
  return [framesDecoded > before.framesDecoded, audioEnergy - before.audioEnergy > 1e-6];
}

/** Waits until that is what comes: a device that is off sends silence, or black, for a moment; then nothing comes. */
function gets(guest: ChromiumPerson, { picture, sound }: { picture: boolean; sound: boolean }): Promise<void> {
  const isSo = async () => (await readGrowth(guest)).join() === [picture, sound].join();
  return until(isSo, `picture ${picture}, sound ${sound}`, PATIENCE_MS);
}

const isTold = (guest: ChromiumPerson, words: string, is: boolean) =>
  guest.waitUntil(`document.querySelector(".stage").textContent.includes(${JSON.stringify(words)}) === ${is}`);

browserTest(
  "A page in three calls sees and hears all three, each gets what it is to get, and one that hangs up leaves the others",
  async (scene) => {
    await using copy = await BuiltCopy.create(hearAll);
    await scene.server.kill();
    scene.server = await startServerProcess({ folder: dirname(copy.staticFolder), script: `${ROOT}server.ts` });
    const host = await scene.open();
    const id = await host.readId();
    const guests: ChromiumPerson[] = [];
    const ids: string[] = [];
    for (const answer of ["Accept", "Accept without video", "Accept"]) {
      const guest = await scene.open();
      ids.push(await guest.readId());
      await guest.call(id);
      if (guests.length > 0) await host.press("Show");
      guests.push(guest);
      await host.seeRinging();
      await host.press(answer);
      await guest.see("Connected with");
      if (answer !== "Accept") await isTold(guest, "camera is off", true);
    }
    const [first, second, third] = guests as [ChromiumPerson, ChromiumPerson, ChromiumPerson];
    await host.waitUntil(
      "instruments.connections.filter((each) => each.connectionState === 'connected').length === 3",
    );
    await host.waitUntil(SHARES_BUDGET);
    const before = await readEach(host);
    const hasGrown = ([frames, sound]: Received, index: number) =>
      frames > (before[index]?.[0] ?? NaN) && sound > (before[index]?.[1] ?? NaN);
    await until(async () => (await readEach(host)).every(hasGrown), "all three are seen and heard");
    // The host has seen all three; from here on it is what they get that is looked at.
    await Promise.all(guests.map((guest) => guest.press("Turn camera off")));
    // Whom a call is with is known from then on, whichever of them has the screen.
    await host.waitUntil(`${READ_RECORDS}.then((records) => ${JSON.stringify(ids)}.every((id) =>
      records["known-peers"]?.some(({ peerId }) => peerId === id)))`);
    const late = await scene.open();
    await late.readId();
    await late.call(id);
    await late.see("On another call");
    await late.page.close();

    // Taken without video beside the others, whose picture goes on.
    await Promise.all(guests.map((guest) => gets(guest, { picture: guest !== second, sound: true })));
    await host.press("Mute");
    await host.press("Turn camera off");
    await Promise.all(guests.flatMap((guest) => [
      gets(guest, { picture: false, sound: false }),
      isTold(guest, "is muted", true),
      isTold(guest, "camera is off", true),
    ]));
    await host.press("Unmute");
    await Promise.all(
      guests.flatMap((guest) => [gets(guest, { picture: false, sound: true }), isTold(guest, "is muted", false)]),
    );
    await host.press("Turn camera on");
    await Promise.all(
      guests.flatMap((guest) => [gets(guest, { picture: true, sound: true }), isTold(guest, "camera is off", false)]),
    );

    await first.press("Hang up");
    await host.waitUntil(
      "instruments.connections.filter((each) => each.connectionState === 'connected').length === 2",
    );
    await Promise.all([second, third].map((guest) => assertMediaFlows(guest, { seconds: 1 })));
    assertEquals(await host.evaluate("instruments.liveTracks.toSorted()"), ["audio", "video"]);
  },
);
