/**
 * Calls in a frame on a page of somebody else's: of an origin that the server names, with a word or two between the two
 * pages; and of one that it does not, which gets neither the frame nor a word.
 */

import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";
import { CHROMIUM_ARGS, ChromiumPerson, HEADLESS_SHELL } from "./chromium_person.ts";
import { PATIENCE_MS } from "./person.ts";

/** Another site than the server's, which is on localhost. */
const HOSTNAME = "127.0.0.1";
const ALLOW = "camera; microphone; display-capture; autoplay; fullscreen; clipboard-write";

/** What each page does: keep what it hears, and from whom. */
const LISTEN = `<script>
  const heard = [];
  addEventListener("message", ({ origin, data }) => heard.push([origin, data]));
</script>`;

/**
 * A site of somebody else's: each path is a page with this in it. It has its port as long as the file runs, since others
 * would take one that is only looked for.
 */
class OtherSite {
  /** Put in as soon as the test knows what they say. */
  pages: Readonly<Record<string, string>> = {};
  readonly #server: Deno.HttpServer<Deno.NetAddr>;

  constructor() {
    this.#server = Deno.serve({ hostname: HOSTNAME, port: 0, onListen() {} }, ({ url }) => {
      const body = this.pages[new URL(url).pathname];
      const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tea house</title>${LISTEN}<body>` +
        `<main><h1>Tea house</h1>${body}</main>`;
      return new Response(html, {
        status: body === undefined ? 404 : 200,
        headers: { "content-type": "text/html; charset=utf-8" },
      });
    });
    this.#server.unref(); // Where no test runs, nothing closes it.
    Deno.test.afterAll(() => this.#server.shutdown());
  }

  get origin(): string {
    return `http://${HOSTNAME}:${this.#server.addr.port}`;
  }
}

const listed = new OtherSite();
const foreign = new OtherSite();
const [LISTED, FOREIGN] = [listed.origin, foreign.origin];

/**
 * Starts a Chromium that keeps what is in frames apart, as everybody's does. By the driver's own switches it would not,
 * so it gets none of them but those that join the two.
 */
async function launchApart(folder: string): Promise<Browser> {
  const args = [...CHROMIUM_ARGS, "--headless", "--remote-debugging-pipe", "--no-startup-window"];
  return await chromium.launch({
    executablePath: HEADLESS_SHELL,
    ignoreDefaultArgs: true,
    args: [...args, `--user-data-dir=${folder}`],
  });
}

function frameOf(page: Page, origin: string): Frame {
  const frame = page.frames().find((each) => each.url().startsWith(origin));
  if (frame === undefined) throw new Error(`No frame shows ${origin}: ${page.frames().map((each) => each.url())}`);
  return frame;
}

/** Waits until the page has heard this word, and returns all that it has heard by then. */
async function hear(page: Page, word: string): Promise<unknown[]> {
  const said = `heard.some(([, { videoCalling }]) => videoCalling === ${JSON.stringify(word)})`;
  await page.waitForFunction(said, null, { timeout: PATIENCE_MS });
  return await page.evaluate("heard.splice(0)");
}

function say(page: Page, word: string, origin: string): Promise<unknown> {
  return page.evaluate(
    `document.querySelector("#call").contentWindow.postMessage({ videoCalling: "${word}" }, "${origin}")`,
  );
}

browserTest(
  "A page that the server names has calls in a frame, hears how they go, and begins and ends them",
  async (scene, step) => {
    const kim = await scene.open();
    const id = await kim.readId();
    const { origin } = scene.server;
    const frame = (place: string) =>
      `<iframe id="call" allow="${ALLOW}" title="Call Kim" width="800" height="600" ` +
      `src="${origin}${place}"></iframe>`;
    listed.pages = {
      "/": frame(`/embed#${id}`) + `<iframe title="News" src="${FOREIGN}/"></iframe>` +
        `<iframe title="Map" src="${LISTED}/map"></iframe>`,
      "/map": "<p>Map</p>",
      "/first": frame(`/#${id}`),
      "/check": frame("/check"),
    };
    foreign.pages = { "/": "<p>News</p>", "/thief": frame(`/embed#${id}`) };
    const folder = await Deno.makeTempDir();
    await using cleanUp = new AsyncDisposableStack();
    cleanUp.defer(() => Deno.remove(folder, { recursive: true }));
    const browser = await launchApart(folder);
    cleanUp.defer(() => browser.close());
    const visitor = await ChromiumPerson.open(browser, `${LISTED}/`);
    const { page } = visitor;
    await step(
      "It hears that the page in the frame is ready, which has an ID of its own there and says that it may",
      async () => {
        assertEquals(await hear(page, "ready"), [[origin, { videoCalling: "ready" }]]);
        const framed = frameOf(page, origin);
        await framed.getByText("Inside another website, you may have a different ID.").waitFor();
        await framed.getByRole("heading", { name: /^Call/ }).waitFor();
        const here = await framed.getByLabel("Your ID", { exact: true }).textContent();
        const own = await scene.open({ tabOf: visitor });
        assertNotEquals(await own.readId(), here);
        assertEquals(await own.page.getByText("Inside another website").count(), 0);
        await own.page.close();
      },
    );
    await step("It calls, and hears that it rings and is connected", async () => {
      await say(page, "call", origin);
      await hear(page, "calling");
      await kim.seeRinging();
      await kim.press("Accept");
      assertEquals(await hear(page, "connected"), [[origin, { videoCalling: "connected" }]]);
      await kim.see("Connected with");
    });
    await step("Other pages beside the frame can end nothing and hear nothing, also of the same site", async () => {
      const framed = frameOf(page, origin);
      for (const other of [frameOf(page, FOREIGN), frameOf(page, `${LISTED}/map`)]) {
        // Behind the page's own listener, which has had each message when this one has the last.
        const isThrough = framed.evaluate(`new Promise((resolve) =>
          addEventListener("message", ({ data }) => data?.isLast && resolve(true)))`);
        await framed.evaluate("0"); // Behind what sets that up.
        await other.evaluate(`for (const said of [{ videoCalling: "hangup" }, "hangup", null, { isLast: true }]) {
          parent.frames[0].postMessage(said, "*");
        }`);
        assert(await isThrough);
        assertEquals(await framed.getByRole("status").filter({ hasText: "Connected with" }).count(), 1);
        assertEquals([await page.evaluate("heard"), await other.evaluate("heard")], [[], []]);
      }
    });
    await step("It ends the call, and hears why it ended", async () => {
      await say(page, "hangup", origin);
      assertEquals(await hear(page, "ended"), [[origin, { videoCalling: "ended", reason: "hung-up" }]]);
      await kim.page.locator(".ended").waitFor();
    });
    await step("It hears that somebody whom the visitor does not know rings, and no longer does", async () => {
      const framed = frameOf(page, origin);
      await framed.getByRole("button", { name: "Back", exact: true }).click();
      const framedId = await framed.getByLabel("Your ID", { exact: true }).textContent();
      const sam = await scene.open({ path: `/#${framedId}` });
      await sam.press("Call");
      await hear(page, "ringing");
      await sam.press("Cancel");
      assertEquals(await hear(page, "ended"), [[origin, { videoCalling: "ended", reason: "unanswered" }]]);
    });
    await step("No browser shows it in the frame of a page that is not named, nor any other page of ours", async () => {
      for (const place of [`${FOREIGN}/thief`, `${LISTED}/first`, `${LISTED}/check`]) {
        const isSaid = page.waitForEvent("console", (line) => line.text().includes("frame-ancestors"));
        await page.goto(place);
        await isSaid;
        assertEquals(
          page.frames().filter((each) => each.url().startsWith(origin)).map((each) => each.url()),
          [],
          place,
        );
        assertEquals(await page.evaluate("heard"), [], place);
      }
    });
  },
  {},
  { EMBED_ORIGINS: `https://tea.example.com, ${LISTED}` },
);
