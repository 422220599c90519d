/**
 * Registers a test between two homes behind NATs, with a server and, if asked, a relay on the public address. The tests of
 * a file may share the network and a page in each home, since whole browsers cost more than most of a test.
 */

import type { Browser } from "playwright-core";
import { ChromiumPerson, launchChromium, WHOLE_CHROMIUM } from "../browser/chromium_person.ts";
import { isMissing } from "../doubles/programs.ts";
import { type ServerProcess, startServerProcess } from "../doubles/server_process.ts";
import { until } from "../doubles/until.ts";
import { type Home, Lab, type Nat, SERVER_ADDRESS } from "./lab.ts";

const PORT = 5000;
const STUN_PORT = 3478;
/** Where pages may learn their outer address. */
export const STUN_URL = `stun:${SERVER_ADDRESS}:${STUN_PORT}`;
const TURN_PORT = 3479;
const TURN_SECRET = "a secret of this test alone";
const ORIGIN = `http://${SERVER_ADDRESS}:${PORT}`;
const PROGRAMS = { chromium: "chromium", ip: "iproute2", nft: "nftables", turnserver: "coturn" };

export type NetworkOptions = {
  readonly nats: Readonly<Record<Home, Nat>>;
  readonly hasRelay?: boolean;
  /** Another page than the project's, as a server is started with it. */
  readonly page?: { readonly folder: string; readonly script: string };
  /** Further programs, with their Debian packages. */
  readonly programs?: Record<string, string>;
};

type OpenOptions = { readonly args?: readonly string[]; readonly path?: string };

export class NetworkScene implements AsyncDisposable {
  readonly lab: Lab;
  #hasRelay: boolean;
  readonly #browsers: Browser[] = [];
  server: ServerProcess;
  #relay: Deno.ChildProcess | null = null;

  private constructor(lab: Lab, server: ServerProcess, hasRelay: boolean) {
    this.lab = lab;
    this.server = server;
    this.#hasRelay = hasRelay;
  }

  static async create({ nats, hasRelay = true, page }: NetworkOptions): Promise<NetworkScene> {
    const lab = await Lab.create(nats);
    const scene = new NetworkScene(lab, await startIn(lab, createEnv(hasRelay), page), hasRelay);
    if (hasRelay) await scene.startRelay();
    return scene;
  }

  async startRelay(): Promise<void> {
    const options = [
      ...["--listening-ip", SERVER_ADDRESS, "--relay-ip", SERVER_ADDRESS, "--listening-port", String(TURN_PORT)],
      ...["--use-auth-secret", "--static-auth-secret", TURN_SECRET, "--realm", "test", "--no-tls", "--no-dtls"],
      ...["--no-cli", "--log-file", "stdout", "--simple-log", "--pidfile", "/dev/null", "--fingerprint"],
      ...["--userdb", `${this.lab.folder}/turndb`], // Not the one that others, beside it, would share.
      // A home's private address leads nowhere from here: trying it would only stop the allocation.
      ...["--denied-peer-ip", "10.0.0.0-10.255.255.255"],
    ];
    const child = new Deno.Command("ip", {
      args: ["netns", "exec", this.lab.namespaceOf("srv"), "turnserver", ...options],
      stdout: "null",
      stderr: "null",
    }).spawn();
    this.#relay = child;
    const isUp = async () => (await this.lab.run("srv", ["ss", "-Hltn"])).includes(`:${TURN_PORT} `);
    await until(isUp, "coturn listens");
  }

  async stopRelay(): Promise<void> {
    // `ip netns exec` becomes the program it starts, so this is the relay's own pid.
    this.#relay?.kill("SIGKILL");
    await this.#relay?.status;
    this.#relay = null;
  }

  /** Starts the server anew, knowing of the relay or not; returns whether that is another server than before. */
  async changeRelay(hasRelay: boolean): Promise<boolean> {
    if (hasRelay === this.#hasRelay) return false;
    this.#hasRelay = hasRelay;
    await this.server.kill("SIGKILL");
    this.server = await startIn(this.lab, createEnv(hasRelay));
    return true;
  }

  /**
   * Opens the page in a Chromium of its own in a home; a whole one, which alone takes its origin for a secure one.
   *
   * @param script run before the page's own
   * @param args further switches of the browser
   */
  async open(home: Home, script = "", { args = [], path = "/" }: OpenOptions = {}): Promise<ChromiumPerson> {
    const program = await this.lab.writeWrapper(home, WHOLE_CHROMIUM);
    const browser = await launchChromium([`--unsafely-treat-insecure-origin-as-secure=${ORIGIN}`, ...args], program);
    this.#browsers.push(browser);
    return await ChromiumPerson.open(browser, `${ORIGIN}${path}`, {
      prepare: async (page) => void await page.addInitScript(script),
    });
  }

  /** Opens the page in both homes. */
  async openBoth(): Promise<[ChromiumPerson, ChromiumPerson]> {
    return [await this.open("a"), await this.open("b")];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
    await this.stopRelay();
    await this.server.kill("SIGKILL");
    await this.lab[Symbol.asyncDispose]();
  }
}

function createEnv(hasRelay: boolean): Record<string, string> {
  const urls = `turn:${SERVER_ADDRESS}:${TURN_PORT}?transport=udp,turn:${SERVER_ADDRESS}:${TURN_PORT}?transport=tcp`;
  return {
    HOST: "0.0.0.0",
    STUN_PORT: String(STUN_PORT),
    DRAIN_SECONDS: "0",
    ...(hasRelay ? { TURN_URLS: urls, TURN_SECRET } : {}),
  };
}

function startIn(
  lab: Lab,
  env: Record<string, string>,
  page: NetworkOptions["page"] = undefined,
): Promise<ServerProcess> {
  return startServerProcess({ port: PORT, env, prefix: ["ip", "netns", "exec", lab.namespaceOf("srv")], ...page });
}

export function networkTest(
  name: string,
  { programs = {}, ...options }: NetworkOptions & { programs?: Record<string, string> },
  run: (scene: NetworkScene) => Promise<void>,
): void {
  Deno.test({
    name,
    ignore: isMissing(name, { ...PROGRAMS, ...programs }),
    sanitizeOps: false, // The browser's driver keeps sockets and timers of its own.
    sanitizeResources: false,
    async fn() {
      await using scene = await NetworkScene.create(options);
      await run(scene);
    },
  });
}

export type Pair = {
  readonly scene: NetworkScene;
  readonly caller: ChromiumPerson;
  readonly callee: ChromiumPerson;
  readonly people: readonly ChromiumPerson[];
};

/** Of this file, from its first such test to its last; begun anew after one that failed. */
let shared: Promise<Pair> | null = null;

Deno.test.afterAll(async () => await (await shared)?.scene[Symbol.asyncDispose]());

async function openPair(nats: NetworkOptions["nats"]): Promise<Pair> {
  const scene = await NetworkScene.create({ nats });
  try {
    const people = await scene.openBoth();
    return { scene, caller: people[0], callee: people[1], people };
  } catch (error) {
    await scene[Symbol.asyncDispose]();
    throw error;
  }
}

/** Registers a test with the pages that the file shares, which are at their first screen before it and after it. */
export function pairTest(
  name: string,
  { nats, hasRelay = true, programs = {} }: Omit<NetworkOptions, "page">,
  run: (pair: Pair) => Promise<void>,
): void {
  Deno.test({
    name,
    ignore: isMissing(name, { ...PROGRAMS, ...programs }),
    sanitizeOps: false, // As above, and the pages outlive the test.
    sanitizeResources: false,
    async fn() {
      const pair = await (shared ??= openPair(nats));
      try {
        for (const home of ["a", "b"] as const) await pair.scene.lab.changeNat(home, nats[home]);
        if (await pair.scene.changeRelay(hasRelay)) { for (const { page } of pair.people) await page.reload(); }
        for (const person of pair.people) {
          await person.readId();
          await person.evaluate("instruments.candidates.length = 0");
        }
        await run(pair);
      } catch (error) {
        shared = null;
        await pair.scene[Symbol.asyncDispose]();
        throw error;
      }
    },
  });
}

/** Ends a call that stands, and brings both back to their first screen. */
export async function hangUp({ caller, people }: Pair): Promise<void> {
  await caller.press("Hang up");
  await Promise.all(people.map((person) => person.press("Back")));
}

/** Calls and accepts; returns the time from the click on Accept until both ends are connected, in milliseconds. */
export async function measureConnect({ caller, callee }: Pair): Promise<number> {
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("Ringing");
  const acceptedAtMs = performance.now();
  await callee.press("Accept");
  await Promise.all([caller.see("Connected with"), callee.see("Connected with")]);
  return performance.now() - acceptedAtMs;
}
