/**
 * The browser's question for devices, left alone: the page names it, the call goes on without, the other end learns what
 * is really sent, and an answer that comes late is used all the same.
 */

import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";
import { type ChromiumPerson, WITHOUT_ANSWERS } from "./chromium_person.ts";
import { assertMediaFlows, type Person } from "./person.ts";

/** How soon a question must be named, and how long it may hold a call up, in milliseconds. */
const NAMED_MS_MAX = 2_000;
const ON_MS_MAX = 15_000;
const ASKED = "Your browser is asking for your camera and microphone. Others can’t see or hear you. Choose Allow";

/** What is said of somebody who sends nothing by their own choice. */
const NOT_SENT = /is muted|camera is off/;

/** The browser asks, as a person sees it: nothing comes of it until the test answers. */
async function askPerson(page: Page): Promise<void> {
  await page.addInitScript(`{
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    instruments.questions = [];
    navigator.mediaDevices.getUserMedia = (constraints) => new Promise((resolve, reject) =>
      instruments.questions.push(() => open(constraints).then(resolve, reject)));
    navigator.permissions.query = () => Promise.resolve({ state: "prompt", onchange: null });
  }`);
}

async function answer(person: Person): Promise<void> {
  await person.evaluate("void instruments.questions.splice(0).forEach((answer) => answer())");
}

/** Notes, in the page itself, how long after the press of that button the question is named: a driver takes its time. */
async function timeNaming(person: Person, button: string): Promise<void> {
  await person.evaluate(`{
    const isNamed = () => [...document.querySelectorAll("[role=status]")].map((said) => said.textContent).join().includes(${
    JSON.stringify(ASKED)
  });
    addEventListener("click", function note({ target }) {
      if (target.closest("button")?.textContent.trim() !== ${JSON.stringify(button)}) return;
      removeEventListener("click", note, true);
      const pressedAt = performance.now();
      const look = setInterval(() => {
        if (!isNamed()) return;
        clearInterval(look);
        instruments.namedMs = performance.now() - pressedAt;
      }, 10);
    }, true);
  }`);
}

async function seeOff(person: Person): Promise<void> {
  for (const name of ["Unmute", "Turn camera on"]) {
    await person.waitUntil(`instruments.findButton("${name}")?.classList.contains("off")`);
  }
}

/** Waits until the question is named, and says how soon after the press that was, and how long until it went on. */
async function readTimes(person: Person, pressedAt: number, goOn: () => Promise<unknown>): Promise<void> {
  await person.see(ASKED);
  await person.waitUntil("instruments.namedMs !== undefined");
  const namedMs = await person.evaluate<number>("instruments.namedMs");
  await goOn();
  const onMs = performance.now() - pressedAt;
  console.log(`Named after ${Math.round(namedMs)} ms, goes on after ${Math.round(onMs)} ms`);
  assert(namedMs <= NAMED_MS_MAX && onMs <= ON_MS_MAX, `${namedMs}, ${onMs}`);
  await person.evaluate("delete instruments.namedMs");
}

/** Who is asked sends nothing, and not by their own choice. */
async function seeJoining(person: ChromiumPerson): Promise<void> {
  await person.see("is about to join.");
  await person.page.locator(".standin").getByText("is about to join").waitFor();
  assertEquals(await person.page.getByText(NOT_SENT).count(), 0);
}

/** The caller leaves the question alone, and allows both later. */
async function playAskedCaller(caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  const id = await callee.readId();
  await caller.readId();
  await timeNaming(caller, "Call");
  const calledAt = performance.now();
  await caller.call(id);
  await readTimes(caller, calledAt, async () => {
    await caller.page.getByText("About to call…", { exact: true }).waitFor();
    await callee.seeRinging();
  });
  await seeOff(caller);
  await callee.page.getByRole("dialog").getByText("Voice call").waitFor();
  await callee.press("Accept");
  await caller.see("Connected with");
  await seeJoining(callee);
  await assertMediaFlows(caller, { seconds: 1 });
  await answer(caller);
  await callee.see("Connected with");
  await assertMediaFlows(callee, { seconds: 1 });
  await caller.waitUntil(`instruments.findButton("Turn camera off") !== undefined`);
}

/** What the system mutes is told at both ends, and what it pauses plays on. */
async function playSystem(caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  const fire = (type: string) =>
    caller.evaluate(`void instruments.tracks.find(({ kind }) => kind === "audio").dispatchEvent(new Event("${type}"))`);
  await fire("mute");
  await caller.see("Your system has turned your microphone off. Others can’t hear you.");
  await callee.page.getByText("is muted").waitFor();
  await fire("unmute");
  await callee.page.getByText("is muted").waitFor({ state: "detached" });
  await caller.waitUntil(`instruments.findButton("Mute") !== undefined`);
  // As a media key, or the pause button of a window of its own, does.
  const elements = "[...document.querySelectorAll('audio, video')]";
  await callee.waitUntil(`${elements}.every(({ paused }) => !paused)`);
  const shown = await callee.evaluate<number>(`${elements}.length`);
  for (let index = 0; index < shown; index++) {
    await callee.evaluate(`void ${elements}[${index}].pause()`);
    await callee.waitUntil(`!${elements}[${index}].paused`);
  }
  await assertMediaFlows(callee, { seconds: 1 });
}

/** The callee leaves it alone; nothing is said to be sent. */
async function playAskedCallee(caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await timeNaming(callee, "Accept");
  const acceptedAt = performance.now();
  await callee.press("Accept");
  await readTimes(
    callee,
    acceptedAt,
    () => Promise.all([caller.see("is about to join."), callee.see("Connected with")]),
  );
  await seeOff(callee);
  await seeJoining(caller);
  await assertMediaFlows(callee, { seconds: 1 });
  await answer(callee);
  await caller.see("Connected with");
  await assertMediaFlows(caller, { seconds: 1 });
}

browserTest(
  "A question for devices that caller or callee leaves alone is named, and the call goes on without; what the system mutes is told at both ends, and what it pauses plays on",
  async (scene) => {
    const [asked, other] = [await scene.open({ prepare: askPerson }), await scene.open()];
    await playAskedCaller(asked, other);
    await playSystem(asked, other);
    await asked.press("Hang up");
    for (const person of [asked, other]) await person.press("Back");
    await playAskedCallee(other, asked);
  },
);

browserTest(
  "A permission that is taken back in a call is named, and taken up when it is given again",
  async (scene) => {
    const [caller, callee] = [await scene.open({ isWhole: true, args: [WITHOUT_ANSWERS] }), await scene.open()];
    await caller.context.grantPermissions(["camera", "microphone"]);
    await caller.call(await callee.readId());
    await callee.seeRinging();
    await callee.press("Accept");
    await assertMediaFlows(callee, { seconds: 1 });
    await caller.context.clearPermissions();
    await caller.see("Your camera and microphone are blocked for this page.");
    await callee.page.getByText("is muted").waitFor();
    await callee.page.getByText("camera is off").waitFor();
    await caller.context.grantPermissions(["camera", "microphone"]);
    const { framesDecoded } = await callee.readMedia();
    for (const said of ["is muted", "camera is off"]) await callee.page.getByText(said).waitFor({ state: "detached" });
    await callee.waitUntil(`instruments.readMedia().then((media) => media.framesDecoded > ${framesDecoded})`);
    await assertMediaFlows(callee, { seconds: 1 });
  },
);
