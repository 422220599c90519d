/**
 * Two people point at a shared screen and draw on it, from both ends: by mouse and keys, zoomed or not, each in a colour of
 * their own, until it fades. With LONG=1 the delay from one end's pointer to the other's picture is held to its figure, and
 * the small window is looked at too.
 */

import { assert, assertEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { openPair } from "./named_pair.ts";
import { connect } from "./person.ts";

const IS_LONG = Deno.env.get("LONG") === "1";
/** Places that the delay is taken of, and what 95 of 100 keep within, in milliseconds. */
const SAMPLES = IS_LONG ? 600 : 6;
const DELAY_MS_MAX = 150;

/** The last place of the strokes with this class, in parts of the picture; null while there is none. */
const lastPlace = (of: string, within: string) =>
  `(document.querySelector("${within} .of-${of} polyline:not(.edge)")?.getAttribute("points").split(" ").map(Number).slice(-2) ?? null)`;

/** Notes when the pointer was where, in parts of the picture's width: the picture has the form of its window. */
const NOTE_POINTER = `{
  globalThis.pointed = [];
  addEventListener("pointermove", ({ clientX, timeStamp }) => {
    const { videoWidth, videoHeight } = document.querySelector("video.shared-screen");
    const width = videoWidth * Math.min(innerWidth / videoWidth, innerHeight / videoHeight);
    pointed.push([(clientX - innerWidth / 2) / width + 0.5, performance.timeOrigin + timeStamp]);
  }, true);
}`;
/** Notes when a frame with the other end's stroke has been painted, and how far to the right it went. */
const NOTE_PAINTED = `{
  globalThis.painted = [];
  let isAwaited = false;
  new MutationObserver(() => {
    const place = ${lastPlace("callee", ".own-screen")};
    if (place === null || isAwaited) return;
    isAwaited = true;
    requestAnimationFrame(() => {
      isAwaited = false;
      const { port1, port2 } = new MessageChannel();
      const [x] = ${lastPlace("callee", ".own-screen")} ?? [0];
      port1.onmessage = () => painted.push([x, performance.timeOrigin + performance.now()]);
      port2.postMessage(null); // Comes when the frame is over.
    });
  }).observe(document.body, { childList: true, subtree: true, attributes: true });
}`;

function button({ page }: ChromiumPerson, name: string) {
  return page.getByRole("button", { name, exact: true });
}

async function seeScreen(person: ChromiumPerson): Promise<void> {
  await person.waitUntil(`document.querySelector("video.shared-screen")?.videoWidth > 0`);
}

/** Draws from left to right, a pixel or so at a time, and tells what delays the other end saw. */
async function measureDelays(from: ChromiumPerson, to: ChromiumPerson): Promise<number[]> {
  await Promise.all([from.evaluate(NOTE_POINTER), to.evaluate(NOTE_PAINTED)]);
  const { mouse } = from.page;
  await mouse.move(240, 500);
  await mouse.down();
  for (let at = 1; at <= SAMPLES; at++) {
    await mouse.move(240 + 800 * at / SAMPLES, 500);
    await from.evaluate("new Promise(requestAnimationFrame)"); // A hand gives no more than one place a frame.
  }
  // Whatever is later is not seen in time.
  if (IS_LONG) await from.evaluate("new Promise((resolve) => setTimeout(resolve, 1_000))");
  await to.waitUntil("painted.length > 0");
  await mouse.up();
  const [pointed, painted] = await Promise.all([
    from.evaluate<[number, number][]>("pointed"),
    to.evaluate<[number, number][]>("painted"),
  ]);
  return pointed.slice(1).flatMap(([x, atMs]) => {
    const shown = painted.find(([paintedX, shownAtMs]) => paintedX >= x - 1e-6 && shownAtMs >= atMs);
    return shown === undefined ? [] : [shown[1] - atMs];
  });
}

browserTest("Both ends point at a shared screen and draw on it, each in a colour of their own", async (scene) => {
  const [kim, lee] = await openPair(scene);
  await kim.press("Share screen");
  await seeScreen(lee);
  // Nothing is drawn before somebody asks for it.
  await lee.page.mouse.move(640, 400);
  await lee.page.mouse.down();
  await lee.page.mouse.move(660, 400, { steps: 3 });
  await lee.page.mouse.up();
  assertEquals(await lee.page.locator(".drawing :is(polyline, circle)").count(), 0);

  await lee.press("Draw");
  await button(lee, "Stop drawing").waitFor();
  await lee.page.mouse.move(640, 400);
  await kim.see(/is pointing/);
  await lee.page.mouse.wheel(0, -300);
  await lee.see("The shared screen is shown at 182 percent.");
  // Zoomed around its middle, a place is so much nearer to it.
  await lee.page.mouse.down();
  await lee.page.mouse.move(640 + 182, 400, { steps: 4 });
  await lee.page.mouse.up();
  await kim.waitUntil(`document.querySelector(".own-screen .of-callee polyline") !== null`);
  await kim.see(/is drawing/);
  const width = await lee.evaluate<number>(
    `(({ videoWidth, videoHeight }) => videoWidth * Math.min(1280 / videoWidth, 800 / videoHeight))
      (document.querySelector("video.shared-screen"))`,
  );
  await kim.waitUntil(`((place) => Math.abs(place?.[0] - ${0.5 + 182 / Math.exp(0.6) / width}) < 0.002 &&
    Math.abs(place[1] - 0.5) < 0.002)(${lastPlace("callee", ".own-screen")})`);
  await lee.page.keyboard.press("0");

  // On a phone the chat takes half of the screen's place, and what is drawn stays with the screen.
  await lee.page.setViewportSize({ width: 360, height: 740 });
  await lee.press("Chat");
  await lee.waitUntil(`((video, over) => video.height < innerHeight / 2 && over.height === video.height)(
    ...[".shared-screen", ".over-screen"].map((each) => document.querySelector(each).getBoundingClientRect()))`);
  await lee.press("Close chat");
  await lee.page.setViewportSize({ width: 1280, height: 800 });
  // What has been drawn and said is gone some seconds later, at both ends.
  for (const person of [kim, lee]) await person.page.locator(".drawing polyline.edge").waitFor({ state: "detached" });

  await kim.page.keyboard.press("d");
  await kim.page.locator(".own-screen:not(.aside)").waitFor();
  await kim.page.mouse.move(500, 300);
  await kim.page.mouse.down();
  await kim.page.mouse.move(560, 320, { steps: 4 });
  await kim.page.mouse.up();
  await lee.page.locator(".over-screen .of-caller polyline").first().waitFor({ state: "attached" });
  await lee.page.locator(".over-screen text", { hasText: "Kim" }).waitFor();
  await lee.see("Kim is drawing.");
  const dot = `document.querySelector(".of-caller .dot")?.getAttribute("transform")`;
  const before = await Promise.all([kim, lee].map((person) => person.evaluate<string>(dot)));
  await kim.page.keyboard.press("ArrowRight");
  await kim.page.keyboard.press("Shift+ArrowDown");
  for (const [index, person] of [kim, lee].entries()) {
    await person.waitUntil(`![undefined, ${JSON.stringify(before[index])}].includes(${dot})`);
  }

  // At the picture's edge the name is on the other side of the dot.
  await kim.page.mouse.move(1_260, 420, { steps: 2 });
  await lee.waitUntil(`((dot, name, screen) => dot?.left > screen.right - 60 && name.width > 10 &&
    name.right <= screen.right && name.left >= screen.left)(
    ...[".over-screen .of-caller circle", ".over-screen .of-caller text", "video.shared-screen"].map((each) =>
      document.querySelector(each)?.getBoundingClientRect()))`);

  await kim.page.keyboard.press("d");
  await button(kim, "Draw").waitFor();
  await kim.page.locator(".own-screen.aside").waitFor();
  const delays = (await measureDelays(lee, kim)).toSorted((a, b) => a - b);
  const p95 = delays[Math.floor(delays.length * 0.95)] ?? Infinity;
  console.log(`From the pointer to the other end’s picture: p50 ${delays[delays.length >> 1]}, p95 ${p95} ms`);
  // Beside other tests what else the machine does only makes it longer, so one place in time is enough there.
  assert((IS_LONG ? p95 : delays[0] ?? Infinity) <= DELAY_MS_MAX, `It took ${delays.join(", ")} ms`);
  if (IS_LONG) assert(delays.length >= SAMPLES * 0.99, `${delays.length} of ${SAMPLES} were seen`);

  await kim.press("Stop sharing");
  for (const person of [kim, lee]) {
    await person.page.locator(".drawing").waitFor({ state: "detached" });
    assertEquals(await person.page.locator(".own-screen, .draw").count(), 0);
  }
});

if (IS_LONG) {
  browserTest("Who shares sees in the small window too what the other end draws", async (scene) => {
    const [kim, lee] = [await scene.open({ isWhole: true }), await scene.open()];
    await connect(kim, lee);
    await kim.press("Share screen");
    await seeScreen(lee);
    await kim.press("More");
    const opening = kim.page.context().waitForEvent("page");
    await button(kim, "Picture in picture").click();
    const small = await opening;
    await lee.press("Draw");
    await lee.page.mouse.move(500, 400);
    await lee.page.mouse.down();
    await lee.page.mouse.move(700, 450, { steps: 4 });
    await small.locator(".own-screen .of-callee polyline.edge").waitFor({ state: "attached" });
    await small.getByLabel("Your shared screen").waitFor();
    await lee.page.mouse.up();
  });
}
