/** The servers that are measured side by side, each started afresh for each work, all on one core. */

/// <reference lib="deno.unstable" />

import { findFreePort, startServerProcess } from "../../tests/doubles/server_process.ts";

/** How the load generator talks to a server; see `load/dialect.c`. */
export type Dialect = "ours" | "plain" | "peerjs" | "socket.io";

export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface BenchServer {
  readonly name: string;
  readonly dialect: Dialect;
  start(): Promise<RunningServer>;
}

const SERVER_CORE = "0";
const PEERS = new URL("../peers/", import.meta.url).pathname;

/**
 * Every check is on, with the limits of an address as they are by default: the load comes from as many addresses as
 * people would. Only what one session may send is raised, since it is here that it sends as fast as it can.
 */
async function startOurs(): Promise<RunningServer> {
  const server = await startServerProcess({
    prefix: ["taskset", "-c", SERVER_CORE],
    env: {
      LIMIT_MESSAGES_PER_SECOND: "1000000",
      LIMIT_MESSAGES_BURST: "1000000",
      METRICS_PORT: String(findFreePort()),
    },
  });
  return { port: server.port, pid: server.pid, stop: () => server.kill("SIGKILL") };
}

async function startPeer(...command: string[]): Promise<RunningServer> {
  const port = findFreePort();
  const child = new Deno.Command("taskset", {
    args: ["-c", SERVER_CORE, ...command],
    cwd: PEERS,
    env: { PORT: String(port), NODE_ENV: "production" },
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = child.stdout.getReader();
  const { done } = await reader.read(); // Each says that it is ready, and nothing else.
  if (done) throw new Error(`Cannot start ${command.join(" ")}: it ended at once`);
  await reader.cancel();
  return {
    port,
    pid: child.pid,
    async stop() {
      child.kill("SIGKILL");
      await child.status;
    },
  };
}

const DENO_RELAY = ["run", "--no-config", "--no-lock", "--allow-net", "--allow-env=PORT", "deno_relay.ts"];

export const OURS: BenchServer = { name: "ours", dialect: "ours", start: startOurs };
export const MINIMAL: BenchServer = {
  name: "minimal Deno relay",
  dialect: "plain",
  start: () => startPeer(Deno.execPath(), ...DENO_RELAY),
};
export const PEER_SERVER: BenchServer = {
  name: "PeerServer",
  dialect: "peerjs",
  start: () => startPeer("node", "peer_server.cjs"),
};
export const SOCKET_IO: BenchServer = {
  name: "socket.io relay",
  dialect: "socket.io",
  start: () => startPeer("node", "socket_io_relay.cjs"),
};
export const WS: BenchServer = {
  name: "ws on Node",
  dialect: "plain",
  start: () => startPeer("node", "ws_relay.cjs"),
};
export const BUN: BenchServer = {
  name: "Bun",
  dialect: "plain",
  start: () => startPeer("node_modules/.bin/bun", "bun_relay.mjs"),
};

export const SERVERS: readonly BenchServer[] = [OURS, MINIMAL, PEER_SERVER, SOCKET_IO, WS, BUN];

/** Installs the others, of the versions in their own lock file. */
export async function installPeers(): Promise<void> {
  const { success } = await new Deno.Command("npm", { args: ["ci", "--no-progress", "--loglevel=error"], cwd: PEERS })
    .output();
  if (!success) throw new Error("Cannot install the servers of bench/peers: npm ci failed");
}

/** Returns the versions of what is measured, by name. */
export async function readVersions(): Promise<Record<string, string>> {
  const { dependencies } = JSON.parse(await Deno.readTextFile(`${PEERS}package.json`));
  const { stdout } = await new Deno.Command("node", { args: ["--version"] }).output();
  return { Deno: Deno.version.deno, Node: new TextDecoder().decode(stdout).trim().slice(1), ...dependencies };
}
