/**
 * Camera, microphone and speaker chosen in a call: each is in use at once, the other end goes on to see and hear without
 * anything being negotiated, and what was chosen is had again on the next visit.
 */

import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { assertMediaFlows, connect } from "./person.ts";

/** The second of them is one of depth, whose pictures nobody can send. */
const SEVERAL = ["--use-fake-device-for-media-stream=fps=10,device-count=3"];
/** Longest that the other end may hear nothing new while a microphone is changed, in milliseconds. */
const SOUND_GAP_MS_MAX = 1_500;
const NEGOTIATED = "instruments.connections.map(({ localDescription, remoteDescription }) => " +
  "[localDescription?.sdp, remoteDescription?.sdp])";
const IN_USE = "instruments.tracks.filter(({ readyState }) => readyState === 'live').map(({ label }) => label).sort()";

/** What moves on the page within a second: each has it drawn at the screen's full rate, on a phone from its battery. */
const MOVING = `new Promise((resolve) => {
  const moving = new Set(), startMs = performance.now();
  const look = () => {
    for (const { effect } of document.getAnimations()) moving.add(effect.target.className || effect.target.outerHTML);
    if (performance.now() - startMs > 1_000) resolve([...moving]);
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Keeps the copies that the page makes of its tracks. */
const WATCH_COPIES = `{
  const clone = MediaStreamTrack.prototype.clone;
  instruments.copies = [];
  MediaStreamTrack.prototype.clone = function () {
    const copy = clone.call(this);
    instruments.copies.push(copy);
    return copy;
  };
}`;

function choiceOf({ page }: ChromiumPerson, name: string) {
  return page.getByRole("combobox", { name, exact: true });
}

/** Chooses the last of the list; returns what it is called. */
async function chooseLast(person: ChromiumPerson, name: string): Promise<string> {
  const labels = await choiceOf(person, name).locator("option").allTextContents();
  const label = labels.at(-1) ?? "";
  await choiceOf(person, name).selectOption({ label });
  await person.see(`Now using ${label}.`);
  return label;
}

/** What of the panel sticks out of it, or stands elsewhere than what is above it. */
const ASKEW = `(() => {
  const panel = document.querySelector("[role=dialog]").getBoundingClientRect();
  const boxes = [...document.querySelectorAll("[role=dialog] select")].map((each) => each.getBoundingClientRect());
  const close = document.querySelector("[role=dialog] .close").getBoundingClientRect();
  return [...boxes, close].filter(({ left, right, width }) =>
    left < panel.left || right > panel.right || (width > 50 && (left !== boxes[0].left || width < 120))).length;
})()`;

async function openChoices(person: ChromiumPerson): Promise<void> {
  await person.press("More");
  await person.press("Camera and sound");
  await person.page.getByRole("dialog", { name: "Camera and sound" }).waitFor();
  const size = person.page.viewportSize();
  for (const [width, height] of [[320, 568], [390, 844], [1280, 800]] as const) {
    await person.page.setViewportSize({ width, height });
    assertEquals(await person.evaluate(ASKEW), 0, `At ${width} × ${height} something is askew`);
  }
  if (size !== null) await person.page.setViewportSize(size);
}

browserTest("Camera, microphone and speaker are chosen in a call without a drop, and remembered", async (scene) => {
  const [kim, lee] = [await scene.open({ args: SEVERAL }), await scene.open()];
  await connect(kim, lee);
  await assertMediaFlows(lee, { seconds: 1 });
  const before = await lee.evaluate(NEGOTIATED);
  await lee.evaluate("instruments.watchMedia()");
  await openChoices(kim);
  const chosen = [await chooseLast(kim, "Camera"), await chooseLast(kim, "Microphone")].sort();
  assertEquals(await kim.evaluate(IN_USE), chosen, "The others are closed");
  await assertMediaFlows(lee, { seconds: 2 });
  const { sound } = await lee.evaluate<{ sound: number }>("instruments.gaps");
  console.log(`The longest time without new sound while devices were changed: ${Math.round(sound)} ms`);
  assert(sound <= SOUND_GAP_MS_MAX, `${sound}`);
  assertEquals(await lee.evaluate(NEGOTIATED), before, "Something was negotiated");

  await chooseLast(kim, "Speaker");
  const speakerId = await choiceOf(kim, "Speaker").inputValue();
  await kim.waitUntil(`[...document.querySelectorAll("audio")].every(({ sinkId }) => sinkId === "${speakerId}")`);
  await kim.press("Play a test sound");
  await kim.page.keyboard.press("Escape");
  await kim.page.getByRole("dialog").waitFor({ state: "detached" });
  await kim.press("Hang up");

  await kim.page.reload();
  await lee.press("Back");
  await connect(kim, lee);
  await kim.waitUntil(`JSON.stringify(${IN_USE}) === ${JSON.stringify(JSON.stringify(chosen))}`);
  await openChoices(kim);
  await kim.waitUntil(`[...document.querySelectorAll("select")].every(({ value }) => value !== "")`);
});

browserTest("A browser that sends sound where the system says offers no choice of a speaker", async (scene) => {
  const kim = await scene.open({
    args: SEVERAL,
    prepare: async (page) => void await page.addInitScript("delete HTMLMediaElement.prototype.setSinkId"),
  });
  const lee = await scene.open();
  await connect(kim, lee);
  await openChoices(kim);
  await choiceOf(kim, "Microphone").waitFor();
  assertEquals(await choiceOf(kim, "Speaker").count(), 0);
});

browserTest(
  "Who is muted sees it when the bar has faded, is told when they speak, and talks by holding Space",
  async (scene) => {
    const prepare = async (page: Page) => void await page.addInitScript(WATCH_COPIES);
    const [kim, lee] = [await scene.open({ prepare }), await scene.open()];
    await connect(kim, lee);
    const badge = kim.page.locator(".own-sound");
    await kim.waitUntil(`Number(document.querySelector(".own-sound").style.getPropertyValue("--level")) > 0.3`);
    assertEquals(await badge.locator("svg").count(), 0);
    await kim.page.emulateMedia({ reducedMotion: "no-preference" });
    await kim.page.locator(".stage.quieted").waitFor();
    await kim.waitUntil(`getComputedStyle(document.querySelector(".bar")).opacity === "0"`);
    assertEquals(await kim.evaluate(MOVING), [], "A call that goes on draws more than its pictures");
    await kim.press("Mute");
    await badge.locator("svg").waitFor();
    await kim.see("You’re muted. Nobody can hear you.");
    await lee.page.getByText("is muted").waitFor();
    await kim.page.evaluate("document.activeElement.blur()");
    await kim.page.mouse.move(400, 300); // Off the bar.
    await kim.page.locator(".stage.quieted").waitFor();
    await kim.waitUntil(`getComputedStyle(document.querySelector(".bar")).opacity === "0"`);
    assert(await badge.evaluate((element) => element.checkVisibility({ opacityProperty: true })), "It has faded too");

    await kim.page.keyboard.down("Space");
    await lee.page.getByText("is muted").waitFor({ state: "detached" });
    await badge.locator("svg").waitFor({ state: "detached" });
    await kim.page.keyboard.up("Space");
    await lee.page.getByText("is muted").waitFor();
    await badge.locator("svg").waitFor();
    // What listened to the muted microphone ends with the call.
    await kim.press("Hang up");
    await kim.waitUntil(
      `instruments.liveTracks.length === 0 && instruments.copies.length > 0 && instruments.copies.every(({ readyState }) => readyState === "ended")`,
    );
  },
);
