/**
 * The server's side of a `FaultWorld`: one server process, or several that a Redis joins, and what can break there.
 * Restarts go one after another; whatever is paused or away when the world heals is brought back.
 */

import { Instances } from "./instances.ts";
import { type ServerProcess, startServerProcess } from "./server_process.ts";

export const SERVER_FAULTS = ["kill", "terminate", "pause"] as const;
export const REDIS_FAULTS = ["redis-kill", "redis-pause", "redis-flush", "redis-drop"] as const;
export type ServiceFault = typeof SERVER_FAULTS[number] | typeof REDIS_FAULTS[number];

/**
 * The ends say in a second what a call says in a minute, and open sockets as often; what one may say to the other is
 * bounded for pages, and tried in `peer_messages_test.ts`.
 */
const ENV = { LIMIT_MESSAGES_PER_SECOND: "0" };

type Ending = () => void;

export class FaultService implements AsyncDisposable {
  readonly #servers: ServerProcess[];
  readonly #instances: Instances | null;
  readonly #failed = Promise.withResolvers<never>();
  #task: Promise<void> = Promise.resolve();
  #busyCount = 0;
  /** Whether Redis is killed or paused. */
  #isRedisAway = false;

  private constructor(servers: ServerProcess[], instances: Instances | null) {
    this.#servers = servers;
    this.#instances = instances;
  }

  static async start(instanceCount: number): Promise<FaultService> {
    if (instanceCount === 1) return new FaultService([await startServerProcess({ env: ENV })], null);
    const instances = await Instances.start(instanceCount);
    return new FaultService(instances.servers, instances);
  }

  get ports(): number[] {
    return this.#servers.map(({ port }) => port);
  }

  get isBusy(): boolean {
    return this.#busyCount > 0;
  }

  /** Rejects when a restart has failed. */
  get failed(): Promise<never> {
    return this.#failed.promise;
  }

  /** Breaks something at one instance, or at Redis; returns what ends it, if it does not end by itself. */
  break(fault: ServiceFault, index: number): Ending | null {
    switch (fault) {
      case "kill":
      case "terminate":
        this.#queue(() => this.#restart(index, fault === "kill" ? "SIGKILL" : "SIGTERM"));
        return null;
      case "pause":
        return this.#pause(index);
      case "redis-flush":
        this.#queue(() => this.#tellRedis("FLUSHALL"));
        return null;
      case "redis-drop":
        this.#queue(() => this.#tellRedis("CLIENT", "KILL", "TYPE", "pubsub"));
        return null;
      case "redis-kill":
      case "redis-pause":
        return this.#takeRedisAway(fault === "redis-kill");
    }
  }

  /** Resolves when nothing is being restarted. */
  async rest(): Promise<void> {
    await this.#task;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#task;
    if (this.#instances !== null) await this.#instances[Symbol.asyncDispose]();
    else await Promise.all(this.#servers.map((server) => server.kill("SIGKILL")));
  }

  #queue(step: () => Promise<void>): void {
    this.#busyCount += 1;
    this.#task = this.#task.then(step).catch((error) => this.#failed.reject(error)).finally(() => {
      this.#busyCount -= 1;
    });
  }

  #at(index: number): ServerProcess {
    const server = this.#servers[index];
    if (server === undefined) throw new Error(`There is no server ${index}`);
    return server;
  }

  async #restart(index: number, signal: Deno.Signal): Promise<void> {
    const server = this.#at(index);
    Deno.kill(server.pid, "SIGCONT"); // A paused process takes no SIGTERM.
    await server.kill(signal);
    if (this.#instances === null) this.#servers[index] = await startServerProcess({ port: server.port, env: ENV });
    else await this.#instances.restart(index);
  }

  async #tellRedis(...words: string[]): Promise<void> {
    if (!this.#isRedisAway) await this.#instances?.redis.command(...words);
  }

  #pause(index: number): Ending | null {
    if (this.isBusy) return null;
    const { pid } = this.#at(index);
    Deno.kill(pid, "SIGSTOP");
    return () => {
      try {
        Deno.kill(pid, "SIGCONT");
      } catch (error) {
        if (!(error instanceof Deno.errors.NotFound)) throw error; // It has been killed meanwhile.
      }
    };
  }

  #takeRedisAway(isKilled: boolean): Ending | null {
    const redis = this.#instances?.redis;
    if (redis === undefined || this.#isRedisAway || this.isBusy) return null;
    this.#isRedisAway = true;
    if (isKilled) this.#queue(() => redis.kill());
    else redis.pause();
    return () => {
      this.#isRedisAway = false;
      if (isKilled) this.#queue(() => redis.start());
      else redis.resume();
    };
  }
}
