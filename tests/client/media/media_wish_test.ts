/** Another device in place of the one in use: without a gap where both can be open, and never in place of nothing. */

import { assertEquals } from "@std/assert";
import { MediaWorld } from "../../doubles/media_world.ts";

/** A call with both devices, in a browser that lets the page open them. */
async function openBoth(): Promise<MediaWorld> {
  const world = new MediaWorld();
  await world.settle();
  await world.media.open({ video: true });
  return world;
}

function statesOf({ given }: MediaWorld): string[] {
  return given.map(({ deviceId, readyState }) => `${deviceId} ${readyState}`);
}

Deno.test("Media.wish() has one device go on until the other is there, and then stops it", async () => {
  using world = await openBoth();
  world.isHeld = true;
  world.media.wish("microphone", { deviceId: "headset" }, { isAsked: true });
  await world.settle();
  assertEquals(statesOf(world), ["microphone live", "camera live"]);
  assertEquals([world.media.state.microphone, world.latest.audioProblem], [true, null]);
  await world.answer();
  assertEquals(statesOf(world), ["microphone ended", "camera live", "headset live"]);
  assertEquals(world.media.tracks.microphone, world.given[2] as never);
  assertEquals([world.media.state.microphone, world.latest.audioProblem], [true, null]);
});

Deno.test("Media.wish() leaves the device in use as it is where the other cannot be opened, and tells", async () => {
  using world = await openBoth();
  const failed: string[] = [];
  world.media.watch = { found: () => {}, failed: (source, problem) => void failed.push(`${source} ${problem}`) };
  world.taken.add("headset");
  world.media.wish("microphone", { deviceId: "headset" }, { isAsked: true });
  await world.pass(10_000);
  assertEquals(statesOf(world), ["microphone live", "camera live"]);
  assertEquals([failed, world.latest.audioProblem], [["microphone in-use"], null]);
});

Deno.test("Media.wish() uses what was wished last, in whatever order they open", async () => {
  using world = await openBoth();
  world.isHeld = true;
  world.media.wish("microphone", { deviceId: "headset" }, { isAsked: true });
  world.media.wish("microphone", { deviceId: "stand" }, { isAsked: true });
  await world.settle();
  await world.answer();
  assertEquals(statesOf(world), ["microphone ended", "camera live", "headset ended", "stand live"]);
  assertEquals(world.media.tracks.microphone, world.given[3] as never);
});

Deno.test("Media.wish() closes a camera first where two cannot be open, and keeps what is muted muted", async () => {
  using world = await openBoth();
  world.isHeld = true;
  world.media.wish("camera", { facingMode: "environment" }, { isAsked: true, isBeside: false });
  await world.settle();
  assertEquals(statesOf(world), ["microphone live", "camera ended"]);
  await world.answer();
  assertEquals(statesOf(world), ["microphone live", "camera ended", "camera live"]);
  world.media.setMuted(true);
  world.media.wish("microphone", { deviceId: "headset" }, { isAsked: true });
  await world.settle();
  assertEquals(world.given.map(({ enabled }) => enabled), [false, true, true, false]);
});

Deno.test("Media.wish() asks for nothing while nothing is wanted, and for that device once something is", async () => {
  using world = new MediaWorld();
  await world.settle();
  world.media.wish("microphone", { deviceId: "headset" });
  assertEquals(world.asked, []);
  await world.media.open({ video: false });
  assertEquals(statesOf(world), ["headset live"]);
});

Deno.test("Media lets go of what it switches to when the call ends meanwhile", async () => {
  using world = await openBoth();
  world.isHeld = true;
  world.media.wish("microphone", { deviceId: "headset" }, { isAsked: true });
  await world.settle();
  world.media.close();
  await world.answer();
  assertEquals(statesOf(world), ["microphone ended", "camera ended", "headset ended"]);
});

Deno.test("Media waits for the other device where the one in use ends meanwhile, without asking for a third", async () => {
  using world = await openBoth();
  world.isHeld = true;
  world.media.wish("microphone", { deviceId: "headset" }, { isAsked: true });
  await world.settle();
  world.given[0]?.end();
  await world.settle();
  await world.answer();
  assertEquals(statesOf(world), ["microphone ended", "camera live", "headset live"]);
  assertEquals(world.asked.length, 3);
});

Deno.test("Media.wish() leaves by itself no device that works for one that the browser might ask about", async () => {
  using world = new MediaWorld({ permission: "prompt" });
  await world.settle();
  await world.media.open({ video: true });
  world.media.wish("microphone", { deviceId: "headset" });
  await world.settle();
  assertEquals(world.asked, ["audio video"]);
  world.media.wish("microphone", { deviceId: "headset" }, { isAsked: true });
  await world.settle();
  assertEquals(world.asked, ["audio video", "audio"]);
});
