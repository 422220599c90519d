/** Several server processes and one Redis that joins them to one service. */

import { RedisServer } from "./redis_server.ts";
import { type ServerProcess, startServerProcess } from "./server_process.ts";
import { until } from "./until.ts";

const PATIENCE_MS = 15_000;

/** All clients of a test are at one address. */
const UNLIMITED = { LIMIT_SOCKETS: "0", LIMIT_REGISTRATIONS_PER_MINUTE: "0", LIMIT_MESSAGES_PER_SECOND: "0" };

export class Instances implements AsyncDisposable {
  readonly redis: RedisServer;
  readonly servers: ServerProcess[] = [];
  readonly #env: Record<string, string>;

  private constructor(redis: RedisServer, env: Record<string, string>) {
    this.redis = redis;
    this.#env = { ...UNLIMITED, REDIS_URL: redis.url, ...env };
  }

  /** Starts so many servers, and resolves when all have found each other. */
  static async start(count: number, env: Record<string, string> = {}): Promise<Instances> {
    const instances = new Instances(await RedisServer.start(), env);
    while (instances.servers.length < count) await instances.add();
    await instances.waitUntilReady();
    return instances;
  }

  /** Where an instance is, as `host:port`. */
  host(index: number): string {
    return `127.0.0.1:${this.at(index).port}`;
  }

  at(index: number): ServerProcess {
    const server = this.servers[index];
    if (server === undefined) throw new Error(`There is no instance ${index}`);
    return server;
  }

  async add(): Promise<void> {
    this.servers.push(await startServerProcess({ env: this.#env }));
  }

  /** Starts an instance on the port of one that has ended. */
  async restart(index: number): Promise<void> {
    this.servers[index] = await startServerProcess({ port: this.at(index).port, env: this.#env });
  }

  /** Returns what an instance answers at `path`. */
  async status(index: number, path = "/readyz"): Promise<number> {
    const response = await fetch(`http://${this.host(index)}${path}`);
    await response.body?.cancel();
    return response.status;
  }

  /** Asks until each instance answers so. */
  async waitUntilReady(status = 200): Promise<void> {
    for (const index of this.servers.keys()) {
      await until(async () => await this.status(index) === status, `instance ${index} answers ${status}`, PATIENCE_MS);
    }
  }

  /** Counts the channels that anybody subscribes to, but for the instances' own. */
  async countChannels(): Promise<number> {
    const answer = await this.redis.command("EVAL", `return #redis.call("PUBSUB", "CHANNELS", "vc:{????-*")`, "0");
    return Number(answer.slice(1));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.servers.map((server) => server.kill("SIGKILL")));
    await this.redis[Symbol.asyncDispose]();
  }
}
