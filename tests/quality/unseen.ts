/** How soon a page that nobody looks at is sent no picture, and how soon one is there when somebody looks again. */

import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { assertMediaFlows } from "../browser/person.ts";
import type { QualityCall } from "./quality_scene.ts";

/** No picture for so long means that none is sent, in milliseconds. */
const STILL_MS = 1_000;
/** For how long nobody looks, in milliseconds. */
const HIDDEN_MS = 6_000;

/** Hides a page, as far as it can tell, or shows it again. */
export async function hide(person: ChromiumPerson, isHidden: boolean): Promise<void> {
  await person.evaluate(`{
    const visibilityState = "${isHidden ? "hidden" : "visible"}";
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => visibilityState });
    document.dispatchEvent(new Event("visibilitychange"));
  }`);
}

/** Looks every 10 ms how many pictures have come, and keeps when the latest did. */
const WATCH = `{
  const own = instruments.connections.findLast((each) =>
    each.connectionState === "connected" && each.getTransceivers().length > 0);
  const { receiver } = own.getTransceivers()[1];
  const seen = globalThis.seenPictures = { count: 0, atMs: performance.now() };
  const look = async () => {
    const picture = [...(await receiver.getStats()).values()].find(({ type }) => type === "inbound-rtp");
    if (picture.framesDecoded !== seen.count) Object.assign(seen, { count: picture.framesDecoded, atMs: performance.now() });
    setTimeout(look, 10);
  };
  look();
}`;

export type Unseen = {
  /** From when nobody looks to the last picture. */
  readonly goneMs: number;
  /** From when somebody looks again to the next one. */
  readonly backMs: number;
};

/** Of the caller's page. */
export async function measureUnseen({ caller }: QualityCall): Promise<Unseen> {
  await assertMediaFlows(caller, { seconds: 1 });
  await caller.evaluate(WATCH);
  await caller.waitUntil("seenPictures.count > 0");
  const now = () => caller.evaluate<number>("performance.now()");
  const hiddenAtMs = await now();
  await hide(caller, true);
  await caller.waitUntil(`performance.now() - ${hiddenAtMs} > ${HIDDEN_MS}`);
  await caller.waitUntil(`performance.now() - seenPictures.atMs > ${STILL_MS}`);
  const goneMs = await caller.evaluate<number>("seenPictures.atMs") - hiddenAtMs;
  const shownAtMs = await now();
  await hide(caller, false);
  await caller.waitUntil(`seenPictures.atMs > ${shownAtMs}`);
  return { goneMs, backMs: await caller.evaluate<number>("seenPictures.atMs") - shownAtMs };
}
