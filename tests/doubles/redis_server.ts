/** A real Redis of its own, alone or as three masters of a Cluster, that a test can stop, pause and start again. */

/// <reference lib="deno.unstable" />

import { findFreePort } from "./server_process.ts";
import { until } from "./until.ts";

export const REDIS = { "redis-server": "redis-server" };
/** How long servers may take to find each other. */
const REPLICATION_MS_MAX = 20_000;
const SLOT_COUNT = 16_384;
const HOST = "127.0.0.1";
const CLUSTER_SETTINGS = ["--cluster-enabled", "yes", "--cluster-node-timeout", "2000"];

export type RedisServerOptions = {
  readonly port?: number;
  /** Further settings, as in redis.conf. */
  readonly settings?: readonly string[];
  /** Words before the command, to run it elsewhere: `ip netns exec …`. */
  readonly prefix?: readonly string[];
  readonly host?: string;
  /** Whether its port speaks TLS. */
  readonly isTls?: boolean;
  /** A file of settings that Redis may write to. */
  readonly file?: string;
};

export class RedisServer implements AsyncDisposable {
  readonly port: number;
  readonly host: string;
  readonly #options: RedisServerOptions;
  readonly #folder: string;
  #child: Deno.ChildProcess | null = null;

  private constructor(folder: string, options: RedisServerOptions) {
    this.#folder = folder;
    this.#options = options;
    this.port = options.port ?? findFreePort();
    this.host = options.host ?? HOST;
  }

  static async start(options: RedisServerOptions = {}): Promise<RedisServer> {
    const server = new RedisServer(await Deno.makeTempDir({ prefix: "redis-" }), options);
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://${this.host}:${this.port}`;
  }

  get pid(): number {
    if (this.#child === null) throw new Error("Redis is not running");
    return this.#child.pid;
  }

  /** Starts it, and resolves when it takes connections. */
  async start(): Promise<void> {
    const isSentinel = this.#options.file !== undefined;
    const port = this.#options.isTls ? ["--port", "0", "--tls-port"] : ["--port"];
    const place = [...port, String(this.port), "--bind", this.host, "--dir", this.#folder];
    const settings = isSentinel ? place : [...place, "--save", ""];
    const file = this.#options.file === undefined ? [] : [this.#options.file];
    const command = [
      ...this.#options.prefix ?? [],
      "redis-server",
      ...file,
      ...settings,
      ...this.#options.settings ?? [],
    ];
    const [program = "", ...args] = command;
    const child = new Deno.Command(program, { args, stdout: "piped", stderr: "null" }).spawn();
    this.#child = child;
    const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    for (let said = ""; !/Ready to accept connections|Sentinel ID is/.test(said);) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`Cannot start Redis: ${said}`);
      said += value;
    }
    void this.#drain(reader);
  }

  /** Starts a Sentinel that watches the server at this port under the name `main`, alone and without patience. */
  static async startSentinel(masterPort: number): Promise<RedisServer> {
    const folder = await Deno.makeTempDir({ prefix: "sentinel-" });
    const file = `${folder}/sentinel.conf`;
    const watch = [`monitor main ${HOST} ${masterPort} 1`, "down-after-milliseconds main 1000"];
    await Deno.writeTextFile(file, watch.map((line) => `sentinel ${line}\n`).join(""));
    const sentinel = new RedisServer(folder, { settings: ["--sentinel"], file });
    await sentinel.start();
    return sentinel;
  }

  /** Sends a command by a connection of its own and returns the raw answer's first line, or what a bulk string holds. */
  async command(...words: string[]): Promise<string> {
    using connection = await Deno.connect({ hostname: this.host, port: this.port });
    const bulk = words.map((word) => `$${new TextEncoder().encode(word).length}\r\n${word}\r\n`).join("");
    await connection.write(new TextEncoder().encode(`*${words.length}\r\n${bulk}`));
    const chunk = new Uint8Array(64 * 1024);
    const count = await connection.read(chunk) ?? 0;
    return new TextDecoder().decode(chunk.subarray(0, count)).trimEnd();
  }

  pause(): void {
    Deno.kill(this.pid, "SIGSTOP");
  }

  resume(): void {
    Deno.kill(this.pid, "SIGCONT");
  }

  async kill(signal: Deno.Signal = "SIGKILL"): Promise<void> {
    const child = this.#child;
    this.#child = null;
    child?.kill(signal);
    await child?.status;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await Deno.remove(this.#folder, { recursive: true });
  }

  /** Its log would fill the pipe. */
  async #drain(reader: ReadableStreamDefaultReader<string>): Promise<void> {
    while (!(await reader.read()).done);
  }
}

/** Three masters that share the slots out in equal parts. */
export class RedisClusterServers implements AsyncDisposable {
  readonly masters: readonly RedisServer[];

  private constructor(masters: readonly RedisServer[]) {
    this.masters = masters;
  }

  static async start(further: readonly string[] = []): Promise<RedisClusterServers> {
    const settings = [...CLUSTER_SETTINGS, ...further];
    const masters: RedisServer[] = [];
    // Their own talk is on a port 10,000 above, so that one above 55,535 would not do.
    while (masters.length < 3) masters.push(await RedisServer.start({ settings, port: findLowPort() }));
    const cluster = new RedisClusterServers(masters);
    for (const [index, master] of masters.entries()) {
      const [first, end] = [index, index + 1].map((part) => Math.floor(SLOT_COUNT * part / masters.length));
      const answer = await master.command("CLUSTER", "ADDSLOTSRANGE", String(first), String((end ?? 0) - 1));
      if (answer !== "+OK") throw new Error(`Cannot share out slots: ${answer}`);
      if (index > 0) await masters[0]?.command("CLUSTER", "MEET", master.host, String(master.port));
    }
    // They agree after a second or two.
    for (const master of masters) {
      await until(
        async () => (await master.command("CLUSTER", "INFO")).includes("cluster_state:ok"),
        "the masters agree",
        REPLICATION_MS_MAX,
      );
    }
    return cluster;
  }

  /** Starts a replica of a master, and resolves when it would take that one's place. */
  async addReplica(ofIndex: number): Promise<RedisServer> {
    const master = this.masters[ofIndex];
    const id = (await master?.command("CLUSTER", "MYID"))?.split("\r\n")[1] ?? "";
    const replica = await RedisServer.start({ settings: CLUSTER_SETTINGS, port: findLowPort() });
    await replica.command("CLUSTER", "MEET", HOST, String(master?.port));
    await until(
      async () => await replica.command("CLUSTER", "REPLICATE", id) === "+OK",
      "it takes its master",
      REPLICATION_MS_MAX,
    );
    await until(
      async () => (await replica.command("INFO", "replication")).includes("master_link_status:up"),
      "it has what its master has",
      REPLICATION_MS_MAX,
    );
    // The others have to know it, or they would not vote for it.
    for (const other of this.masters) {
      const knows = async () => (await other.command("CLUSTER", "SLOTS")).includes(`:${replica.port}\r\n`);
      await until(knows, "the others know the replica", REPLICATION_MS_MAX);
    }
    return replica;
  }

  /** Gives a slot to another master, as resharding does at its end. */
  async moveSlot(slot: number, toIndex: number): Promise<void> {
    const target = this.masters[toIndex];
    const id = (await target?.command("CLUSTER", "MYID"))?.split("\r\n")[1] ?? "";
    const others = this.masters.filter((master) => master !== target);
    // As a slot that was imported: else the word of the one before could come between, and win, and they never agree.
    await target?.command("CLUSTER", "BUMPEPOCH");
    for (const master of [target, ...others]) {
      await master?.command("CLUSTER", "SETSLOT", String(slot), "NODE", id);
    }
  }

  get url(): string {
    return `redis+cluster://${this.masters.map(({ host, port }) => `${host}:${port}`).join(",")}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.masters.map((master) => master[Symbol.asyncDispose]()));
  }
}

function findLowPort(): number {
  while (true) {
    const port = findFreePort();
    if (port <= 55_535) return port;
  }
}
