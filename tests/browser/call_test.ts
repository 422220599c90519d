/**
 * Calls and refusals between the same people, one after another: how each begins, what it says at both ends, and how it
 * ends. How long it rings is in ringing_test.ts, calls with Firefox in firefox_test.ts.
 */

import { assertEquals } from "@std/assert";
import { browserTest, type Scene, type Step } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { assertMediaFlows } from "./person.ts";
import { playWholeCall } from "./whole_call.ts";

/** Notes what is drawn blurred over something while there is no picture of the other end yet. */
const WATCH_BLUR = `
  globalThis.findBlurred = () => [...document.querySelectorAll("*")]
    .filter((element) => getComputedStyle(element).backdropFilter !== "none").map(({ className }) => className);
  globalThis.blurredEarly = new Set(findBlurred());
  new MutationObserver(() => {
    if (document.querySelector("video.shown") === null) for (const name of findBlurred()) blurredEarly.add(name);
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
`;

type Played = {
  readonly scene: Scene;
  readonly step: Step;
  readonly caller: ChromiumPerson;
  readonly callee: ChromiumPerson;
  /** The callee's. */
  readonly id: string;
};

async function goBack(...people: readonly ChromiumPerson[]): Promise<void> {
  for (const person of people) await person.press("Back");
}

/** Calls that come to nothing. */
async function playRefusals({ step, caller, callee, id }: Played): Promise<void> {
  const requests = await callee.evaluate("instruments.mediaRequests");
  await step("An ID is taken with capitals, spaces and look-alike letters", async () => {
    await caller.call(` ${id.toUpperCase().replaceAll("-", " ").replaceAll("0", "O").replaceAll("1", "l")} `);
    await callee.seeRinging();
  });
  await step("A declined call says so at both ends, and Call again rings again", async () => {
    await callee.press("Decline");
    await caller.see("Call declined");
    await callee.see("You declined the call");
    assertEquals(await callee.evaluate("instruments.mediaRequests"), requests);
    await caller.press("Call again");
    await callee.seeRinging();
  });
  await step("A cancelled call stops ringing and is a missed call", async () => {
    await caller.press("Cancel");
    await callee.see("Missed call"); // Of somebody whom they know, and so on a screen of its own.
    await goBack(callee);
    await callee.page.getByRole("heading", { name: "Missed calls" }).waitFor();
    await caller.see("Call cancelled");
    assertEquals(await caller.evaluate("instruments.liveTracks"), []);
    await goBack(caller);
  });
  await step("An ID that nobody has is said not to be there, and is called on until the person stops", async () => {
    await caller.call("0000-0000-0000-0000-0000");
    await caller.see("0000-0000-0000-0000-0000’s page isn’t open. We’ll keep trying.");
    await caller.press("Cancel");
    await caller.see("Call cancelled");
    assertEquals(await caller.evaluate("instruments.liveTracks"), []);
    await goBack(caller);
  });
}

/** Takes a call that rings, without the callee's picture at first. */
async function playWithoutVideo({ step, caller, callee }: Played): Promise<void> {
  await caller.see("Ringing");
  await Promise.all([caller, callee].map((person) => person.evaluate(WATCH_BLUR)));
  await step("Accept without video opens no camera", async () => {
    await callee.press("Accept without video");
    await Promise.all([caller.see("Connected with"), callee.see("Connected with")]);
    await callee.waitUntil("instruments.liveTracks.length > 0");
    assertEquals(await callee.evaluate("instruments.liveTracks"), ["audio"]);
    await caller.page.getByText("camera is off").waitFor();
    await callee.press("Turn camera on");
    await assertMediaFlows(caller, { seconds: 1 });
  });
  await step("Nothing is drawn blurred before there is a picture, which it would delay", async () => {
    for (const person of [caller, callee]) {
      await person.waitUntil("document.querySelector('video.shown') !== null && findBlurred().includes('bar fading')");
      assertEquals(await person.evaluate("[...blurredEarly]"), []);
    }
  });
  await caller.press("Hang up");
  await callee.see("Call ended");
}

async function playBusyAndDevices({ scene, step, caller, callee, id }: Played): Promise<void> {
  await step("A third caller rings while the call goes on, and is declined without a word of it", async () => {
    const third = await scene.open();
    await third.readId();
    await third.call(id);
    await third.see("Ringing");
    await assertMediaFlows(callee, { seconds: 1 });
    await callee.press("Decline");
    await third.see("declined");
    await third.page.close();
    await assertMediaFlows(callee, { seconds: 1 });
  });
  await step("Mute and camera off reach the other end, and the camera is really off", async () => {
    await caller.press("Mute");
    await caller.press("Turn camera off");
    await caller.page.getByRole("button", { name: "Unmute", exact: true }).waitFor();
    assertEquals(await caller.evaluate("instruments.liveTracks"), ["audio"]);
    await callee.page.getByText("camera is off").waitFor();
    await caller.press("Turn camera on");
    await callee.page.getByText("camera is off").waitFor({ state: "detached" });
    await assertMediaFlows(caller, { seconds: 1 });
    assertEquals(await caller.evaluate("instruments.liveTracks"), ["audio", "video"]);
  });
}

/** Has a page's socket keep what it sends, until it is released. */
const HOLD = `{
  const send = WebSocket.prototype.send;
  instruments.held = [];
  WebSocket.prototype.send = function (text) {
    if (instruments.held === null) send.call(this, text); else instruments.held.push(() => send.call(this, text));
  };
  instruments.release = () => { const held = instruments.held; instruments.held = null; for (const go of held) go(); };
}`;

async function playGlare({ step, caller, callee }: Played): Promise<void> {
  await step("Two people who call each other at once get one call, the one that the lower ID placed", async () => {
    const people = [caller, callee] as const;
    const ids = [await caller.readId(), await callee.readId()];
    for (const [index, person] of people.entries()) {
      await person.page.getByRole("textbox", { name: "ID or link" }).fill(ids[1 - index] ?? "");
    }
    // Both offers leave before either arrives: each page's socket is held until both have pressed Call.
    for (const person of people) await person.evaluate(HOLD);
    await Promise.all(people.map((person) => person.press("Call")));
    for (const person of people) await person.waitUntil("instruments.held.length > 0");
    await Promise.all(people.map((person) => person.evaluate("instruments.release()")));
    await Promise.all(people.map((person) => person.see("Connected with")));
    await Promise.all(people.map((person) => assertMediaFlows(person, { seconds: 1 })));
    await caller.press("Hang up");
    await callee.see("Call ended");
  });
}

async function playTabs({ scene, step, caller, callee: tab }: Played): Promise<void> {
  const id = await tab.readId();
  const otherTab = await scene.open({ tabOf: tab });
  assertEquals(await otherTab.readId(), id);
  await step("One tab's decline stops the other tab from ringing", async () => {
    await caller.call(id);
    await Promise.all([tab.seeRinging(), otherTab.seeRinging()]);
    await otherTab.press("Decline");
    await caller.see("Call declined");
    await tab.see("Declined elsewhere");
  });
  await goBack(tab, otherTab);
  await step("Two tabs of one profile ring, one takes the call, the other says so", async () => {
    const requests = await tab.evaluate("instruments.mediaRequests");
    await caller.press("Call again");
    await Promise.all([tab.seeRinging(), otherTab.seeRinging()]);
    await otherTab.press("Accept");
    await Promise.all([caller.see("Connected with"), otherTab.see("Connected with")]);
    await tab.see("Answered elsewhere");
    assertEquals(await tab.evaluate("instruments.mediaRequests"), requests);
    await assertMediaFlows(otherTab, { seconds: 1 });
  });
}

browserTest("Calls between two Chromiums, one after another", async (scene, step) => {
  const callee = await scene.open();
  const id = await callee.readId();
  const caller = await scene.open({ path: `/#${id}` });
  const played: Played = { scene, step, caller, callee, id };
  await step("A link offers to call and never calls by itself", async () => {
    await caller.readId();
    assertEquals(await caller.page.getByRole("textbox", { name: "ID or link" }).inputValue(), id);
    assertEquals(await caller.evaluate("instruments.connections.length"), 0);
    await caller.press("Call");
    await callee.seeRinging();
  });
  await playWithoutVideo(played);
  await goBack(caller, callee);
  await playRefusals(played); // A stranger whom the person has declined may ring less; whom they talked with, as before.
  await step(
    "A call between two Chromiums carries picture and sound both ways until one hangs up",
    () => playWholeCall(caller, callee, () => playBusyAndDevices(played)),
  );
  await goBack(caller, callee);
  await playGlare(played);
  await goBack(caller, callee);
  await playTabs(played);
});
