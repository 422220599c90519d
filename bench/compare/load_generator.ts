/** Builds the load generator, and runs it on a core of its own beside a server on the other. */

import { readCpu } from "../processes.ts";
import type { Dialect } from "./servers.ts";

const SOURCE = new URL("../load/", import.meta.url).pathname;
const LOAD_CORE = "1";

/** One line of figures, named as `load/works.c` names them. */
export type Figures = Readonly<Record<string, number>>;

export interface Sample {
  readonly figures: Figures;
  /** What neither the server nor the load used of the processors meanwhile, in cores. */
  readonly foreign: number;
}

export class LoadGenerator {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Needs a C compiler and OpenSSL's headers. */
  static async build(): Promise<LoadGenerator> {
    const path = await Deno.makeTempFile({ prefix: "load-" });
    const sources = [...Deno.readDirSync(SOURCE)].map(({ name }) => name).filter((name) => name.endsWith(".c"));
    const flags = ["-O2", "-std=gnu17", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-Werror"];
    const { success, stderr } = await new Deno.Command("cc", {
      args: [...flags, "-o", path, ...sources, "-lcrypto"],
      cwd: SOURCE,
    }).output();
    if (!success) throw new Error(`Cannot build the load generator: ${new TextDecoder().decode(stderr)}`);
    return new LoadGenerator(path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.#path);
  }

  /** Runs one work, and gives back its line of JSON as it stands. */
  async runText(dialect: Dialect, { port, pid }: { port: number; pid: number }, work: string): Promise<string> {
    const { success, stdout, stderr } = await new Deno.Command("taskset", {
      args: ["-c", LOAD_CORE, this.#path, dialect, String(port), String(pid), ...work.split(" ")],
    }).output();
    const said = new TextDecoder().decode(stderr);
    if (!success) throw new Error(`The load generator failed at ${work} of ${dialect}: ${said}`);
    if (said !== "") console.error(said.trim());
    return new TextDecoder().decode(stdout);
  }

  async run(dialect: Dialect, server: { port: number; pid: number }, work: string): Promise<Sample> {
    const before = readBusyMs();
    const serverBefore = readCpu(server.pid);
    const startMs = performance.now();
    const text = await this.runText(dialect, server, work);
    const spentMs = performance.now() - startMs;
    const figures = JSON.parse(text);
    const usedMs = (readCpu(server.pid) - serverBefore) / 1_000 + figures.loadTotalMs;
    return { figures, foreign: Math.max(0, (readBusyMs() - before - usedMs) / spentMs) };
  }
}

/** Returns what all processes, and other guests of the same host, have used, in milliseconds; the kernel counts in hundredths of a second. */
function readBusyMs(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, stolen = 0] = Deno.readTextFileSync("/proc/stat")
    .split("\n", 1)[0]?.split(/\s+/).slice(1).map(Number) ?? [];
  return (user + nice + system + irq + softIrq + stolen) * 10;
}
