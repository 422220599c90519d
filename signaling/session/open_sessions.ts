/**
 * The sessions whose sockets are open, registered or not, and their departure when the server stops.
 *
 *   open ──drain()──► draining: every session, and any that still opens, is told to reconnect elsewhere
 *                        └── resolves when the last has gone, or when the time is over; close() ends the rest
 *
 * It knows whether the server drains. `socket_route.ts` asks it and adds sessions, `server.ts` drains and closes.
 */

import type { Session } from "./session.ts";

/** Clients spread their moves over this part of the drain, so that the last one has the rest to get through. */
const MOVE_SHARE = 2 / 3;

export class OpenSessions implements Iterable<Session> {
  readonly #sessions = new Set<Session>();
  #moveWithinMs: number | null = null;
  #handleEmpty = () => {};

  get isDraining(): boolean {
    return this.#moveWithinMs !== null;
  }

  get size(): number {
    return this.#sessions.size;
  }

  [Symbol.iterator](): Iterator<Session> {
    return this.#sessions.values();
  }

  add(session: Session): void {
    this.#sessions.add(session);
    // Its handshake was under way when the drain began.
    if (this.#moveWithinMs !== null && this.#moveWithinMs > 0) session.askToReconnect(this.#moveWithinMs);
  }

  /** Asks every session to move to another server if there is one; those that find none stay. */
  askToReconnect(withinMs: number): void {
    for (const session of this.#sessions) session.askToReconnect(withinMs);
  }

  delete(session: Session): void {
    this.#sessions.delete(session);
    if (this.#sessions.size === 0) this.#handleEmpty();
  }

  /** Tells every session to move, and resolves when none is left or after `drainMs`; 0 tells nobody anything. */
  async drain(drainMs: number): Promise<void> {
    this.#moveWithinMs = Math.floor(drainMs * MOVE_SHARE);
    if (drainMs === 0) return;
    this.askToReconnect(this.#moveWithinMs);
    if (this.#sessions.size === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, drainMs);
    this.#handleEmpty = resolve;
    await promise;
    clearTimeout(timer);
  }

  /** Closes every session with 1001. */
  close(): void {
    for (const session of this.#sessions) session.goAway();
  }
}
