/** What the page loads, with itself and behind its first screen: it may come late, and it may not come at all. */

import { assertEquals } from "@std/assert";
import type { Page, Route } from "playwright-core";
import { call } from "../../client/words/en/call.ts";
import { ends } from "../../client/words/en/ends.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { Loads } from "./loads.ts";
import { openChat, seeMessage, write } from "./named_pair.ts";
import { assertMediaFlows } from "./person.ts";

const SCRIPT = "**/build/index-script-*.js";
/** How often a page loads within its first minute: once, and the reloads of load_guard.ts. */
const LOADS_MAX = 4;

/** Breaks off requests for what `pattern` names while `isBroken()`, as a change of networks does. */
async function breakOff(page: Page, pattern: string, isBroken = () => true): Promise<void> {
  await page.route(pattern, (route) => isBroken() ? route.abort("connectionreset") : route.continue());
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

/** The script, the style sheet of calls, and a part of the script. */
const BROKEN_OFF = [SCRIPT, "**/build/call_sheet-*.css", "**/build/part-*.js"];

/** What is broken off once comes up whole by itself. */
async function playBrokenOff(scene: Scene, pattern: string): Promise<void> {
  const loads = new Loads();
  const person = await scene.open({
    async prepare(page) {
      loads.watch(page);
      await breakOff(page, pattern, () => loads.count === 1);
    },
  });
  await loads.waitFor(2);
  await person.readId();
  await person.waitUntil("document.querySelector('link[rel=stylesheet]').sheet?.cssRules.length > 0");
  await person.page.close();
}

/** What stays away is told, and loaded once more when the person says so. */
async function playLost(scene: Scene): Promise<void> {
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
}

/** The server goes while the page loads, and comes back. */
async function playServerLeft(scene: Scene): Promise<void> {
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
}

/** A proxy answers for the server. */
async function playServerAway(scene: Scene): Promise<void> {
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
}

/** What takes long says so until it is there. */
async function playSlow(scene: Scene): Promise<void> {
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
  const alert = page.getByRole("alert").filter({ hasText: "taking a long time" });
  await alert.waitFor();
  held.resolve();
  await (await opening).readId();
  assertEquals(await alert.count(), 0);
}

/** What others put into the page loads nothing again, and nothing does while somebody types. */
async function playTyping(scene: Scene): Promise<void> {
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
  // A clock that is told to run while the page goes away never comes back.
  const loaded = loads.waitFor(2);
  while (loads.count < 2) await Promise.race([loaded, person.page.clock.runFor(20_000).catch(() => {})]);
  await loaded;
}

/** Hands each part that the page does not name itself, and so loads behind its first screen, to `handle`. */
async function interceptLaterParts(page: Page, handle: (route: Route) => Promise<void>): Promise<void> {
  await page.route("**/build/part-*.js", async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const html = await (await fetch(origin)).text();
    if (html.includes(pathname.slice(1))) await route.continue(); // Named from where the page is.
    else await handle(route);
  });
}

/** Reads the ID of a page that is registered and not ready, because what calls need has not come yet. */
async function readEarlyId({ page }: ChromiumPerson): Promise<string> {
  const id = page.getByLabel("Your ID", { exact: true }).filter({ hasText: /[0-9a-z]{4}-[0-9a-z]{4}/ });
  await id.waitFor();
  return await id.textContent() ?? "";
}

/** Lost once, it comes by itself. */
async function playLostOnce(scene: Scene, caller: ChromiumPerson): Promise<void> {
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
  await loads.waitFor(2);
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.press("Cancel");
  await caller.press("Back");
}

/** Lost for good, the page says so and cannot be called. */
async function playLostForGood(scene: Scene, caller: ChromiumPerson): Promise<void> {
  const lost = Promise.withResolvers<void>();
  const loads = new Loads();
  const callee = await scene.open({
    async prepare(page) {
      loads.watch(page);
      await interceptLaterParts(page, (route) => lost.promise.then(() => route.abort()));
    },
  });
  const id = await readEarlyId(callee);
  lost.resolve();
  await loads.waitFor(LOADS_MAX);
  await callee.see("Reload it to call and be called");
  await caller.call(id);
  await caller.see("isn’t open");
}

/** Finds the built file that holds this text. */
async function findPart(text: string): Promise<string> {
  for await (const { name } of Deno.readDir("static/build")) {
    if (name.endsWith(".js") && (await Deno.readTextFile(`static/build/${name}`)).includes(text)) return name;
  }
  throw new Error(`No built file holds ${text}`);
}

/** What a feature shows and did not come is told in the call, and comes when the person tries again. */
async function playFeature(caller: ChromiumPerson, mend: () => void): Promise<void> {
  const [word, chat] = [
    caller.page.getByText(call.featuresMissing),
    caller.page.getByRole("button", { name: "Chat" }),
  ];
  await word.waitFor();
  assertEquals(await chat.count(), 0);
  await caller.press(call.tryAgain);
  await word.waitFor();
  mend();
  await caller.press(call.tryAgain);
  await chat.waitFor();
  assertEquals(await word.count(), 0);
}

/** What is loaded behind the chat and did not come is not offered, and had once the chat is opened anew. */
async function playMore(caller: ChromiumPerson, mend: () => void): Promise<void> {
  const options = caller.page.getByRole("button", { name: "Chat options", exact: true });
  await openChat(caller);
  await write(caller, "Hello");
  await seeMessage(caller, "Hello");
  assertEquals(await options.count(), 0);
  mend();
  await caller.page.keyboard.press("Escape");
  await openChat(caller);
  await options.waitFor();
  await caller.page.keyboard.press("Escape");
}

/** An end is said without the server; what says it and did not come leaves a plain word for it, and the way back. */
async function playEnd(scene: Scene, caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await scene.server.kill();
  await caller.press("Hang up");
  await callee.see(/^Call ended\. You talked with/);
  await caller.see(call.state.ended);
  await caller.page.getByRole("heading", { name: call.phase.ended }).waitFor();
  await caller.page.getByText(call.featuresMissing).waitFor();
  await scene.restartServer();
  await caller.page.unrouteAll();
  await caller.press(call.tryAgain);
  await caller.see(/^Call ended\. You talked with/);
  await caller.waitUntil("document.activeElement.matches('[data-screen]')");
  await caller.press("Back");
  await caller.page.getByRole("textbox", { name: "ID or link" }).waitFor();
}

/** A page that lacks its style sheet is not loaded again in the middle of the call. */
async function playStyle(caller: ChromiumPerson): Promise<void> {
  const asked = caller.page.waitForResponse((response) => new URL(response.url()).pathname === "/");
  await loseStyle(caller, { integrity: "sha384-lost" });
  await asked; // The server is there, and the page could be loaded again.
  await assertMediaFlows(caller, { seconds: 1 });
}

browserTest(
  "A page of which something is broken off comes up whole by itself, or says so and waits to be told",
  async (scene) => {
    for (const pattern of BROKEN_OFF) await playBrokenOff(scene, pattern);
    await playLost(scene);
  },
);

browserTest(
  "A page whose server leaves or is away waits for it to come back, and one that takes long says so",
  async (scene) => {
    await playServerLeft(scene);
    await playServerAway(scene);
    await playSlow(scene);
  },
);

browserTest("A page is not loaded again for what others put into it, nor while somebody types", playTyping);

browserTest(
  "A call that comes early rings when the page has what calls need; in it a feature that did not come is told, a lost style sheet loads nothing again, and its end is said",
  async (scene) => {
    const held = Promise.withResolvers<void>();
    const callee = await scene.open({
      prepare: (page) => interceptLaterParts(page, (route) => held.promise.then(() => route.continue())),
    });
    const [chat, more, end] = await Promise.all(
      [findPart("chat-button"), findPart("chat-options"), findPart(ends.hungUpEarly)],
    );
    let [isBroken, isMoreBroken] = [true, true];
    const caller = await scene.open({
      async prepare(page) {
        await breakOff(page, `**/${chat}`, () => isBroken);
        await breakOff(page, `**/${more}`, () => isMoreBroken);
        await breakOff(page, `**/${end}`);
      },
    });
    await caller.call(await readEarlyId(callee));
    await caller.see("Calling");
    assertEquals(await callee.page.getByRole("dialog").count(), 0);
    held.resolve();
    await callee.seeRinging();
    await callee.press("Accept");
    await Promise.all([caller, callee].map((person) => person.see("Connected with")));
    await playFeature(caller, () => isBroken = false);
    await playMore(caller, () => isMoreBroken = false);
    await playStyle(caller);
    await callee.page.unrouteAll(); // What was held has come.
    await playEnd(scene, caller, callee);
  },
);

browserTest(
  "A page that loses what calls need gets it by itself, or says so and is not there to be called",
  async (scene) => {
    const caller = await scene.open();
    await playLostOnce(scene, caller);
    await playLostForGood(scene, caller);
  },
);
