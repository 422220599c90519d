/**
 * The relay: who is connected right now, and nothing else.
 *
 *   PeerId ──► list of sessions, oldest first, 1 … 8 of them, and one subscription on the bus
 *   presence topic ──► how many sessions registered under it, and one appearance on the bus
 *
 * Registering is additive: tabs, devices and the fresh socket beside a dying one share an ID. A message to the ID goes
 * to all of them, to those here at once and to those on other instances by the bus. There is no entry without a
 * session, so the open sockets bound the Map. It must not know calls or read messages. Sessions call it; it calls back
 * only to deliver and to replace.
 */

import { type Bus, NO_ORIGIN, type Origin, type Receipt, type Receive } from "../bus/bus.ts";
import type { PeerId, PresenceTopic } from "../protocol.ts";
import type { Session } from "./session.ts";
import type { Router } from "./session_context.ts";

/** Most sessions of one ID; one more replaces the oldest, which is the likeliest to be dead. */
export const SESSIONS_PER_PEER_MAX = 8;

export class Relay implements Router<Session> {
  readonly #bus: Bus;
  /** No list is ever changed: whoever walks one goes on with what was there. */
  readonly #sessions = new Map<PeerId, readonly Session[]>();
  readonly #topics = new Map<PresenceTopic, number>();
  readonly #receive: Receive = (peerId, text, sender, origin) => void this.#deliver(peerId, text, sender, origin);

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  /** Number of IDs that can be reached now. */
  get peerCount(): number {
    return this.#sessions.size;
  }

  /**
   * Makes `session` one of those that messages to `peerId` go to; from this instance at once, from the others when the
   * promise settles, or when they are back.
   */
  join(peerId: PeerId, session: Session): void | Promise<void> {
    const others = this.#sessions.get(peerId) ?? [];
    this.#sessions.set(peerId, [...others, session]);
    if (others.length === SESSIONS_PER_PEER_MAX) others[0]?.replace();
    const { presenceTopic } = session;
    if (presenceTopic === null) return this.#bus.subscribe(peerId, this.#receive);
    return this.#appear(peerId, presenceTopic);
  }

  /** Takes `session` out; does nothing if it is not in. */
  leave(peerId: PeerId, session: Session): void {
    const sessions = this.#sessions.get(peerId);
    if (sessions?.includes(session) !== true) return;
    if (session.presenceTopic !== null) this.#disappear(session.presenceTopic);
    if (sessions.length > 1) return void this.#sessions.set(peerId, sessions.filter((other) => other !== session));
    this.#sessions.delete(peerId);
    this.#bus.unsubscribe(peerId);
  }

  /**
   * Delivers `text` of `sender` to every session of `peerId`, and tells to how many sessions here or, without any, to how many
   * other instances it went. 0 means that nobody is there. What another instance then does with it is not waited for.
   */
  route(peerId: PeerId, text: string, sender: PeerId, origin = NO_ORIGIN): Receipt | Promise<Receipt> {
    const count = this.#deliver(peerId, text, sender, origin);
    const elsewhere = this.#bus.publish(peerId, text, sender, origin);
    return count > 0 ? count : elsewhere;
  }

  /** Finds which of these somebody is online under. */
  findOnline(topics: readonly PresenceTopic[]): ReturnType<Bus["findOnline"]> {
    return this.#bus.findOnline(topics);
  }

  async #appear(peerId: PeerId, topic: PresenceTopic): Promise<void> {
    this.#topics.set(topic, (this.#topics.get(topic) ?? 0) + 1);
    await Promise.all([this.#bus.subscribe(peerId, this.#receive), this.#bus.appear(topic)]);
  }

  #disappear(topic: PresenceTopic): void {
    const count = this.#topics.get(topic) ?? 0;
    if (count > 1) return void this.#topics.set(topic, count - 1);
    this.#topics.delete(topic);
    this.#bus.disappear(topic);
  }

  #deliver(peerId: PeerId, text: string, sender: PeerId, origin: Origin): number {
    const sessions = this.#sessions.get(peerId);
    if (sessions === undefined) return 0;
    let count = 0;
    for (const session of sessions) {
      if (session.deliver(text, sender, origin)) count += 1; // One that is too slow leaves during its own delivery.
    }
    return count;
  }
}
