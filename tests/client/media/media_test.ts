/** Camera and microphone as calls have them: opened and closed, muted, refused, lost and had again. */

import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { WAITS_MS } from "../../../client/media/device.ts";
import { readMedia } from "../../../client/media/source.ts";
import { MediaWorld } from "../../doubles/media_world.ts";

const GIVE_UP_MS = WAITS_MS[2];
const SILENT = readMedia({ audio: false, video: false });

/** Both devices open, as in any call. */
async function openBoth(): Promise<MediaWorld> {
  const world = new MediaWorld({ permission: "prompt" });
  await world.settle();
  await world.media.open({ video: true });
  return world;
}

/** Whether an act has come to its end, as far as nothing more is due. */
async function isDone(world: MediaWorld, act: Promise<void>): Promise<boolean> {
  let done = false;
  void act.then(() => done = true);
  await world.settle();
  return done;
}

Deno.test("Media.open() asks for both devices at once, and has each track by its source", async () => {
  using world = await openBoth();
  const [sound, picture] = world.given;
  assertEquals(world.asked, ["audio video"]);
  assertEquals(world.media.tracks, { microphone: sound, camera: picture } as never);
  assertEquals(world.media.state, readMedia({ audio: true, video: true }));
  assertEquals(world.streamed, [sound, picture]);
  assertEquals([world.latest.audioProblem, world.latest.videoProblem], [null, null]);
});

Deno.test("Media.open() without video leaves a camera on that another call has, and asks for none where none is", async () => {
  using world = await openBoth();
  await world.media.open({ video: false });
  assertEquals(world.asked, ["audio video"], "The microphone was open already");
  assertEquals(world.given.map(({ readyState }) => readyState), ["live", "live"]);
  assertEquals(world.media.state, { ...SILENT, microphone: true, camera: true });
  assertEquals([world.media.wantsVideo, world.latest.isCameraOn], [true, true]);
  world.media.close();
  await world.media.open({ video: false });
  assertEquals(world.asked, ["audio video", "audio"]);
  assertEquals(world.media.state, { ...SILENT, microphone: true });
  assertEquals([world.media.wantsVideo, world.latest.isCameraOn], [false, false]);
});

Deno.test("Media.close() stops every device, and forgets switches and problems", async () => {
  using world = await openBoth();
  world.media.setMuted(true);
  world.media.setCameraOn(false);
  world.media.close();
  assert(world.given.every(({ readyState }) => readyState === "ended"));
  assertEquals(world.media.tracks, { microphone: null, camera: null });
  const { stream, isMuted, isCameraOn } = world.latest;
  assertEquals([stream, isMuted, isCameraOn, world.media.state], [null, false, true, SILENT]);
  const shown = world.shown.length;
  world.media.close();
  world.media.setCameraOn(true);
  assertEquals([world.shown.length, world.asked.length], [shown, 1], "A click that came as the call ended");
});

Deno.test("Media.setMuted() silences the track that there is and one that comes later", async () => {
  using world = await openBoth();
  world.media.setMuted(true);
  assertEquals([world.given[0]?.enabled, world.media.state.microphone, world.latest.isMuted], [false, false, true]);
  world.given[0]?.end();
  await world.pass(1_000);
  assertEquals(world.given.map(({ kind, enabled }) => [kind, enabled]), [
    ["audio", false],
    ["video", true],
    ["audio", false],
  ]);
  world.media.setMuted(false);
  assertEquals([world.given[2]?.enabled, world.media.state.microphone], [true, true]);
});

Deno.test("Media.setMuted() mutes no later call: not where nobody uses devices, nor for calls that were on hold from the start", async () => {
  using world = new MediaWorld();
  await world.settle();
  world.media.setMuted(true);
  await world.media.open({ video: false });
  assertEquals([world.given[0]?.enabled, world.latest.isMuted], [true, false], "A click that came as the call ended");
  world.media.close();
  world.media.rest();
  world.media.setMuted(true);
  assertEquals([world.asked.length, world.latest.isMuted], [1, true]);
  world.media.close();
  assertEquals(world.latest.isMuted, false);
  await world.media.open({ video: false });
  assertEquals(world.given[1]?.enabled, true);
});

Deno.test("Media.rest() opens nothing for calls that are on hold from the start, and keeps what is switched meanwhile", async () => {
  using world = new MediaWorld();
  await world.settle();
  await world.media.open({ video: true }, "preview");
  world.media.rest();
  assertEquals(world.media.tracks.camera === null, false, "The person looks at themselves meanwhile");
  world.media.setMuted(true);
  world.media.close("preview");
  world.media.rest();
  assert(world.given.every(({ readyState }) => readyState === "ended"));
  const asked = world.asked.length;
  world.media.setCameraOn(false);
  assertEquals([world.asked.length, world.latest.isMuted, world.latest.isCameraOn], [asked, true, false]);
  await world.media.open({ video: false });
  assertEquals([world.given.at(-1)?.kind, world.given.at(-1)?.enabled], ["audio", false], "Muted as it was left");
});

Deno.test("Media.setMuted() tries a microphone once more that was refused, when it is turned on", async () => {
  using world = new MediaWorld();
  await world.settle();
  world.refusals.microphone = "NotReadableError";
  const opening = world.media.open({ video: false });
  await world.pass(10_000);
  await opening;
  assertEquals([world.latest.audioProblem, world.media.state.microphone], ["in-use", false]);
  delete world.refusals.microphone;
  world.media.setMuted(false);
  await world.settle();
  assertEquals([world.latest.audioProblem, world.media.state.microphone], [null, true]);
});

Deno.test("Media.setCameraOn() stops the camera and opens it again, and leaves the microphone alone", async () => {
  using world = await openBoth();
  world.media.setCameraOn(false);
  assertEquals(world.given.map(({ readyState }) => readyState), ["live", "ended"], "Its light is out");
  assertEquals([world.media.tracks.camera, world.latest.isCameraOn], [null, false]);
  world.media.setCameraOn(true);
  await world.settle();
  assertEquals(world.asked, ["audio video", "video"]);
  assertEquals(world.media.tracks, { microphone: world.given[0], camera: world.given[2] } as never);
});

Deno.test("Media goes on with what there is, and says what is missing", async () => {
  using world = new MediaWorld({ permission: "prompt" });
  await world.settle();
  world.refusals.camera = "NotFoundError";
  const opening = world.media.open({ video: true });
  await world.pass(10_000);
  await opening;
  assertEquals(world.media.state, { ...SILENT, microphone: true });
  const { audioProblem, videoProblem, isCameraOn } = world.latest;
  assertEquals([audioProblem, videoProblem, isCameraOn], [null, "not-found", false]);
});

Deno.test("Media says that a page without HTTPS is given nothing", async () => {
  using world = new MediaWorld({ isSecure: false });
  await world.settle();
  const opening = world.media.open({ video: true });
  await world.pass(10_000);
  await opening;
  assertEquals([world.latest.audioProblem, world.latest.videoProblem], ["insecure", "insecure"]);
});

Deno.test("Media.open() waits for the person's word no longer than 8 s, and uses what comes later", async () => {
  using world = new MediaWorld({ permission: "prompt" });
  await world.settle();
  world.isHeld = true;
  const opening = world.media.open({ video: true });
  await world.pass(GIVE_UP_MS - 1);
  assertEquals([await isDone(world, opening), world.latest.audioProblem], [false, "asked"]);
  await world.pass(1);
  assertEquals(await isDone(world, opening), true);
  await world.answer();
  assertEquals(world.media.state, readMedia({ audio: true, video: true }));
  assertEquals(world.latest.audioProblem, null);
});

Deno.test("Media stops what comes when the call is over", async () => {
  using world = new MediaWorld({ permission: "prompt" });
  await world.settle();
  world.isHeld = true;
  void world.media.open({ video: true });
  await world.settle();
  world.media.close();
  await world.answer();
  assertEquals(world.given.map(({ readyState }) => readyState), ["ended", "ended"]);
  assertEquals([world.media.tracks, world.latest.stream], [{ microphone: null, camera: null }, null]);
});

Deno.test("Media asks for each device by itself where the answer is known, so that one that hangs holds up no other", async () => {
  using world = new MediaWorld({ permission: "granted" });
  await world.settle();
  await world.media.open({ video: true });
  assertEquals(world.asked, ["audio", "video"]);
});

Deno.test("Media opens a lost device again by itself, and shows another stream when it has", async () => {
  using world = await openBoth();
  const { stream } = world.latest;
  world.given[0]?.end();
  assertEquals([world.media.tracks.microphone, world.media.state.microphone], [null, false]);
  await world.pass(1_000);
  const [, picture, sound] = world.given;
  assertEquals(world.media.tracks, { microphone: sound, camera: picture } as never);
  assert(world.latest.stream !== stream);
  assertEquals([world.streamed, world.latest.audioProblem], [[sound, picture], null]);
});

Deno.test("Media says that a device was unplugged, and has it again when it is back", async () => {
  using world = await openBoth();
  world.given[1]?.stop();
  await world.plug("camera", false);
  world.given[1]?.onended?.();
  await world.pass(10_000);
  assertEquals([world.latest.videoProblem, world.media.state.camera], ["not-found", false]);
  await world.plug("camera", true);
  await world.pass(10_000);
  assertEquals([world.latest.videoProblem, world.media.state], [null, readMedia({ audio: true, video: true })]);
});

Deno.test("Media tells a track that the system mutes from one that the person does", async () => {
  using world = await openBoth();
  world.given[0]?.silence(true);
  assertEquals([world.media.state.microphone, world.latest.audioProblem, world.latest.isMuted], [
    ...[false, "silenced", false],
  ]);
  world.given[0]?.silence(false);
  assertEquals([world.media.state.microphone, world.latest.audioProblem], [true, null]);
});

Deno.test("Media shows the same stream while its tracks are the same, and nothing of a track that it has let go", async () => {
  using world = await openBoth();
  const { stream } = world.latest;
  world.media.setMuted(true);
  assertStrictEquals(world.latest.stream, stream);
  world.media.setCameraOn(false);
  await world.settle();
  const shown = world.shown.length;
  world.given[1]?.end();
  world.given[1]?.silence(true);
  await world.settle();
  assertEquals(world.shown.length, shown);
});

Deno.test("A call takes what a look before it has opened, as it is, and keeps it when the look ends", async () => {
  using world = new MediaWorld({ permission: "prompt" });
  await world.settle();
  await world.media.open({ video: true }, "preview");
  world.media.setMuted(true);
  const { stream } = world.latest;
  world.media.close(); // As calls do with whatever becomes of one that only rings.
  await world.media.open({ video: true });
  world.media.close("preview");
  assertEquals([world.asked, world.latest.isMuted], [["audio video"], true]);
  assertStrictEquals(world.latest.stream, stream, "No element has to take another");
  assertEquals(world.given.map(({ readyState }) => readyState), ["live", "live"]);
  world.media.close();
  assertEquals(world.given.map(({ readyState }) => readyState), ["ended", "ended"]);
  assertEquals(world.latest.isMuted, false);
});

Deno.test("A look before a call that is left closes the devices, also those that open only then", async () => {
  using world = new MediaWorld({ permission: "prompt" });
  await world.settle();
  await world.media.open({ video: true }, "preview");
  world.media.close("preview");
  assertEquals([world.given.map(({ readyState }) => readyState), world.latest.stream], [["ended", "ended"], null]);
  world.isHeld = true;
  void world.media.open({ video: true }, "preview");
  await world.settle();
  world.media.close("preview");
  await world.answer();
  assert(world.given.every(({ readyState }) => readyState === "ended"));
});

Deno.test("Whoever hides in a look before a call is hidden in the one that they accept from it, and in no later one", async () => {
  using world = await openBoth();
  assertEquals(world.media.isHidden, false);
  world.media.setCameraOn(false);
  assertEquals(world.media.isHidden, false, "In a call the button that accepts says it");
  world.media.close();
  await world.media.open({ video: true }, "preview");
  world.media.setCameraOn(false);
  assertEquals([world.media.isHidden, world.media.wantsVideo], [true, false]);
  world.media.close("preview");
  assertEquals([world.media.isHidden, world.media.wantsVideo], [false, true]);
});

Deno.test("Media says that its person is about to join while the browser asks them, and no longer than that", async () => {
  using world = new MediaWorld({ permission: "prompt" });
  await world.settle();
  world.isHeld = true;
  void world.media.open({ video: true });
  await world.settle();
  assertEquals(world.media.state, { ...SILENT, isJoining: true }, "From the first moment on: nothing flashes before");
  await world.answer();
  assertEquals(world.media.state, readMedia({ audio: true, video: true }));
  world.media.setMuted(true);
  assertEquals(world.media.state, readMedia({ audio: false, video: true }), "Muted is no joining");
  world.media.close();
  assertEquals(world.media.state, SILENT);
});

Deno.test("Who is heard already is not about to join while the browser asks for their camera", async () => {
  using world = new MediaWorld({ permission: "prompt" });
  await world.settle();
  await world.media.open({ video: false });
  world.isHeld = true;
  world.media.setCameraOn(true);
  await world.settle();
  assertEquals(world.asked, ["audio", "video"]);
  assertEquals(world.media.state, { ...SILENT, microphone: true });
});

Deno.test("Whom the browser refuses, or need not ask, is never about to join", async () => {
  using world = new MediaWorld();
  await world.settle();
  world.isHeld = true;
  void world.media.open({ video: true });
  await world.settle();
  assertEquals(world.media.state, SILENT, "Devices that were allowed once only start");
  await world.answer();
  world.media.close();
  world.refusals.microphone = world.refusals.camera = "NotAllowedError";
  void world.media.open({ video: true });
  await world.pass(GIVE_UP_MS);
  assertEquals(world.media.state, SILENT);
});
