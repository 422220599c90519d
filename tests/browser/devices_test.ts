import { assertEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import { WITHOUT_DEVICES } from "./chromium_person.ts";
import { assertMediaFlows, connect } from "./person.ts";

const DENIED = ["--use-fake-ui-for-media-stream=deny"];
const NO_CAMERA = ["--use-fake-device-for-media-stream=device-count=0"];
const NO_DEVICES = [WITHOUT_DEVICES];

browserTest("A caller whose devices are denied is told so, calls all the same, and sees and hears", async (scene) => {
  const [caller, callee] = [await scene.open({ args: DENIED }), await scene.open()];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("Your camera and microphone are blocked for this page.");
  await callee.press("Accept");
  await assertMediaFlows(caller, { seconds: 1 });
});

browserTest("A callee whose devices are denied is told so, answers all the same, and sees and hears", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open({ args: DENIED })];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await callee.press("Accept");
  await callee.see("Your camera and microphone are blocked for this page.");
  await assertMediaFlows(callee, { seconds: 1 });
});

browserTest("A caller without a camera is told so, and is heard", async (scene) => {
  const [caller, callee] = [await scene.open({ args: NO_CAMERA }), await scene.open()];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("No camera found.");
  await callee.press("Accept");
  await assertMediaFlows(caller, { seconds: 1 });
  await callee.waitUntil("instruments.readMedia().then(({ audioEnergy }) => audioEnergy > 0)");
});

browserTest("A caller without devices is told so and receives", async (scene) => {
  const [caller, callee] = [await scene.open({ args: NO_DEVICES }), await scene.open()];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("No camera or microphone found.");
  await callee.press("Accept");
  await assertMediaFlows(caller, { seconds: 1 });
  await callee.page.getByText("camera is off").waitFor();
});

browserTest("Two people without any device connect", async (scene) => {
  const [caller, callee] = [await scene.open({ args: NO_DEVICES }), await scene.open({ args: NO_DEVICES })];
  await connect(caller, callee);
});

for (
  const [name, sentence] of [
    ["NotReadableError", "Another program is using your camera"],
    ["NotFoundError", "No camera found"],
    ["NotAllowedError", "Your camera is blocked for this page"],
  ] as const
) {
  browserTest(`A camera that fails with ${name} leaves the microphone working and has its sentence`, async (scene) => {
    const prepare = (page: import("playwright-core").Page) =>
      page.addInitScript(`{
        const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = (constraints) =>
          constraints.video ? Promise.reject(new DOMException("no", "${name}")) : open(constraints);
      }`).then(() => {});
    const [caller, callee] = [await scene.open({ prepare }), await scene.open()];
    await caller.call(await callee.readId());
    await callee.seeRinging();
    await caller.see(sentence);
    assertEquals(await caller.evaluate("instruments.liveTracks"), ["audio"]);
    await callee.press("Accept");
    await callee.waitUntil("instruments.readMedia().then(({ audioEnergy }) => audioEnergy > 0)");
  });
}

browserTest(
  "A page without HTTPS holds no key: it says what it needs, calls nobody and takes no call",
  async (scene) => {
    const insecure = scene.server.origin.replace("localhost", "127.0.0.1.nip.test");
    const args = ["--host-resolver-rules=MAP 127.0.0.1.nip.test 127.0.0.1"];
    const caller = await scene.open({ args });
    await caller.page.goto(insecure);
    await caller.page.getByText("HTTPS").first().waitFor();
    const id = await caller.readId();
    const other = await scene.open();
    await caller.call(await other.readId());
    await caller.see("This page has no key to prove that it’s you who calls. Open it by its https:// address");
    await caller.press("Back");
    await other.call(id);
    await other.see("can’t take this call. Ask");
    await caller.page.getByText("1 call came, but this page has no key to make sure of the caller").waitFor();
    assertEquals(await caller.evaluate("instruments.connections.length"), 0);
  },
);
