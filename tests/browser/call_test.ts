import { assert, assertEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import { assertMediaFlows, connect, type Person } from "./person.ts";

const FLOW_SECONDS = 5;

/** Calls, lets it ring, accepts, watches media flow both ways, hangs up, and sees both ends say so. */
async function playWholeCall(caller: Person, callee: Person): Promise<void> {
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("Ringing");
  assertEquals(await callee.evaluate("instruments.mediaRequests"), 0, "A device was asked for before accept");
  await callee.press("Accept");
  await Promise.all([caller.see("Connected with"), callee.see("Connected with")]);
  await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds: FLOW_SECONDS })));
  await caller.press("Hang up");
  await Promise.all([caller, callee].map((person) => person.see(/Call ended. You talked with .* for \d+\sseconds/)));
  for (const person of [caller, callee]) {
    assertEquals(await person.evaluate("instruments.liveTracks"), [], "A device stayed open after the call");
  }
}

browserTest("A call between two Chromiums carries picture and sound both ways until one hangs up", async (scene) => {
  await playWholeCall(await scene.open({ isAlone: true }), await scene.open({ isAlone: true }));
});

const FIREFOX = { "firefox-esr": "firefox-esr" };

browserTest("A call from Chromium to Firefox carries picture and sound both ways", async (scene) => {
  await playWholeCall(await scene.open(), await scene.openFirefox());
}, FIREFOX);

browserTest("A call from Firefox to Chromium carries picture and sound both ways", async (scene) => {
  await playWholeCall(await scene.openFirefox(), await scene.open());
}, FIREFOX);

browserTest("A declined call says so at both ends, and Call again rings again", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await callee.press("Decline");
  await caller.see("Call declined");
  await callee.see("You declined the call");
  assertEquals(await callee.evaluate("instruments.mediaRequests"), 0);
  await caller.press("Call again");
  await callee.seeRinging();
});

browserTest("A cancelled call stops ringing and is a missed call", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.press("Cancel");
  await callee.page.getByRole("heading", { name: "Missed calls" }).waitFor();
  await caller.see("Call cancelled");
  assertEquals(await caller.evaluate("instruments.liveTracks"), []);
});

browserTest("A call that nobody answers ends after 45 s on both sides", async (scene) => {
  const [caller, callee] = [await scene.open({ fakesClock: true }), await scene.open()];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("Ringing");
  await caller.page.clock.runFor(30_000); // The real time that passes meanwhile counts too.
  await callee.seeRinging();
  await caller.page.clock.runFor(16_000);
  await caller.see("No answer");
  await callee.page.getByRole("heading", { name: "Missed calls" }).waitFor();
});

browserTest("A callee's own clock ends the ringing when the caller's never does", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open({ fakesClock: true })];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await callee.page.clock.runFor(46_000);
  await callee.page.getByRole("heading", { name: "Missed calls" }).waitFor();
  await caller.see("No answer");
});

browserTest("A third caller hears that the line is busy, and the call goes on", async (scene) => {
  const [caller, callee, third] = [await scene.open(), await scene.open(), await scene.open()];
  const id = await callee.readId();
  await connect(caller, callee);
  await third.call(id);
  await third.see("On another call");
  await assertMediaFlows(callee, { seconds: 1 });
});

browserTest("Two tabs of one profile ring, one takes the call, the other says so", async (scene) => {
  const [caller, tab] = [await scene.open(), await scene.open()];
  const otherTab = await scene.open({ tabOf: tab });
  assertEquals(await tab.readId(), await otherTab.readId());
  await caller.call(await tab.readId());
  await Promise.all([tab.seeRinging(), otherTab.seeRinging()]);
  await otherTab.press("Accept");
  await Promise.all([caller.see("Connected with"), otherTab.see("Connected with")]);
  await tab.see("Answered elsewhere");
  assertEquals(await tab.evaluate("instruments.mediaRequests"), 0);
  await assertMediaFlows(otherTab, { seconds: 1 });
});

browserTest("One tab's decline stops the other tab from ringing", async (scene) => {
  const [caller, tab] = [await scene.open(), await scene.open()];
  const otherTab = await scene.open({ tabOf: tab });
  await otherTab.readId();
  await caller.call(await tab.readId());
  await Promise.all([tab.seeRinging(), otherTab.seeRinging()]);
  await otherTab.press("Decline");
  await caller.see("Call declined");
  await tab.see("Declined elsewhere");
});

browserTest("Two people who call each other at once get one call, the one that the lower ID placed", async (scene) => {
  const people = [await scene.open(), await scene.open()] as const;
  const ids = [await people[0].readId(), await people[1].readId()] as const;
  for (const [index, person] of people.entries()) {
    await person.page.getByRole("textbox", { name: "ID or link" }).fill(ids[1 - index] ?? "");
  }
  // Both offers leave before either arrives: each page's socket is held until both have pressed Call.
  for (const person of people) {
    await person.evaluate(`{
      const send = WebSocket.prototype.send;
      instruments.held = [];
      WebSocket.prototype.send = function (text) {
        if (instruments.held === null) send.call(this, text); else instruments.held.push(() => send.call(this, text));
      };
      instruments.release = () => { const held = instruments.held; instruments.held = null; for (const go of held) go(); };
    }`);
  }
  await Promise.all(people.map((person) => person.press("Call")));
  for (const person of people) await person.waitUntil("instruments.held.length > 0");
  await Promise.all(people.map((person) => person.evaluate("instruments.release()")));
  await Promise.all(people.map((person) => person.see("Connected with")));
  await Promise.all(people.map((person) => assertMediaFlows(person, { seconds: 1 })));
});

browserTest("An ID that nobody has is not reachable, and the page says what to do", async (scene) => {
  const caller = await scene.open();
  await caller.readId();
  await caller.call("0000-0000-0000-0000-0000");
  await caller.see("isn’t reachable right now. Try again, or send them your link.");
  assertEquals(await caller.evaluate("instruments.liveTracks"), []);
});

browserTest("A link offers to call and never calls by itself", async (scene) => {
  const callee = await scene.open();
  const id = await callee.readId();
  const caller = await scene.open({ path: `/#${id}` });
  await caller.readId();
  assertEquals(await caller.page.getByRole("textbox", { name: "ID or link" }).inputValue(), id);
  assertEquals(await caller.evaluate("instruments.connections.length"), 0);
  await caller.press("Call");
  await callee.seeRinging();
});

browserTest("An ID is taken with capitals, spaces and look-alike letters", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  const id = await callee.readId();
  await caller.call(` ${id.toUpperCase().replaceAll("-", " ").replaceAll("0", "O").replaceAll("1", "l")} `);
  await callee.seeRinging();
});

browserTest("Mute and camera off reach the other end, and the camera is really off", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await connect(caller, callee);
  await assertMediaFlows(callee, { seconds: 1 });
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

browserTest("Accept without video opens no camera", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await callee.press("Accept without video");
  await Promise.all([caller.see("Connected with"), callee.see("Connected with")]);
  await callee.waitUntil("instruments.liveTracks.length > 0");
  assertEquals(await callee.evaluate("instruments.liveTracks"), ["audio"]);
  await caller.page.getByText("camera is off").waitFor();
  await callee.press("Turn camera on");
  await assertMediaFlows(caller, { seconds: 1 });
});

browserTest("A page that closes in a call ends it at the other end", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await connect(caller, callee);
  await caller.page.reload();
  await callee.see("Call ended");
  assert((await caller.readId()).length > 0);
});

/** Notes what is drawn blurred over something while there is no picture of the other end yet. */
const WATCH_BLUR = `
  globalThis.findBlurred = () => [...document.querySelectorAll("*")]
    .filter((element) => getComputedStyle(element).backdropFilter !== "none").map(({ className }) => className);
  globalThis.blurredEarly = new Set(findBlurred());
  new MutationObserver(() => {
    if (document.querySelector("video.shown") === null) for (const name of findBlurred()) blurredEarly.add(name);
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
`;

browserTest("Nothing is drawn blurred before there is a picture, which it would delay", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("Ringing");
  await Promise.all([caller, callee].map((person) => person.evaluate(WATCH_BLUR)));
  await callee.press("Accept");
  for (const person of [caller, callee]) {
    await person.waitUntil("document.querySelector('video.shown') !== null && findBlurred().includes('bar fading')");
    assertEquals(await person.evaluate("[...blurredEarly]"), []);
  }
});
