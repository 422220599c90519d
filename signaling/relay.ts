/**
 * The relay: who is connected right now, and nothing else.
 *
 *   PeerId ──► Set of sessions, oldest first, 1 … 8 of them
 *
 * Registering is additive: tabs, devices and the fresh socket beside a dying one share an ID, and a message to the ID
 * goes to all of them. There is no entry without a session, so the Map is bounded by the sockets that are open. It must
 * not know calls or read messages. Sessions call it; it calls back only to deliver and to replace.
 */

import type { PeerId } from "./protocol.ts";
import type { Router, Session } from "./session.ts";

/** Most sessions of one ID; one more replaces the oldest, which is the likeliest to be dead. */
export const SESSIONS_PER_PEER_MAX = 8;

export class Relay implements Router {
  readonly #sessions = new Map<PeerId, Set<Session>>();

  /** Number of IDs that can be reached now. */
  get peerCount(): number {
    return this.#sessions.size;
  }

  /** Makes `session` one of those that messages to `peerId` go to. */
  join(peerId: PeerId, session: Session): void {
    let sessions = this.#sessions.get(peerId);
    if (sessions === undefined) this.#sessions.set(peerId, sessions = new Set());
    sessions.add(session);
    if (sessions.size <= SESSIONS_PER_PEER_MAX) return;
    const [oldest] = sessions; // A Set keeps the order of insertion.
    oldest?.replace();
  }

  /** Takes `session` out; does nothing if it is not in. */
  leave(peerId: PeerId, session: Session): void {
    const sessions = this.#sessions.get(peerId);
    if (sessions === undefined) return;
    sessions.delete(session);
    if (sessions.size === 0) this.#sessions.delete(peerId);
  }

  /** Delivers `text` to every session of `peerId` and returns how many took it; 0 means that nobody is there. */
  route(peerId: PeerId, text: string): number {
    let count = 0;
    // A session that is too slow leaves during its own delivery; walking a Set allows that.
    for (const session of this.#sessions.get(peerId) ?? []) {
      if (session.deliver(text)) count += 1;
    }
    return count;
  }
}
