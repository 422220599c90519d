/** The page as an app: what the whole browser makes of its manifest, and what becomes of links that lead into it. */

import { assertEquals } from "@std/assert";
import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";
import { CHROMIUM_ARGS, WHOLE_CHROMIUM } from "./chromium_person.ts";
import { PATIENCE_MS } from "./person.ts";

/** The ID of nobody who is there. */
const NOBODY = "k7mq-2vhd-9xtr-w4pz-0b5n";

/** What of the domain PWA of DevTools the test uses; playwright-core has no types for it. */
type Method = "PWA.install" | "PWA.launch" | "PWA.changeAppUserSettings";
type Params = { readonly installUrlOrBundleUrl?: string; readonly displayMode?: "standalone"; readonly url?: string };
type Installing = { send(method: Method, params: Params & { readonly manifestId: string }): Promise<unknown> };

/** A browser with the page installed: `launch` opens it as its icon does, or as a link that leads into it. */
class InstalledApp implements AsyncDisposable {
  readonly #folder: string;
  readonly #context: BrowserContext;
  readonly #session: CDPSession;
  readonly #origin: string;

  private constructor(folder: string, context: BrowserContext, session: CDPSession, origin: string) {
    [this.#folder, this.#context, this.#session, this.#origin] = [folder, context, session, origin];
  }

  static async install(origin: string): Promise<InstalledApp> {
    const folder = await Deno.makeTempDir();
    const options = { executablePath: WHOLE_CHROMIUM, args: [...CHROMIUM_ARGS] };
    const context = await chromium.launchPersistentContext(folder, options);
    const session = await context.newCDPSession(context.pages()[0] ?? await context.newPage());
    const app = new InstalledApp(folder, context, session, origin);
    await app.#send("PWA.install", { installUrlOrBundleUrl: `${origin}/` });
    await app.#send("PWA.changeAppUserSettings", { displayMode: "standalone" }); // As people install it.
    return app;
  }

  async #send(method: Method, params: Params): Promise<void> {
    const installing: Installing = this.#session as unknown as Installing;
    await installing.send(method, { manifestId: `${this.#origin}/video-calling`, ...params });
  }

  /** Returns the windows that are open then, but for the browser's first. */
  async launch(path: string): Promise<Page[]> {
    await this.#send("PWA.launch", { url: this.#origin + path });
    return this.#context.pages().slice(1);
  }

  async open(): Promise<Page> {
    const [page] = await Promise.all([
      this.#context.waitForEvent("page", { timeout: PATIENCE_MS }),
      this.launch("/"),
    ]);
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#context.close();
    await Deno.remove(this.#folder, { recursive: true });
  }
}

browserTest(
  "The page can be installed, and a link that leads into the app opens in its window, without leaving a call",
  async (scene, step) => {
    const sam = await scene.open();
    const id = await sam.readId();
    const { origin } = scene.server;
    await step("The browser finds nothing wrong with the manifest", async () => {
      const session = await sam.context.newCDPSession(sam.page);
      assertEquals((await session.send("Page.getAppManifest")).errors, []);
      assertEquals(await session.send("Page.getInstallabilityErrors"), { installabilityErrors: [] });
    });
    await using app = await InstalledApp.install(origin);
    const page = await app.open();
    await step("Somebody's link comes into the window that is open", async () => {
      await page.getByRole("status").filter({ hasText: "Ready for calls" }).waitFor();
      assertEquals((await app.launch(`/#${id}`)).length, 1);
      await page.waitForURL(`${origin}/#${id}`);
      await page.locator("#invitation").waitFor();
    });
    await step("In a call neither a link nor an entry of the icon's menu leaves it", async () => {
      await page.getByRole("button", { name: "Call", exact: true }).click();
      await sam.seeRinging();
      await sam.press("Accept");
      await page.getByRole("status").filter({ hasText: "Connected with" }).waitFor();
      await app.launch("/check");
      // Behind the other in the same queue: what this one does is done after it.
      await app.launch(`/#${NOBODY}`);
      await page.waitForURL(`${origin}/#${NOBODY}`);
      assertEquals(await page.getByRole("status").filter({ hasText: "Connected with" }).count(), 1);
      await page.mouse.move(400, 300);
      await page.getByRole("button", { name: "Hang up" }).click();
    });
    await step("After it the entry leads to the connection check, in the same window", async () => {
      await page.locator(".ended").waitFor();
      assertEquals((await app.launch("/check")).length, 1);
      await page.waitForURL(`${origin}/check`);
    });
    await step("From there somebody's link leads to the first screen, in the same window", async () => {
      await page.getByRole("button", { name: "Start" }).waitFor();
      assertEquals((await app.launch(`/#${id}`)).length, 1);
      await page.waitForURL(`${origin}/#${id}`);
      await page.locator("#invitation").waitFor();
    });
  },
  { chromium: "chromium" },
);
