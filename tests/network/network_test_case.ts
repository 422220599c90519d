/** Registers a test between two homes behind NATs, with a server and, if asked, a relay on the public address. */

import type { Browser } from "playwright-core";
import { ChromiumPerson, launchChromium } from "../browser/chromium_person.ts";
import { isMissing } from "../doubles/programs.ts";
import { type ServerProcess, startServerProcess } from "../doubles/server_process.ts";
import { type Home, Lab, type Nat, SERVER_ADDRESS } from "./lab.ts";

const PORT = 5000;
const STUN_PORT = 3478;
const TURN_PORT = 3479;
const TURN_SECRET = "a secret of this test alone";
const ORIGIN = `http://${SERVER_ADDRESS}:${PORT}`;
const PROGRAMS = { chromium: "chromium", ip: "iproute2", nft: "nftables", turnserver: "coturn" };

export type NetworkOptions = {
  readonly nats: Readonly<Record<Home, Nat>>;
  readonly hasRelay?: boolean;
  /** Further programs, with their Debian packages. */
  readonly programs?: Record<string, string>;
};

export class NetworkScene implements AsyncDisposable {
  readonly lab: Lab;
  readonly #env: Record<string, string>;
  readonly #browsers: Browser[] = [];
  server: ServerProcess;
  #relay: Deno.ChildProcess | null = null;

  private constructor(lab: Lab, server: ServerProcess, env: Record<string, string>) {
    this.lab = lab;
    this.server = server;
    this.#env = env;
  }

  static async create({ nats, hasRelay = true }: NetworkOptions): Promise<NetworkScene> {
    const lab = await Lab.create(nats);
    const urls = `turn:${SERVER_ADDRESS}:${TURN_PORT}?transport=udp,turn:${SERVER_ADDRESS}:${TURN_PORT}?transport=tcp`;
    const env: Record<string, string> = {
      HOST: "0.0.0.0",
      STUN_PORT: String(STUN_PORT),
      DRAIN_SECONDS: "0",
      ...(hasRelay ? { TURN_URLS: urls, TURN_SECRET } : {}),
    };
    const server = await startIn(lab, env);
    const scene = new NetworkScene(lab, server, env);
    if (hasRelay) await scene.startRelay();
    return scene;
  }

  async startRelay(): Promise<void> {
    const options = [
      ...["--listening-ip", SERVER_ADDRESS, "--relay-ip", SERVER_ADDRESS, "--listening-port", String(TURN_PORT)],
      ...["--use-auth-secret", "--static-auth-secret", TURN_SECRET, "--realm", "test", "--no-tls", "--no-dtls"],
      ...["--no-cli", "--log-file", "stdout", "--simple-log", "--pidfile", "/dev/null", "--fingerprint"],
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
    while (!await isUp()); // Each look takes a process; coturn is up after a few.
  }

  async stopRelay(): Promise<void> {
    // `ip netns exec` becomes the program it starts, so this is the relay's own pid.
    this.#relay?.kill("SIGKILL");
    await this.#relay?.status;
    this.#relay = null;
  }

  async restartServer(): Promise<void> {
    this.server = await startIn(this.lab, this.#env);
  }

  /** Opens the page in a Chromium of its own in a home. */
  async open(home: Home): Promise<ChromiumPerson> {
    const program = await this.lab.writeWrapper(home, "/usr/bin/chromium");
    const browser = await launchChromium([`--unsafely-treat-insecure-origin-as-secure=${ORIGIN}`], program);
    this.#browsers.push(browser);
    return await ChromiumPerson.open(browser, ORIGIN);
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

function startIn(lab: Lab, env: Record<string, string>): Promise<ServerProcess> {
  return startServerProcess({ port: PORT, env, prefix: ["ip", "netns", "exec", lab.namespaceOf("srv")] });
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
