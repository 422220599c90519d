/**
 * Registers a test that needs a server and browsers, and takes down afterwards what it opened, whatever happened. The
 * tests of a file share their browsers, since a start costs more than most of a test: each person has a profile of their
 * own there, which goes with the test. Whoever must not share a process with others is opened alone.
 */

import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Browser as PuppeteerBrowser, BrowserContext as PuppeteerContext } from "puppeteer-core";
import { isMissing } from "../doubles/programs.ts";
import { type ServerProcess, startServerProcess } from "../doubles/server_process.ts";
import {
  CHROMIUM_PROGRAMS,
  ChromiumPerson,
  HEADLESS_SHELL,
  launchChromium,
  WHOLE_CHROMIUM,
} from "./chromium_person.ts";
import { FirefoxPerson, launchFirefox } from "./firefox_person.ts";

type OpenOptions = {
  /** A further tab in the profile of this person. */
  tabOf?: ChromiumPerson;
  /** Switches for a Chromium of its own. */
  args?: readonly string[];
  /** Surroundings of a Chromium of its own. */
  env?: Record<string, string>;
  /** A Chromium process of its own. */
  isAlone?: boolean;
  /** The browser that people have, its windows included, in a process of its own. */
  isWhole?: boolean;
  fakesClock?: boolean;
  path?: string;
  /** What the person's browser speaks, as a BCP 47 tag. */
  locale?: string;
  /** Where the page is, if not at the server itself: a proxy before it. */
  origin?: string;
  prepare?: (page: Page) => Promise<void>;
  /** Whether the page may start its service worker; by default it may not. */
  hasWorker?: boolean;
};

/** The browsers of this file, by their switches; closed after its last test. */
const chromiums = new Map<string, Promise<Browser>>();
let firefox: Promise<PuppeteerBrowser> | null = null;

/** Starts a browser at its first use, and again if a test has ended it. */
async function shareChromium(args: readonly string[]): Promise<Browser> {
  const key = args.join(" ");
  const shared = await chromiums.get(key);
  if (shared?.isConnected()) return shared;
  const started = launchChromium(args);
  chromiums.set(key, started);
  return await started;
}

async function shareFirefox(): Promise<PuppeteerBrowser> {
  if (!(await firefox)?.connected) firefox = launchFirefox();
  return await firefox as PuppeteerBrowser;
}

Deno.test.afterAll(async () => {
  for (const browser of chromiums.values()) await (await browser).close();
  await (await firefox)?.close();
});

export class Scene implements AsyncDisposable {
  server: ServerProcess;
  readonly #contexts = new Set<BrowserContext | PuppeteerContext>();
  readonly #own: (Browser | PuppeteerBrowser)[] = [];

  constructor(server: ServerProcess) {
    this.server = server;
  }

  async open(
    {
      args = [],
      env,
      isWhole = false,
      isAlone = isWhole || env !== undefined,
      path = "/",
      origin = this.server.origin,
      tabOf,
      locale,
      hasWorker = false,
      ...options
    }: OpenOptions = {},
  ): Promise<ChromiumPerson> {
    const browser = isAlone
      ? await launchChromium(args, isWhole ? WHOLE_CHROMIUM : HEADLESS_SHELL, env)
      : await shareChromium(args);
    if (isAlone) this.#own.push(browser);
    const context = tabOf?.context ?? await ChromiumPerson.createProfile(browser, { locale, hasWorker });
    this.#contexts.add(context);
    return await ChromiumPerson.openIn(context, origin + path, options);
  }

  /** @param env surroundings of a Firefox of its own, with the devices that the machine has there */
  async openFirefox(
    origin = this.server.origin,
    { env, tabOf }: Pick<OpenOptions, "env"> & { tabOf?: FirefoxPerson } = {},
  ): Promise<FirefoxPerson> {
    if (tabOf !== undefined) return await FirefoxPerson.open(tabOf.page.browserContext(), origin);
    const browser = env === undefined
      ? await shareFirefox()
      : await launchFirefox({ "media.navigator.streams.fake": false }, env);
    if (env !== undefined) this.#own.push(browser);
    const context = await browser.createBrowserContext();
    this.#contexts.add(context);
    return await FirefoxPerson.open(context, origin);
  }

  /** Starts a server on the same port as the one that was killed. */
  async restartServer(): Promise<void> {
    this.server = await startServerProcess({ port: this.server.port });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#contexts].map((context) => context.close()));
    await Promise.all(this.#own.map((browser) => browser.close()));
    await this.server.kill();
  }
}

/** Plays a named part of a test's scene; what comes after it is not played if it fails. */
export type Step = (name: string, play: () => Promise<void>) => Promise<void>;

/**
 * @param programs further programs that the test needs, with their Debian packages
 * @param env settings of the server
 */
export function browserTest(
  name: string,
  run: (scene: Scene, step: Step) => Promise<void>,
  programs: Record<string, string> = {},
  env: Record<string, string> = {},
): void {
  Deno.test({
    name,
    ignore: isMissing(name, { ...CHROMIUM_PROGRAMS, ...programs }),
    // The drivers keep sockets and timers of their own beyond a test.
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      await using scene = new Scene(await startServerProcess({ env }));
      await run(scene, async (name, play) => {
        // Without any sanitizer a step may have steps of its own.
        const isOk = await test.step({ name, fn: play, sanitizeExit: false });
        if (!isOk) throw new Error(`Cannot go on after: ${name}`);
      });
    },
  });
}
