/**
 * Calls of people whose devices are denied, missing or fail: each is told so, calls or answers all the same, sees and
 * hears what there is, and is heard with what they have. `device_request_test.ts` has each error by its name.
 */

import { assertEquals } from "@std/assert";
import { browserTest, type Scene } from "./browser_test_case.ts";
import { type ChromiumPerson, WITHOUT_DEVICES } from "./chromium_person.ts";
import { assertMediaFlows, connect } from "./person.ts";

const DENIED = ["--use-fake-ui-for-media-stream=deny"];
const NO_CAMERA = ["--use-fake-device-for-media-stream=device-count=0"];
const NO_DEVICES = [WITHOUT_DEVICES];
const HEARS = "instruments.readMedia().then(({ audioEnergy }) => audioEnergy > 0)";

async function ring(caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await caller.call(await callee.readId());
  await callee.seeRinging();
}

async function end(caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await caller.press("Hang up");
  await callee.see("Call ended");
  for (const person of [caller, callee]) await person.press("Back");
}

/** Who is denied calls, and is called. */
async function playDenied(scene: Scene, other: ChromiumPerson): Promise<void> {
  const denied = await scene.open({ args: DENIED });
  const told = "Your camera and microphone are blocked for this page.";
  await ring(denied, other);
  await denied.see(told);
  await other.press("Accept");
  await assertMediaFlows(denied, { seconds: 1 });
  await end(denied, other);
  await ring(other, denied);
  await denied.press("Accept");
  await denied.see(told);
  await assertMediaFlows(denied, { seconds: 1 });
  await end(other, denied);
  await denied.page.close();
}

async function playWithoutCamera(scene: Scene, other: ChromiumPerson): Promise<void> {
  const caller = await scene.open({ args: NO_CAMERA });
  await ring(caller, other);
  await caller.see("No camera found.");
  assertEquals(await caller.evaluate("instruments.liveTracks"), ["audio"]);
  await other.press("Accept");
  await assertMediaFlows(caller, { seconds: 1 });
  await other.waitUntil(
    "instruments.connections.at(-1).getStats().then((stats) => " +
      "[...stats.values()].some(({ type, totalAudioEnergy }) => type === 'inbound-rtp' && totalAudioEnergy > 0))",
  );
  await end(caller, other);
  await caller.page.close();
}

async function playWithoutDevices(scene: Scene): Promise<void> {
  const [caller, other] = [await scene.open({ args: NO_DEVICES }), await scene.open()];
  await ring(caller, other);
  await caller.see("No camera or microphone found.");
  await other.press("Accept");
  await assertMediaFlows(caller, { seconds: 1 });
  await other.page.getByText("camera is off").waitFor();
  await end(caller, other);
  await other.page.close();
  await connect(caller, await scene.open({ args: NO_DEVICES }));
}

browserTest(
  "Who calls or answers with devices denied, without a camera or without any device is told so, and sees, hears and is heard",
  async (scene) => {
    const other = await scene.open();
    await playDenied(scene, other);
    await playWithoutCamera(scene, other);
    await other.page.close();
    await playWithoutDevices(scene);
  },
);

/** From now on the page's camera fails by this name. */
async function failCamera(person: ChromiumPerson, name: string): Promise<void> {
  await person.evaluate(`{
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (constraints) =>
      constraints.video ? Promise.reject(new DOMException("no", "${name}")) : open(constraints);
  }`);
}

browserTest(
  "A camera that another program has, or that is blocked, leaves the microphone working and has its sentence",
  async (scene) => {
    // Permissions are the whole browser's.
    const [caller, callee] = [await scene.open(), await scene.open({ isWhole: true })];
    await failCamera(caller, "NotReadableError");
    await failCamera(callee, "NotAllowedError");
    await ring(caller, callee);
    await caller.see("Another program is using your camera");
    await callee.press("Accept");
    await callee.see("Your camera is blocked for this page");
    for (const person of [caller, callee]) {
      await person.waitUntil(HEARS);
      assertEquals(await person.evaluate("instruments.liveTracks"), ["audio"]);
    }
  },
);
