/** A connection that takes another's place in a call: both ends change over, and people see and hear on. */

import { assert, assertEquals } from "@std/assert";
import { browserTest } from "./browser_test_case.ts";
import { assertMediaFlows, connect, type Person } from "./person.ts";

/** One connection is left, and it is not the first. */
const HAS_CHANGED_OVER =
  `instruments.connections.length > 1 && instruments.connections.at(-1).connectionState === "connected" &&
  instruments.connections.slice(0, -1).every(({ connectionState }) => connectionState === "closed")`;
/** Whether the element that people look at plays the track that comes in now. */
const SHOWS_CURRENT_TRACK = `(() => {
  const current = instruments.connections.at(-1).getReceivers().find(({ track }) => track.kind === "video").track;
  const tracks = document.querySelector("[aria-label='Remote video']").srcObject.getTracks();
  return tracks.length === 1 && tracks[0] === current;
})()`;
const FINGERPRINT = "/a=fingerprint:(.*)/.exec(instruments.connections.at(-1).localDescription.sdp)[1]";
/** Counts the pictures that people get to see, from now on. */
const COUNT_SHOWN = `(() => {
  const video = document.querySelector("[aria-label='Remote video']");
  globalThis.shownCount = 0;
  const count = () => (shownCount++, video.requestVideoFrameCallback(count));
  video.requestVideoFrameCallback(count);
})()`;

async function playReplacement(caller: Person, callee: Person): Promise<void> {
  const people = [caller, callee];
  await connect(caller, callee);
  await Promise.all(people.map((person) => assertMediaFlows(person, { seconds: 1 })));
  const connections = await Promise.all(
    people.map((person) => person.evaluate<number>("instruments.connections.length")),
  );
  const readFingerprints = () => Promise.all(people.map((person) => person.evaluate<string>(FINGERPRINT)));
  const fingerprints = await readFingerprints();
  for (const initiator of people) {
    // A page whose network comes back cannot know whether it is the same one.
    await initiator.evaluate("dispatchEvent(new Event('online'))");
    for (const [index, person] of people.entries()) {
      const before = connections[index] ?? 0;
      await person.waitUntil(`instruments.connections.length > ${before} && ${HAS_CHANGED_OVER}`);
      connections[index] = await person.evaluate("instruments.connections.length");
    }
    for (const person of people) {
      assert(await person.evaluate(SHOWS_CURRENT_TRACK), "The screen shows a track of another connection");
      await person.evaluate(COUNT_SHOWN);
      await person.waitUntil("shownCount > 5");
    }
    await Promise.all(people.map((person) => assertMediaFlows(person, { seconds: 1 })));
    assertEquals(await readFingerprints(), fingerprints, "Each connection has the call's certificate");
  }
  for (const person of people) {
    assertEquals(await person.evaluate("instruments.mediaRequests"), 1, "No device is asked for anew");
  }
  await callee.press("Mute");
  await caller.waitUntil(`document.body.textContent.includes("is muted")`);
  await caller.press("Hang up");
  await callee.see("Call ended");
}

browserTest("A connection takes another's place between two Chromiums, whoever begins", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await playReplacement(caller, callee);
  for (const person of [caller, callee]) {
    // Chromium's own sockets are bound to the networks that it knows; those of a frame without permission are not.
    assert(await person.evaluate("!(instruments.connections.at(-1) instanceof RTCPeerConnection)"));
    assertEquals(await person.evaluate("document.querySelectorAll('iframe').length"), 1);
  }
});

browserTest("A connection takes another's place between Firefox and Chromium, whoever begins", async (scene) => {
  await playReplacement(await scene.openFirefox(), await scene.open());
}, { "firefox-esr": "firefox-esr" });
