/**
 * The server under the limits of its unit and of Compose, nginx' files and the firewall, all as they are shipped, under
 * what one address can do to them: the beginnings of many large messages, and answers to pings that nobody sent.
 */

import { assert, assertEquals } from "@std/assert";
import { p99Of } from "../doubles/bystanders.ts";
import { Nginx } from "../doubles/nginx.ts";
import { isMissing } from "../doubles/programs.ts";
import { type ServerProcess, startServerProcess } from "../doubles/server_process.ts";
import { Lab, SERVER_ADDRESS } from "./lab.ts";

const DEPLOY = new URL("../../deploy/", import.meta.url);
const FIREWALL = new URL("nftables/inbound.nft", DEPLOY).pathname;
const SCENE = new URL("one_address_scene.ts", import.meta.url).pathname;
const PROGRAMS = { ip: "iproute2", nft: "nftables", nginx: "nginx" };
/** Of the machine in docs/compute-engine.md. */
const MACHINE_MIB = 4_096;
const WINDOW_MS = Deno.env.get("LONG") === "1" ? 30_000 : 8_000;
const RATIO_MAX = 2;
const ROUNDS_MAX = 4;

async function readFigure(file: string, pattern: RegExp): Promise<number> {
  const figure = pattern.exec(await Deno.readTextFile(new URL(file, DEPLOY)))?.[1];
  assert(figure !== undefined, `There is no ${pattern} in ${file}`);
  return Number(figure);
}

const DEPLOYMENTS = {
  "the unit": {
    isProxied: false,
    readMemoryMib: async () => MACHINE_MIB * await readFigure("video-calling.service", /^MemoryMax=(\d+)%$/m) / 100,
  },
  Compose: { isProxied: true, readMemoryMib: () => readFigure("compose.yaml", /^ {2}mem_limit: (\d+)m$/m) },
};
type Deployment = typeof DEPLOYMENTS[keyof typeof DEPLOYMENTS];
type Place = "nata" | "natb";

/** A program of the scene at its place, and the lines of two words that it has printed so far. */
class Actor implements AsyncDisposable {
  readonly lines: (readonly [word: string, figure: number])[] = [];
  readonly #child: Deno.ChildProcess;
  readonly #reading: Promise<void>;
  #onLine: () => void = () => {};
  #hasEnded = false;

  constructor(lab: Lab, place: Place, role: string) {
    // Attackers stand behind everybody else for the processor, since they bring one of their own.
    const nice = place === "nata" ? ["nice", "-n", "19"] : [];
    const words = [
      "netns",
      "exec",
      lab.namespaceOf(place),
      ...nice,
      Deno.execPath(),
      "run",
      "--allow-all",
      SCENE,
      role,
    ];
    this.#child = new Deno.Command("ip", { args: [...words, SERVER_ADDRESS], stdout: "piped" }).spawn();
    this.#reading = this.#read(this.#child.stdout.pipeThrough(new TextDecoderStream()));
  }

  /** Resolves when there is a line that `isIt`; throws if the program ends before. */
  async waitFor(isIt: (word: string) => boolean): Promise<void> {
    while (!this.lines.some(([word]) => isIt(word))) {
      if (this.#hasEnded) throw new Error("The program ended");
      await new Promise<void>((resolve) => this.#onLine = resolve);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#hasEnded) this.#child.kill("SIGKILL");
    await Promise.all([this.#child.status, this.#reading]);
  }

  async #read(output: ReadableStream<string>): Promise<void> {
    let rest = "";
    for await (const chunk of output) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const [word = "", figure] = line.split(" ");
        this.lines.push([word, Number(figure)]);
      }
      this.#onLine();
    }
    this.#hasEnded = true;
    this.#onLine();
  }
}

async function withDeployment(
  { isProxied, readMemoryMib }: Deployment,
  hasFirewall: "with firewall" | "without",
  body: (lab: Lab, server: ServerProcess) => Promise<void>,
): Promise<void> {
  await using lab = await Lab.create({ a: "cone", b: "cone" });
  const prefix = ["ip", "netns", "exec", lab.namespaceOf("srv")];
  if (hasFirewall === "with firewall") await lab.run("srv", ["nft", "--file", FIREWALL]);
  const env = { TRUSTED_PROXIES: "127.0.0.1", LIMIT_MEMORY_MIB: String(await readMemoryMib()) };
  const server = await startServerProcess({ prefix, env });
  const place = { address: SERVER_ADDRESS, port: 80, prefix };
  await using _ = await Nginx.start(server.port, { isProxied, place });
  try {
    await body(lab, server);
  } finally {
    await server.kill("SIGKILL");
  }
}

/** Lets the bystanders relay for a while and returns how long each message took. */
async function watch(bystanders: Actor): Promise<number[]> {
  const [fromMs, untilMs] = [Date.now(), Date.now() + WINDOW_MS];
  await bystanders.waitFor((word) => Number(word) >= untilMs);
  return bystanders.lines.filter(([word]) => Number(word) >= fromMs).map(([, tookMs]) => tookMs);
}

const isTime = (word: string) => Number(word) > 0;

/** Measures others without and with the attack; throws if nobody attacks. */
async function compare(lab: Lab, role: string): Promise<{ quiet: number; attacked: number; sockets: number }> {
  await using bystanders = new Actor(lab, "natb", "bystanders");
  await bystanders.waitFor(isTime);
  const quiet = p99Of(await watch(bystanders));
  await using attack = new Actor(lab, "nata", role);
  await attack.waitFor((word) => word === "attacking");
  const attacked = p99Of(await watch(bystanders));
  const sockets = attack.lines[0]?.[1] ?? 0;
  assert(sockets > 0, "Nobody attacked");
  return { quiet, attacked, sockets };
}

/** An attack slows others down each time, and what else the machine does only now and then: one calm round is enough. */
async function assertUnnoticed(what: string, lab: Lab, role: string): Promise<void> {
  const ratios: number[] = [];
  while (ratios.length < ROUNDS_MAX) {
    const { quiet, attacked, sockets } = await compare(lab, role);
    console.log(
      `${what}, ${role} by ${sockets} sockets: p99 went from ${quiet.toFixed(1)} to ${attacked.toFixed(1)} ms`,
    );
    if (attacked <= RATIO_MAX * quiet) return;
    ratios.push(attacked / quiet);
  }
  throw new Error(`${role}: p99 went to ${ratios.map((ratio) => ratio.toFixed(1)).join(", ")} times what it was`);
}

for (const [what, deployment] of Object.entries(DEPLOYMENTS)) {
  const name = `One address that attacks ${what}, nginx and the firewall as shipped is hardly noticed by others`;
  Deno.test({
    name,
    ignore: isMissing(name, PROGRAMS),
    fn: () =>
      withDeployment(deployment, "with firewall", async (lab, server) => {
        let end: Deno.CommandStatus | null = null;
        void server.status.then((status) => end = status);
        for (const role of ["unfinished", "pongs"]) {
          await assertUnnoticed(what, lab, role);
          assertEquals(end, null, role);
        }
      }),
  });

  const unlimited = `One address pins less memory than ends the server under ${what}, as fast as its line is`;
  Deno.test({
    name: unlimited,
    ignore: isMissing(unlimited, PROGRAMS),
    fn: () =>
      withDeployment(deployment, "without", async (lab, server) => {
        let end: Deno.CommandStatus | null = null;
        void server.status.then((status) => end = status);
        await using attack = new Actor(lab, "nata", "unfinished");
        await attack.waitFor((word) => word === "sent");
        await using bystanders = new Actor(lab, "natb", "bystanders");
        await bystanders.waitFor(isTime);
        assertEquals(end, null);
      }),
  });
}
