/**
 * A connection that takes another's place in a call, whichever the browsers: both ends change over, people see and hear
 * on, and nobody is asked for a device anew.
 */

import { assertEquals } from "@std/assert";
import { assertMediaFlows, type Person } from "./person.ts";

/** Remembers what is in use, until there is another in its place. */
export const REMEMBER_CONNECTIONS =
  `void (globalThis.former = instruments.connections.filter(({ connectionState }) => connectionState === "connected"))`;
/**
 * One connection is left, and it is another than those. It need not be the last that was made: where the machine is short
 * of time, more are tried and given up.
 */
export const HAS_CHANGED_OVER =
  `(([one, ...others]) => one?.connectionState === "connected" && others.length === 0 && !former.includes(one))(
    instruments.connections.filter(({ connectionState }) => connectionState !== "closed"))`;
const CURRENT = `instruments.connections.find(({ connectionState }) => connectionState === "connected")`;
/** Whether the element that people look at plays the track that comes in now. */
const SHOWS_CURRENT_TRACK = `(() => {
  const current = ${CURRENT}.getReceivers().find(({ track }) => track.kind === "video").track;
  const tracks = document.querySelector("[aria-label='Remote video']").srcObject.getTracks();
  return tracks.length === 1 && tracks[0] === current;
})()`;
const FINGERPRINT = `/a=fingerprint:(.*)/.exec(${CURRENT}.localDescription.sdp)[1]`;
/** Counts the pictures that people get to see, from now on. */
const COUNT_SHOWN = `(() => {
  const video = document.querySelector("[aria-label='Remote video']");
  globalThis.shownCount = 0;
  const count = () => (shownCount++, video.requestVideoFrameCallback(count));
  video.requestVideoFrameCallback(count);
})()`;

/** Of two who are in a call whose connections are its own: each begins once, and they see and hear each other as before. */
export async function playReplacement(people: readonly [Person, Person]): Promise<void> {
  await Promise.all(people.map((person) => assertMediaFlows(person, { seconds: 1 })));
  const countRequests = () => Promise.all(people.map((person) => person.evaluate("instruments.mediaRequests")));
  const requests = await countRequests();
  const readFingerprints = () => Promise.all(people.map((person) => person.evaluate<string>(FINGERPRINT)));
  const fingerprints = await readFingerprints();
  for (const initiator of people) {
    for (const person of people) await person.evaluate(REMEMBER_CONNECTIONS);
    // A page whose network comes back cannot know whether it is the same one.
    await initiator.evaluate("dispatchEvent(new Event('online'))");
    for (const person of people) await person.waitUntil(HAS_CHANGED_OVER);
    for (const person of people) {
      // Asked together: where the machine is short of time, one more change may come between two questions.
      await person.waitUntil(`${HAS_CHANGED_OVER} && ${SHOWS_CURRENT_TRACK}`);
      await person.evaluate(COUNT_SHOWN);
      await person.waitUntil("shownCount > 5");
    }
    await Promise.all(people.map((person) => assertMediaFlows(person, { seconds: 1 })));
    assertEquals(await readFingerprints(), fingerprints, "Each connection has the call's certificate");
  }
  assertEquals(await countRequests(), requests, "No device is asked for anew");
}
