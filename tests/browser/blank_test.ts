/** How long the page is blank over a slow line, for somebody who has never been there. */

import { assert } from "@std/assert";
import type { CDPSession, Page } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";

/** A slow line: so long there and back, and so much in a second. */
const SLOW = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, offline: false };
const BLANK_MS_MAX = 600;
const LOADS = 5;

async function measureBlankMs(page: Page, session: CDPSession, url: string): Promise<number> {
  await session.send("Network.clearBrowserCache");
  await page.goto(new URL("/healthz", url).href); // Opens the connection.
  await session.send("Network.emulateNetworkConditions", SLOW);
  await page.goto(url, { waitUntil: "commit" });
  const blankMs = await page.evaluate(() =>
    new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        const paint = list.getEntriesByName("first-contentful-paint")[0];
        if (paint !== undefined) resolve(paint.startTime);
      }).observe({ type: "paint", buffered: true });
    })
  );
  await session.send("Network.emulateNetworkConditions", {
    ...SLOW,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  return blankMs;
}

browserTest("A first screen is seen 0.6 s after it was asked for, over a line of 400 ms and 50 kB/s", async (scene) => {
  const { page, context } = await scene.open({ path: "/healthz" });
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const times: number[] = [];
  for (let load = 0; load < LOADS; load++) times.push(await measureBlankMs(page, session, `${scene.server.origin}/`));
  console.log(`Blank for ${times.map(Math.round).join(", ")} ms at 400 ms and 50 kB/s`);
  const [median = Infinity] = times.toSorted((a, b) => a - b).slice(LOADS >> 1);
  assert(median <= BLANK_MS_MAX, `blank for ${times}`);
});
