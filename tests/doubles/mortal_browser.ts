/**
 * A Chromium that can be stopped in the middle of everything, as a machine that sleeps, and killed, as one that loses its
 * power: all of its processes, without a word to anybody.
 */

import { type Browser, chromium } from "playwright-core";
import { CHROMIUM_ARGS, ChromiumPerson, HEADLESS_SHELL } from "../browser/chromium_person.ts";

export class MortalBrowser implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #pid: number;
  #isDead = false;

  private constructor(browser: Browser, pid: number) {
    this.#browser = browser;
    this.#pid = pid;
  }

  static async launch(): Promise<MortalBrowser> {
    const server = await chromium.launchServer({ executablePath: HEADLESS_SHELL, args: [...CHROMIUM_ARGS] });
    const { pid } = server.process();
    if (pid === undefined) throw new Error("Cannot launch Chromium: it has no process");
    return new MortalBrowser(await chromium.connect(server.wsEndpoint()), pid);
  }

  /** @param tabOf whose profile it is, if it is a further tab */
  async open(origin: string, tabOf?: ChromiumPerson): Promise<ChromiumPerson> {
    const context = tabOf?.context ?? await ChromiumPerson.createProfile(this.#browser);
    return await ChromiumPerson.openIn(context, `${origin}/`);
  }

  async sleep(): Promise<void> {
    await this.#signal("SIGSTOP");
  }

  async wake(): Promise<void> {
    await this.#signal("SIGCONT");
  }

  async kill(): Promise<void> {
    this.#isDead = true;
    await this.#signal("SIGKILL");
  }

  async #signal(signal: Deno.Signal): Promise<void> {
    for (const pid of [this.#pid, ...await findDescendants(this.#pid)]) {
      try {
        Deno.kill(pid, signal);
      } catch (error) {
        if (!(error instanceof Deno.errors.NotFound)) throw error; // It has ended by itself.
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isDead) return;
    await this.wake();
    await this.#browser.close();
    await this.kill();
  }
}

/** Finds the processes that this one has started, and those that they have. */
async function findDescendants(pid: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await Deno.readTextFile(`/proc/${name}/stat`).catch(() => ""); // It may have ended meanwhile.
    const parent = /\) \S (\d+)/.exec(stat)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const found: number[] = [pid];
  for (const ancestor of found) for (const [child, parent] of parents) if (parent === ancestor) found.push(child);
  return found.slice(1);
}
