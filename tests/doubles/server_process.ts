/** A server of its own process, started with the very permissions of `deno task start`, so that it can be killed. */

export type ServerProcess = {
  readonly port: number;
  readonly origin: string;
  readonly pid: number;
  /** Ends the process and waits until it is gone. */
  kill(signal?: Deno.Signal): Promise<void>;
};

/** Finds a port that is free now. */
export function findFreePort(): number {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  return port;
}

function readStartFlags(): string[] {
  const { tasks } = JSON.parse(Deno.readTextFileSync("deno.json"));
  const flags = /deno run (.*) server\.ts/.exec(tasks.start.command)?.[1];
  if (flags === undefined) throw new Error("Cannot find the start task's permissions in deno.json");
  return flags.split(" ");
}

/** Starts the server and resolves when it listens. Needs a built page. */
export async function startServerProcess(
  { port = findFreePort(), env = {} }: { port?: number; env?: Record<string, string> } = {},
): Promise<ServerProcess> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", ...readStartFlags(), "server.ts"],
    env: { ...env, PORT: String(port), HOST: env.HOST ?? "127.0.0.1" },
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value } = await reader.read();
  if (value === undefined) throw new Error("The server ended before it listened");
  await reader.cancel();
  return {
    port,
    origin: `http://localhost:${port}`,
    pid: child.pid,
    async kill(signal = "SIGTERM") {
      try {
        child.kill(signal);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // It has ended already.
      }
      await child.status;
    },
  };
}
