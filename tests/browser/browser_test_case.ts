/** Registers a test that needs a server and browsers, and takes both down afterwards, whatever happened. */

import type { Browser, Page } from "playwright-core";
import { isMissing } from "../doubles/programs.ts";
import { type ServerProcess, startServerProcess } from "../doubles/server_process.ts";
import { ChromiumPerson, launchChromium } from "./chromium_person.ts";
import { FirefoxPerson, launchFirefox } from "./firefox_person.ts";

type OpenOptions = {
  /** A further tab in the profile of this person. */
  tabOf?: ChromiumPerson;
  /** Switches for a Chromium of its own. */
  args?: readonly string[];
  /** A Chromium process of its own. */
  isAlone?: boolean;
  fakesClock?: boolean;
  path?: string;
  /** Where the page is, if not at the server itself: a proxy before it. */
  origin?: string;
  prepare?: (page: Page) => Promise<void>;
};

export class Scene implements AsyncDisposable {
  server: ServerProcess;
  readonly #browsers = new Map<string, Promise<Browser>>();
  #firefox: ReturnType<typeof launchFirefox> | null = null;

  constructor(server: ServerProcess) {
    this.server = server;
  }

  async open(
    { args = [], isAlone = false, path = "/", origin = this.server.origin, tabOf, ...options }: OpenOptions = {},
  ): Promise<ChromiumPerson> {
    const key = isAlone ? `alone ${this.#browsers.size}` : args.join(" ");
    const browser = this.#browsers.get(key) ?? launchChromium(args);
    this.#browsers.set(key, browser);
    return await ChromiumPerson.open(await browser, origin + path, { ...options, tabOf });
  }

  async openFirefox(): Promise<FirefoxPerson> {
    this.#firefox ??= launchFirefox();
    return await FirefoxPerson.open(await this.#firefox, this.server.origin);
  }

  /** Starts a server on the same port as the one that was killed. */
  async restartServer(): Promise<void> {
    this.server = await startServerProcess({ port: this.server.port });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const browser of this.#browsers.values()) await (await browser).close();
    await (await this.#firefox)?.close();
    await this.server.kill();
  }
}

const CHROMIUM = { chromium: "chromium" };

/**
 * @param programs further programs that the test needs, with their Debian packages
 * @param env settings of the server
 */
export function browserTest(
  name: string,
  run: (scene: Scene) => Promise<void>,
  programs: Record<string, string> = {},
  env: Record<string, string> = {},
): void {
  Deno.test({
    name,
    ignore: isMissing(name, { ...CHROMIUM, ...programs }),
    // The drivers keep sockets and timers of their own beyond a test.
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      await using scene = new Scene(await startServerProcess({ env }));
      await run(scene);
    },
  });
}
