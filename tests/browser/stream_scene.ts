/** What tests of streams between two pages share: a page that shows its line, what its connections are, and an echo. */

import { assertEquals } from "@std/assert";
import { startServerProcess } from "../doubles/server_process.ts";
import { createStreamPage, STREAM_FEATURE } from "../doubles/stream_page.ts";
import type { Scene } from "./browser_test_case.ts";
import { assertMediaFlows, type Person } from "./person.ts";

const BYTES = 400_000;
/** Connections that carry streams: they have no transceivers. */
const BULK = "instruments.connections.filter((each) => each.getTransceivers().length === 0)";
export const OPEN_BULK = `${BULK}.filter(({ connectionState }) => connectionState === "connected")`;
const LIVE_BULK = `${BULK}.filter(({ connectionState }) => connectionState !== "closed")`;
/** Of those that are open: Firefox tells no description of one that was closed. */
const FINGERPRINTS = `[...new Set(instruments.connections
  .filter(({ connectionState }) => connectionState !== "closed")
  .map((each) => /a=fingerprint:(.*)/.exec(each.localDescription.sdp)[1]))].length`;

/** Types of all candidates that the connections of streams know of. */
export const BULK_CANDIDATES = `Promise.all(${BULK}.map(async (each) => [...(await each.getStats()).values()]
  .filter(({ type }) => type.endsWith("-candidate")).map(({ candidateType }) => candidateType)))
  .then((all) => [...new Set(all.flat())])`;

export async function startStreamPage(scene: Scene, env: Record<string, string> = {}): Promise<AsyncDisposable> {
  const page = await createStreamPage();
  await scene.server.kill();
  scene.server = await startServerProcess({ env, ...page.options });
  return page;
}

/** Has one end send, and the other send it back. */
export async function playEcho(person: Person): Promise<void> {
  await person.evaluate(`streamFeature.received = 0; streamFeature.write("echo", ${BYTES}); 0`);
  await person.waitUntil(`streamFeature.received === ${BYTES}`);
  assertEquals(await person.evaluate("streamFeature.wrong"), 0);
}

/** Of two who are in a call, and have had no stream in it yet. */
export async function playStreams(caller: Person, callee: Person): Promise<void> {
  for (const person of [caller, callee]) await person.evaluate(STREAM_FEATURE);
  assertEquals(await caller.evaluate(`${BULK}.length`), 0, "No stream, no connection");
  for (const person of [caller, callee]) await playEcho(person);
  for (const person of [caller, callee]) {
    // Where the machine is short of time, more may have been tried and given up, the last when nothing was left to send.
    await person.waitUntil(`${LIVE_BULK}.length === ${OPEN_BULK}.length && ${LIVE_BULK}.length <= 1`);
    assertEquals(await person.evaluate(FINGERPRINTS), 1);
    await assertMediaFlows(person, { seconds: 1 });
  }
  // No picture is looked at any more.
  for (const person of [caller, callee]) await person.press("Turn camera off");
  // Both ends' connections go, one as its page closes it, one as the other end hears of that.
  await playBrokenEcho(caller, `() => ${OPEN_BULK}[0].close()`);
  // Another network, for all that the page knows.
  await playBrokenEcho(callee, "() => dispatchEvent(new Event('online'))");
}

/** Has one end send, and the other send it back, with something done to the connection while it is on its way. */
async function playBrokenEcho(person: Person, act: string): Promise<void> {
  const before = await person.evaluate<number>(`${BULK}.length`);
  await person.evaluate(`streamFeature.midway = { bytes: ${BYTES / 4}, act: ${act} };
    streamFeature.received = 0; streamFeature.write("echo", ${3 * BYTES}); 0`);
  await person.waitUntil(`${BULK}.length > ${before} && streamFeature.received === ${3 * BYTES}`);
  assertEquals(await person.evaluate("streamFeature.wrong"), 0);
}
