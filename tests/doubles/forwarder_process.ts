/** The forwarder of pushes in a process of its own, with the very permissions of `deno task start`. */

import { listReachable } from "../../start/push_setting.ts";

export interface ForwarderProcess {
  readonly pid: number;
  readonly status: Promise<Deno.CommandStatus>;
  /** What it says next. */
  nextLine(): Promise<string>;
  kill(): Promise<void>;
}

export interface ForwarderOptions {
  /** PUSH_FORWARDER, PUSH_SECRET, PUSH_HOSTS; DENO_CERT for a push service of one's own. */
  readonly env: Record<string, string>;
  /** Words before the command, to run it elsewhere. */
  readonly prefix?: readonly string[];
  /** Of Deno, besides those that every start has. */
  readonly flags?: readonly string[];
  /** Of so many servers it is to be let in by. */
  readonly servers?: number;
  /** Whether it is to end with its server. Then it says nothing, and is not waited for. */
  readonly isWithServer?: boolean;
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
export async function startForwarder(
  { env, prefix = [], flags = [], servers = 1, isWithServer = false }: ForwarderOptions,
): Promise<ForwarderProcess> {
  const script = new URL("../../signaling/push/forwarder.ts", import.meta.url).pathname;
  const [program = "", ...args] = [...prefix, Deno.execPath(), "run", ...readForwarderFlags(env), ...flags, script];
  if (isWithServer) args.push("--with-server");
  const child = new Deno.Command(program, { args, env, stdout: "piped", stderr: "inherit" }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  const nextLine = async (): Promise<string> => {
    while (!said.includes("\n")) {
      const { value } = await reader.read();
      if (value === undefined) throw new Error("The forwarder ended before it was let in");
      said += value;
    }
    const [line = ""] = said.split("\n", 1);
    said = said.slice(line.length + 1);
    return line;
  };
  for (let count = 0; count < servers && !isWithServer; count++) await nextLine();
  return {
    pid: child.pid,
    status: child.status,
    nextLine,
    async kill() {
      try {
        child.kill("SIGKILL");
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // It has ended already.
      }
      await child.status;
      await reader.cancel();
    },
  };
}
