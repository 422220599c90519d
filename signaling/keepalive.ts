/**
 * One timer that pings every session, instead of one per socket.
 *
 * A session that was pinged at one sweep and silent until the next is closed, so a silent peer is gone 20 to 40 s after
 * its last word. Deno's own `idleTimeout` is off: it keeps closed sockets in memory until it fires, and costs more CPU.
 * Started by `server.ts`.
 */

import { PING_INTERVAL_MS } from "./protocol.ts";
import type { Session } from "./session.ts";

/** Starts the sweep over `sessions`, which may change meanwhile; returns what stops it. */
export function startKeepalive(sessions: Iterable<Session>): () => void {
  const timer = setInterval(() => {
    for (const session of sessions) session.keepAlive();
  }, PING_INTERVAL_MS);
  return () => clearInterval(timer);
}
