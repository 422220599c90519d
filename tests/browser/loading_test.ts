/** What the page loads, with itself and behind its first screen: it may come late, and it may not come at all. */

import { assertEquals } from "@std/assert";
import type { Page, Request, Route } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { assertMediaFlows, connect } from "./person.ts";

const SCRIPT = "**/build/index-script-*.js";
/** How often a page loads within its first minute: once, and the reloads of load_guard.ts. */
const LOADS_MAX = 4;

/** Breaks off requests for what `pattern` names while `isBroken()`, as a change of networks does. */
async function breakOff(page: Page, pattern: string, isBroken = () => true): Promise<void> {
  await page.route(pattern, (route) => isBroken() ? route.abort("connectionreset") : route.continue());
}

/** How often a page has been loaded. */
class Loads {
  count = 0;
  #page: Page | null = null;

  watch(page: Page): void {
    this.#page = page;
    page.on("request", (request) => this.count += Number(request.isNavigationRequest()));
  }

  /** Throws when it has not been loaded so often after 15 s. */
  async waitFor(count: number): Promise<void> {
    const predicate = (request: Request) => request.isNavigationRequest();
    while (this.count < count) await this.#page?.waitForEvent("request", predicate);
  }
}

/** Puts a style sheet into the page that is not there, and waits until the page has been told. */
async function loseStyle(person: ChromiumPerson, attributes: Record<string, string>): Promise<void> {
  await person.page.evaluate((own) =>
    new Promise((resolve) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/lost.css", ...own });
      link.onerror = resolve;
      document.head.append(link);
    }), attributes);
}

for (
  const [what, pattern] of [
    ["script", SCRIPT],
    ["style sheet", "**/build/style-*.css"],
    ["part of its script", "**/build/part-*.js"],
  ] as const
) {
  browserTest(`A page whose ${what} is broken off comes up whole by itself`, async (scene) => {
    const loads = new Loads();
    const person = await scene.open({
      async prepare(page) {
        loads.watch(page);
        await breakOff(page, pattern, () => loads.count === 1);
      },
    });
    await loads.waitFor(2);
    await person.readId();
    await person.waitUntil("getComputedStyle(document.body).margin === '0px'");
  });
}

browserTest("A page whose script cannot be loaded says so, and loads once more when it is told to", async (scene) => {
  const loads = new Loads();
  const person = await scene.open({
    fakesClock: true,
    async prepare(page) {
      loads.watch(page);
      await breakOff(page, SCRIPT);
    },
  });
  const alert = person.page.getByRole("alert");
  await alert.filter({ hasText: "didn’t load" }).waitFor();
  assertEquals(loads.count, LOADS_MAX);
  await person.page.clock.runFor(10_000);
  assertEquals(await alert.filter({ hasText: "didn’t load" }).count(), 1, "And not that it is only slow");
  await person.page.unroute(SCRIPT);
  await person.press("Reload");
  await person.readId();
  assertEquals(await alert.count(), 0);
});

browserTest(
  "A page that the server leaves while it loads says so, and comes up when the server is back",
  async (scene) => {
    const person = await scene.open({
      async prepare(page) {
        await page.route(SCRIPT, async (route) => {
          await scene.server.kill();
          await route.abort("connectionreset");
        }, { times: 1 });
      },
    });
    await person.page.getByRole("alert").filter({ hasText: "as soon as the server can be reached" }).waitFor();
    await scene.restartServer();
    await person.readId();
  },
);

browserTest("A page whose server is away behind its proxy waits for it to come back", async (scene) => {
  let [isAway, hasCome] = [true, false];
  const person = await scene.open({
    async prepare(page) {
      // The first answer is the page; from then on, while the server is away, the proxy answers for it.
      const isFirst = (route: Route) => route.request().isNavigationRequest() && !hasCome;
      await page.route("**", async (route) => {
        if (!isAway || isFirst(route)) await route.continue();
        else await route.fulfill({ status: 502, body: "Bad gateway" });
        hasCome = true;
      });
    },
  });
  await person.page.getByRole("alert").filter({ hasText: "as soon as the server can be reached" }).waitFor();
  isAway = false;
  await person.readId();
});

browserTest("A page that takes long to load says so until it is there", async (scene) => {
  const held = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<Page>();
  const opening = scene.open({
    fakesClock: true,
    async prepare(page) {
      await page.route(SCRIPT, (route) => held.promise.then(() => route.continue()));
      opened.resolve(page);
    },
  });
  const page = await opened.promise;
  await page.locator("#app").waitFor({ state: "attached" });
  await page.clock.fastForward(10_000);
  const alert = page.getByRole("alert").filter({ hasText: "takes long" });
  await alert.waitFor();
  held.resolve();
  await (await opening).readId();
  assertEquals(await alert.count(), 0);
});

browserTest("A page that lacks its style sheet is not loaded again in the middle of a call", async (scene) => {
  const [caller, callee] = [await scene.open(), await scene.open()];
  await connect(caller, callee);
  const asked = caller.page.waitForResponse((response) => new URL(response.url()).pathname === "/");
  await loseStyle(caller, { integrity: "sha384-lost" });
  await asked; // The server is there, and the page could be loaded again.
  await assertMediaFlows(caller, { seconds: 1 });
  await caller.press("Hang up");
  await callee.see("Call ended");
});

browserTest("A page is not loaded again for what others put into it, nor while somebody types", async (scene) => {
  const loads = new Loads();
  const person = await scene.open({
    fakesClock: true,
    prepare(page) {
      loads.watch(page);
      return Promise.resolve();
    },
  });
  await person.readId();
  const field = person.page.getByRole("textbox", { name: "ID or link" });
  await field.fill("k7mq");
  const asked = person.page.waitForResponse((response) => new URL(response.url()).pathname === "/");
  let askedCount = 0;
  person.page.on("response", (response) => askedCount += Number(new URL(response.url()).pathname === "/"));
  await loseStyle(person, {});
  await person.page.evaluate(() => fetch("/healthz"));
  assertEquals(askedCount, 0, "Somebody else's style sheet");
  await loseStyle(person, { integrity: "sha384-lost" });
  await asked;
  await person.page.evaluate(() => fetch("/healthz"));
  assertEquals(loads.count, 1, "In the middle of an ID");
  await field.fill("");
  await person.page.clock.runFor(60_000);
  await loads.waitFor(2);
});

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

browserTest("A page that loses what calls need gets it by itself", async (scene) => {
  const loads = new Loads();
  let isLost = false;
  const callee = await scene.open({
    async prepare(page) {
      loads.watch(page);
      await interceptLaterParts(page, async (route) => {
        if (isLost) return await route.continue();
        isLost = true;
        await route.abort("connectionreset");
      });
    },
  });
  const caller = await scene.open();
  await loads.waitFor(2);
  await caller.call(await callee.readId());
  await callee.seeRinging();
});

browserTest("A page that cannot load what calls need says so and is not there to be called", async (scene) => {
  const lost = Promise.withResolvers<void>();
  const loads = new Loads();
  const callee = await scene.open({
    async prepare(page) {
      loads.watch(page);
      await interceptLaterParts(page, (route) => lost.promise.then(() => route.abort()));
    },
  });
  const id = await callee.readId();
  lost.resolve();
  await loads.waitFor(LOADS_MAX);
  await callee.see("Reload it to call and be called");
  const caller = await scene.open();
  await caller.call(id);
  await caller.see("reachable");
});
