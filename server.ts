/**
 * Composition root: puts configuration, relay, routes and listener together, and takes them down again.
 *
 * The only file that names what the others are made of, and the only one that reads the environment or ends the
 * process. `deno task start` runs it; tests call `startServer` with port 0.
 */

import { type Config, parseConfig } from "./signaling/config.ts";
import { createHandler } from "./signaling/http.ts";
import { startKeepalive } from "./signaling/keepalive.ts";
import { Relay } from "./signaling/relay.ts";
import type { Session } from "./signaling/session.ts";
import { loadStaticFiles } from "./signaling/static_files.ts";

/** How long a stopping server waits for answers that are under way, in milliseconds. */
const SHUTDOWN_GRACE_MS = 2_000;

export interface Server {
  readonly port: number;
  /** Stops listening, closes every socket with 1001, and resolves when all answers are out. */
  stop(): Promise<void>;
}

/** Starts listening. Throws if the page is not built, or if the address cannot be listened on. */
export async function startServer(config: Config, staticFolder = "static"): Promise<Server> {
  const files = await loadStaticFiles(staticFolder);
  const sessions = new Set<Session>();
  const listener = Deno.serve({
    port: config.port,
    hostname: config.host,
    tcpBacklog: 4096, // Everybody comes back at once after a restart.
    onListen: () => {}, // Deno's own line on the console; ours says what to open.
    handler: createHandler({ config, relay: new Relay(), files, sessions }),
  });
  const stopKeepalive = startKeepalive(sessions);
  return {
    port: listener.addr.port,
    async stop() {
      stopKeepalive();
      // Deno closes its sockets in a shutdown as well, also those still in their handshake, but does not promise it.
      for (const session of sessions) session.goAway();
      await listener.shutdown();
    },
  };
}

function describeAddress({ host }: Config, port: number): string {
  const isWildcard = host === "0.0.0.0" || host === "::";
  const name = isWildcard ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

async function main(): Promise<void> {
  const config = parseConfig((name) => Deno.env.get(name));
  const server = await startServer(config);
  console.log(`Video calling is at ${describeAddress(config, server.port)}`);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    // A socket whose other end does not answer the close would keep the process alive.
    setTimeout(() => Deno.exit(0), SHUTDOWN_GRACE_MS);
    await server.stop();
    Deno.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, stop);
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    const isPortTaken = error instanceof Deno.errors.AddrInUse;
    const reason = isPortTaken ? "Cannot listen: the port is in use; set PORT to another" : error;
    console.error(reason instanceof Error ? reason.message : reason);
    Deno.exit(1);
  }
}
