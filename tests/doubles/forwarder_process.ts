/** The forwarder of pushes in a process of its own, with the very permissions of `deno task start`. */

import { listReachable } from "../../start/push_setting.ts";

export interface ForwarderProcess {
  readonly pid: number;
  readonly status: Promise<Deno.CommandStatus>;
  kill(): Promise<void>;
}

export interface ForwarderOptions {
  /** PUSH_FORWARDER, PUSH_SECRET, PUSH_HOSTS; DENO_CERT for a push service of one's own. */
  readonly env: Record<string, string>;
  /** Words before the command, to run it elsewhere. */
  readonly prefix?: readonly string[];
  /** Of Deno, besides those that every start has. */
  readonly flags?: readonly string[];
}

/** Reads the flags that the task runs the forwarder with, for these settings. */
export function readForwarderFlags(env: Record<string, string>): string[] {
  const { tasks } = JSON.parse(Deno.readTextFileSync(new URL("../../deno.json", import.meta.url)));
  const command: string = tasks.forwarder.command;
  const flags = /^deno run (.*) signaling\/push\/forwarder\.ts --with-server$/.exec(command)?.[1];
  if (flags === undefined) throw new Error("Cannot find the forwarder's permissions in deno.json");
  return flags.replace(/\$\(.*?\)/, listReachable((name) => env[name])).split(" ");
}

/** Starts the forwarder and resolves when its first server has let it in. */
export async function startForwarder({ env, prefix = [], flags = [] }: ForwarderOptions): Promise<ForwarderProcess> {
  const script = new URL("../../signaling/push/forwarder.ts", import.meta.url).pathname;
  const run = [...prefix, Deno.execPath(), "run", ...readForwarderFlags(env), ...flags, script];
  const [program = "", ...args] = run;
  const child = new Deno.Command(program, { args, env, stdout: "piped", stderr: "inherit" }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value } = await reader.read();
  if (value === undefined) throw new Error("The forwarder ended before it was let in");
  await reader.cancel();
  return {
    pid: child.pid,
    status: child.status,
    async kill() {
      try {
        child.kill("SIGKILL");
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // It has ended already.
      }
      await child.status;
    },
  };
}
