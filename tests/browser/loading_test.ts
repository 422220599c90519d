/** What the page loads behind its first screen: it may come late, and it may not come at all. */

import { assertEquals } from "@std/assert";
import type { Page, Route } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";

/** Hands each part that the page does not name itself, and so loads behind its first screen, to `handle`. */
async function interceptLaterParts(page: Page, handle: (route: Route) => Promise<void>): Promise<void> {
  await page.route("**/build/part-*.js", async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const html = await (await fetch(origin)).text();
    if (html.includes(pathname)) await route.continue();
    else await handle(route);
  });
}

browserTest("A call that comes before the page has loaded what calls need rings as soon as it has", async (scene) => {
  const held = Promise.withResolvers<void>();
  const callee = await scene.open({
    prepare: (page) => interceptLaterParts(page, (route) => held.promise.then(() => route.continue())),
  });
  const caller = await scene.open();
  await caller.call(await callee.readId());
  await caller.see("Calling");
  assertEquals(await callee.page.getByRole("dialog").count(), 0);
  held.resolve();
  await callee.seeRinging();
  await callee.press("Accept");
  await Promise.all([caller, callee].map((person) => person.see("Connected with")));
});

browserTest("A page that cannot load what calls need says so and is not there to be called", async (scene) => {
  const lost = Promise.withResolvers<void>();
  const callee = await scene.open({
    prepare: (page) => interceptLaterParts(page, (route) => lost.promise.then(() => route.abort())),
  });
  const id = await callee.readId();
  lost.resolve();
  await callee.see("Reload it to call and be called");
  const caller = await scene.open();
  await caller.call(id);
  await caller.see("reachable");
});
