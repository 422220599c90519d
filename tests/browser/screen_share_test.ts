/**
 * A screen that is shared in a call: seen beside the camera, without any negotiation, told at both ends, swapped by a
 * press, and gone by either button, with the call as it was. Whoever cancels hears nothing of it. How soon it is seen is
 * in `screen_share_time_test.ts`.
 */

import { assertEquals } from "@std/assert";
import { HAS_CHANGED_OVER, REMEMBER_CONNECTIONS } from "./change_over.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { openChat } from "./named_pair.ts";
import { assertMediaFlows, connect } from "./person.ts";

const SHARED = `document.querySelector("[aria-label='Shared screen']")`;
const NEGOTIATED = "instruments.connections.map(({ localDescription, remoteDescription }) => " +
  "[localDescription?.sdp, remoteDescription?.sdp])";
/** Keeps the tracks that the person shares. */
const WATCH_SHARER = `{
  const getDisplayMedia = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
  globalThis.shared = [];
  navigator.mediaDevices.getDisplayMedia = async (options) => {
    const stream = await getDisplayMedia(options);
    shared.push(...stream.getTracks());
    return stream;
  };
}`;

/** Whether the screen goes out whole, at so many pictures a second at most, with most of what both pictures take. */
const sendsScreenAt = (framesPerSecond: number) =>
  `(() => {
    const connection = instruments.connections.findLast((each) =>
      each.connectionState === "connected" && each.getTransceivers().length > 0);
    const [camera, screen] = connection.getTransceivers()
      .filter(({ receiver }) => receiver.track.kind === "video").map(({ sender }) => sender.getParameters().encodings[0]);
    return screen.maxFramerate === ${framesPerSecond} && (screen.scaleResolutionDownBy ?? 1) === 1 &&
      screen.maxBitrate > 5 * camera.maxBitrate;
  })()`;

async function seeScreen(person: ChromiumPerson): Promise<void> {
  await person.page.getByLabel("Shared screen", { exact: true }).waitFor();
  await person.waitUntil(`${SHARED}.getVideoPlaybackQuality().totalVideoFrames > 0`);
}

async function seeNoScreen(person: ChromiumPerson): Promise<void> {
  await person.page.getByLabel("Shared screen", { exact: true }).waitFor({ state: "detached" });
}

/** On a phone the panel of the chat stands below the screen that is shown, and covers nothing of it. */
async function seeBesideChat(person: ChromiumPerson): Promise<void> {
  const { page } = person;
  const before = page.viewportSize();
  await openChat(person);
  for (const [width, height] of [[360, 640], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await person.waitUntil(`(() => {
      const [screen, panel] = [${SHARED}, document.querySelector(".chat")].map((part) => part.getBoundingClientRect());
      return screen.height > 150 && screen.bottom <= panel.top + 1;
    })()`);
  }
  if (before !== null) await page.setViewportSize(before);
  await page.keyboard.press("Escape");
}

/** Whoever cancels hears nothing of it; what the system forbids is said, with what to do. */
async function playRefusals(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  await kim.evaluate("globalThis.getDisplayMedia = navigator.mediaDevices.getDisplayMedia");
  const refuse = (name: string, message: string) =>
    kim.evaluate(`navigator.mediaDevices.getDisplayMedia = async () => {
      globalThis.asked = (globalThis.asked ?? 0) + 1;
      throw new DOMException(${JSON.stringify(message)}, ${JSON.stringify(name)});
    }`);
  await refuse("NotAllowedError", "Permission denied");
  await kim.press("Share screen");
  await kim.waitUntil("globalThis.asked === 1");
  assertEquals(await kim.page.getByText(/record the screen|couldn’t be shared|nothing to share/).count(), 0);
  await refuse("NotAllowedError", "Permission denied by system");
  await kim.page.keyboard.press("s");
  await kim.see("privacy settings");
  assertEquals(await lee.page.getByLabel("Shared screen", { exact: true }).count(), 0);
  await kim.evaluate("navigator.mediaDevices.getDisplayMedia = getDisplayMedia");
}

/** Shares the screen by a press or a key, and ends it here or by the browser's own button. */
async function playShare(kim: ChromiumPerson, lee: ChromiumPerson, end: "button" | "browser"): Promise<void> {
  if (end === "button") await kim.press("Share screen");
  else await kim.page.keyboard.press("s");
  await seeScreen(lee);
  await Promise.all([kim.see("You’re sharing your screen"), lee.see("is sharing their screen")]);
  assertEquals(
    await kim.evaluate("shared.find(({ kind, readyState }) => kind === 'video' && readyState === 'live').contentHint"),
    "detail",
  );
  await kim.waitUntil(sendsScreenAt(15));
  if (end === "button") await seeBesideChat(lee);
  await kim.press("Smooth motion");
  await kim.waitUntil(
    "shared.some(({ contentHint, readyState }) => contentHint === 'motion' && readyState === 'live')",
  );
  await kim.waitUntil(sendsScreenAt(30));
  if (end === "button") await kim.press("Stop sharing");
  else await kim.evaluate("for (const track of shared) { track.stop(); track.dispatchEvent(new Event('ended')); }");
  await seeNoScreen(lee);
  await Promise.all([kim.see("no longer sharing your screen"), lee.see("no longer sharing their screen")]);
  assertEquals(await kim.evaluate("shared.every(({ readyState }) => readyState === 'ended')"), true);
}

/** Both may share at once, and a screen outlives a change of connection. */
async function playBoth(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  await Promise.all([kim, lee].map((person) => person.press("Share screen")));
  await Promise.all([kim, lee].map(seeScreen));
  await kim.evaluate(REMEMBER_CONNECTIONS);
  await kim.evaluate("dispatchEvent(new Event('online'))");
  await kim.waitUntil(HAS_CHANGED_OVER);
  for (const person of [kim, lee]) {
    const frames = await person.evaluate<number>(`${SHARED}.getVideoPlaybackQuality().totalVideoFrames`);
    await person.waitUntil(`${SHARED}.getVideoPlaybackQuality().totalVideoFrames > ${frames}`);
  }
}

/** The page of whoever sees the screen is loaded again: it is shared on, and nobody is asked again. */
async function playReload(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  const live = "shared.filter(({ readyState }) => readyState === 'live').map(({ id }) => id)";
  const before = await kim.evaluate<string[]>(live);
  await lee.page.reload();
  await seeScreen(lee);
  await lee.see("is sharing their screen");
  assertEquals([before.length > 0, await kim.evaluate(live)], [true, before], "What is shared is not what was");
  await kim.press("Stop sharing");
  await seeNoScreen(lee);
  assertEquals(await kim.evaluate(live), []);
}

browserTest(
  "A screen is shared without a negotiation, ends by either button, may be one of two, and outlives a change of connection and the viewer's page; whoever cancels hears nothing",
  async (scene) => {
    const [kim, lee] = [await scene.open(), await scene.open()];
    await connect(kim, lee);
    await assertMediaFlows(kim, { seconds: 1 });
    const before = await lee.evaluate<unknown[]>(NEGOTIATED);
    await playRefusals(kim, lee);
    await kim.evaluate(WATCH_SHARER);
    for (const end of ["button", "browser"] as const) await playShare(kim, lee, end);
    await Promise.all([kim, lee].map((person) => assertMediaFlows(person, { seconds: 1 })));
    // Where the machine has much else to do another connection may have taken over, which is no negotiation.
    const after = await lee.evaluate<unknown[]>(NEGOTIATED);
    assertEquals(after.slice(0, before.length), before, "Something was negotiated");
    await playBoth(kim, lee);
    await playReload(kim, lee);
  },
);

/** How large the other end's camera and its screen are shown, in square pixels. */
const SIZES = `["[aria-label='Remote video']", "[aria-label='Shared screen']"].map((name) => {
  const { width, height } = document.querySelector(name).getBoundingClientRect();
  return width * height;
})`;

const ZOOM = "new DOMMatrix(getComputedStyle(document.querySelector('.shared-screen')).transform)";

/** Zooms by wheel, pointer and keys, and moves what is zoomed. */
async function playZoom(viewer: ChromiumPerson): Promise<void> {
  const { mouse, keyboard } = viewer.page;
  await mouse.move(640, 400);
  await mouse.wheel(0, -300);
  await viewer.waitUntil(`${ZOOM}.a > 1.5`);
  await viewer.see("The shared screen is shown at 182 percent.");
  await mouse.down();
  await mouse.move(700, 430, { steps: 3 });
  await mouse.up();
  await viewer.waitUntil(`${ZOOM}.e === 60 && ${ZOOM}.f === 30`);
  await mouse.dblclick(640, 400);
  await viewer.waitUntil(`${ZOOM}.isIdentity`);
  await keyboard.press("+");
  await viewer.waitUntil(`${ZOOM}.a === 1.5`);
  await keyboard.press("0");
  await viewer.waitUntil(`${ZOOM}.isIdentity`);
  await keyboard.press("+");
}

browserTest(
  "The viewer sees screen and camera at once, zooms into it, and swaps them by a press, also where no screen can be shared",
  async (scene) => {
    const kim = await scene.open({
      prepare: async (page) => void await page.addInitScript("delete MediaDevices.prototype.getDisplayMedia"),
    });
    const lee = await scene.open();
    await connect(kim, lee);
    await lee.press("Share screen");
    await seeScreen(kim);
    assertEquals(await kim.page.getByRole("button", { name: "Share screen" }).count(), 0);
    await kim.waitUntil(`((sizes) => sizes[1] > 4 * sizes[0] && sizes[0] > 0)(${SIZES})`);
    await playZoom(kim);
    await kim.press("Swap pictures");
    await kim.waitUntil(`((sizes) => sizes[0] > 4 * sizes[1] && sizes[1] > 0)(${SIZES})`);
    await kim.press("Swap pictures");
    await kim.waitUntil(`((sizes) => sizes[1] > 4 * sizes[0])(${SIZES})`);
    await lee.press("Turn camera off");
    await kim.page.getByRole("button", { name: "Swap pictures" }).waitFor({ state: "detached" });
    await seeScreen(kim);
    await lee.press("Hang up");
    await kim.see("Call ended");
  },
);
