/**
 * The look at oneself before a call: opened by whoever wants it, handed to the call as it is, closed when it is left; and
 * what is said meanwhile of the browser's question, of a choice, and of what does not work.
 */

import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { assertMediaFlows } from "./person.ts";
import { FIND_OVERFLOW } from "./overflow.ts";

const DOOR = "Check camera and sound";
/** The second camera is one of depth, whose pictures nobody can send. */
const SEVERAL = ["--use-fake-device-for-media-stream=fps=10,device-count=3"];
const PICTURED = `(([video]) => video?.videoWidth > 0 && !video.paused)(document.querySelectorAll(".preview video"))`;
const LEVEL = `Number(document.querySelector("[role=meter]").getAttribute("aria-valuenow"))`;
const MIRRORED = `new DOMMatrix(getComputedStyle(document.querySelector(".preview video")).transform).a`;
/** How often devices were asked for, and which tracks are live. */
const OPENED = `[instruments.mediaRequests,
  ...instruments.tracks.filter(({ readyState }) => readyState === "live").map(({ id }) => id)].join()`;
const SMALL = `[...document.querySelectorAll(".before-call button, .before-call select")]
  .filter((element) => Math.min(element.offsetWidth, element.offsetHeight) < 44).length`;

/** The browser's question stays open until the test answers; a camera can be taken by another program. */
async function prepare(page: Page): Promise<void> {
  await page.addInitScript(`{
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const query = navigator.permissions.query.bind(navigator.permissions);
    instruments.questions = [];
    instruments.isHeld = true;
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      if (instruments.isHeld) await new Promise((resolve) => instruments.questions.push(resolve));
      if (instruments.isTaken && constraints.video) throw new DOMException("no", "NotReadableError");
      return await open(constraints);
    };
    navigator.permissions.query = (what) =>
      instruments.isHeld ? Promise.resolve({ state: "prompt", onchange: null }) : query(what);
  }`);
}

function look({ page }: ChromiumPerson) {
  return page.getByRole("region", { name: "How others see and hear you" });
}

function ring({ page }: ChromiumPerson) {
  return page.getByRole("dialog", { name: "Incoming call" });
}

async function isSaid(person: ChromiumPerson, sentence: string): Promise<void> {
  await look(person).getByRole("status").filter({ hasText: sentence }).waitFor();
}

function door({ page }: ChromiumPerson) {
  return page.getByRole("button", { name: DOOR });
}

async function isDoorOpen(person: ChromiumPerson): Promise<boolean> {
  return await door(person).getAttribute("aria-expanded") === "true";
}

/** Opened by the keyboard: the browser's question is named, then picture and level are there, and a choice is said. */
async function lookAtOneself(guest: ChromiumPerson): Promise<void> {
  await door(guest).waitFor();
  assertEquals(await guest.evaluate("instruments.mediaRequests"), 0, "Nothing is opened that nobody asked for");
  await door(guest).focus();
  await guest.page.keyboard.press("Enter");
  await isSaid(guest, "Your browser is asking for your camera and microphone.");
  await guest.evaluate("instruments.isHeld = false; instruments.questions.forEach((answer) => answer())");
  await guest.waitUntil(PICTURED);
  await guest.waitUntil(`${LEVEL} > 10`);
  assertEquals(await guest.evaluate(MIRRORED), -1);

  const microphone = look(guest).getByRole("combobox", { name: "Microphone", exact: true });
  const label = (await microphone.locator("option").allTextContents()).at(-1) ?? "";
  await microphone.selectOption({ label });
  await isSaid(guest, `Now using ${label}.`);
  await look(guest).getByRole("button", { name: "Play a test sound" }).click();
  for (const width of [320, 1280]) {
    await guest.page.setViewportSize({ width, height: 800 });
    assertEquals(await guest.evaluate(FIND_OVERFLOW), [], `${width} px`);
    assertEquals(await guest.evaluate(SMALL), 0, `${width} px`);
  }
}

/** Taken by another program, and had again by its button; left by Escape, which closes all and goes back to the door. */
async function loseAndLeave(guest: ChromiumPerson): Promise<void> {
  const press = (name: string) => look(guest).getByRole("button", { name }).click();
  await press("Turn camera off");
  await guest.waitUntil(`instruments.liveTracks.join() === "audio"`);
  await guest.evaluate("void (instruments.isTaken = true)");
  await press("Turn camera on");
  await isSaid(guest, "Another program is using your camera.");
  await guest.evaluate("void (instruments.isTaken = false)");
  await press("Turn camera on");
  await guest.waitUntil(PICTURED);
  await look(guest).getByRole("button", { name: "Mute" }).focus();
  await guest.page.keyboard.press("Escape");
  await guest.waitUntil("instruments.liveTracks.length === 0");
  assert(!await isDoorOpen(guest) && await door(guest).evaluate((element) => element === document.activeElement));
}

/** Both ends look, one before they call and one before they answer; the call has what they saw, muted as it was. */
async function callFromLook(guest: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await guest.page.keyboard.press("Enter");
  await guest.waitUntil(PICTURED);
  await look(guest).getByRole("button", { name: "Mute" }).click();
  const before = await guest.evaluate(OPENED);
  await guest.press("Call");
  await callee.seeRinging();
  assertEquals(await guest.evaluate(OPENED), before);
  await ring(callee).getByRole("button", { name: DOOR }).click();
  await callee.waitUntil(PICTURED);
  const seen = await callee.evaluate(OPENED);
  await callee.press("Accept");
  await callee.page.getByText("is muted").waitFor();
  await guest.press("Unmute");
  await assertMediaFlows(callee, { seconds: 1 });
  assertEquals(
    [await guest.evaluate(OPENED), await callee.evaluate(OPENED)],
    [before, seen],
    "Nothing was opened twice",
  );
  await guest.press("Hang up");
  await callee.see("Call ended");
  for (const person of [guest, callee]) {
    await person.waitUntil("instruments.liveTracks.length === 0");
    await person.press("Back");
    assert(!await isDoorOpen(person), "It is opened anew by whoever wants it");
  }
}

/** Somebody who looks is called: the look goes on behind what rings, and who hides in it is hidden in the call. */
async function answerHidden(callee: ChromiumPerson, caller: ChromiumPerson): Promise<void> {
  await door(callee).click();
  await callee.waitUntil(PICTURED);
  await caller.press("Call");
  await callee.seeRinging();
  assertEquals(await callee.evaluate("instruments.liveTracks.length"), 2);
  assertEquals(await ring(callee).getByRole("button", { name: DOOR }).count(), 0, "They look already");
  await callee.press("Decline");
  await callee.waitUntil("instruments.liveTracks.length === 0");
  for (const person of [callee, caller]) await person.press("Back");
  await door(callee).click();
  await callee.waitUntil(PICTURED);
  await callee.press("Turn camera off");
  await callee.waitUntil(`instruments.liveTracks.join() === "audio"`);
  await caller.press("Call");
  await callee.seeRinging();
  await callee.press("Accept");
  await caller.page.getByText("camera is off").waitFor();
  await callee.waitUntil(`instruments.findButton("Turn camera on") !== undefined`);
  assertEquals(await callee.evaluate("instruments.liveTracks"), ["audio"]);
}

browserTest(
  "Whoever wants to looks at themselves before a call, which takes over what is open, hidden and muted as it was",
  async (scene) => {
    const callee = await scene.open();
    const id = await callee.readId();
    const guest = await scene.open({ path: `/#${id}`, args: SEVERAL, prepare });
    await guest.readId();
    await lookAtOneself(guest);
    await loseAndLeave(guest);
    await callFromLook(guest, callee);
    await answerHidden(callee, guest);
  },
);
