/**
 * One timer that pings every session, instead of one for each socket.
 *
 * A session that stays silent from one sweep to the next is closed, so a silent peer is gone 20 to 40 s after its last
 * word. If this process stood still between the two, the answers may still wait to be read, and nobody is judged.
 * Deno's own `idleTimeout` is off: it keeps closed sockets in memory until it fires, and costs more CPU. Started by
 * `server.ts`.
 */

import { PING_INTERVAL_MS } from "../protocol.ts";
import type { Session } from "./session.ts";

/** So long this process must have been running since the ping, for its answer to have been read, in milliseconds. */
const ANSWER_MS_MIN = 5_000;

/**
 * Starts the sweep over `sessions`, which may change meanwhile; returns what stops it.
 * @param now a clock that stands still while the process does, in milliseconds
 */
export function startKeepalive(sessions: Iterable<Session>, now: () => number): () => void {
  let sweptAtMs = now();
  const timer = setInterval(() => {
    const nowMs = now();
    const hadTime = nowMs - sweptAtMs >= ANSWER_MS_MIN;
    sweptAtMs = nowMs;
    for (const session of sessions) session.keepAlive({ hadTime });
  }, PING_INTERVAL_MS);
  return () => clearInterval(timer);
}
