/** A server of its own process, started with the very permissions of `deno task start`, so that it can be killed. */

/// <reference lib="deno.unstable" />

export type ServerProcess = {
  readonly port: number;
  readonly origin: string;
  readonly pid: number;
  /** Resolves when the process is gone, by itself or killed. */
  readonly status: Promise<Deno.CommandStatus>;
  /** Asks the process to end, and waits for nothing. */
  terminate(): void;
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

/** Finds a UDP port that is free now. */
export function findFreeUdpPort(): number {
  const socket = Deno.listenDatagram({ transport: "udp", port: 0, hostname: "::" });
  const { port } = socket.addr as Deno.NetAddr;
  socket.close();
  return port;
}

/**
 * Reads the flags that every task of deno.json runs the server with, but for the configuration, in whose place a test has
 * its own, and for what TLS_CERT and TLS_KEY add.
 */
export function readServerFlags(): string[] {
  const { tasks } = JSON.parse(Deno.readTextFileSync(new URL("../../deno.json", import.meta.url)));
  const flags = /^deno run --config=start\.json (.*)$/.exec(tasks.server.command)?.[1]?.replace(/\$\(.*?\)/, "");
  if (flags === undefined) throw new Error("Cannot find the server's permissions in deno.json");
  return flags.split(" ");
}

/** Servers run side by side, and stop at once when a test is done with them. */
const DEFAULTS = { HOST: "127.0.0.1", STUN_PORT: "0", DRAIN_SECONDS: "0" };

/** Starts the server and resolves when it listens. Needs a built page. */
export async function startServerProcess(
  { port = findFreePort(), env = {}, prefix = [], flags = readServerFlags(), folder, script = "server.ts" }: {
    port?: number;
    env?: Record<string, string>;
    /** Of Deno, in place of those that every task has. */
    flags?: readonly string[];
    /** Words before the command, to run it elsewhere: `ip netns exec …`. */
    prefix?: readonly string[];
    /** Where the server runs, if not in the project: with another page than the project's. */
    folder?: string;
    script?: string;
  } = {},
): Promise<ServerProcess> {
  const [program, ...args] = [...prefix, Deno.execPath(), "run", ...flags, script] as const;
  if (program === undefined) throw new Error("No program to start");
  const child = new Deno.Command(program, {
    args,
    ...(folder === undefined ? {} : { cwd: folder }),
    env: { ...DEFAULTS, ...env, PORT: String(port) },
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
    status: child.status,
    terminate() {
      child.kill("SIGTERM");
    },
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
