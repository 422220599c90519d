/**
 * A bus within one process, for a server with a single instance. Several of them joined by a hub are the plain model
 * that the other buses are compared with. It has no queue: when `publish` returns, every receiver has the text.
 */

import { type Bus, NO_ORIGIN, type Receive } from "./bus.ts";
import type { PeerId, PresenceTopic } from "../protocol.ts";

/** What buses share that can hear each other. */
export class MemoryHub {
  readonly buses = new Set<MemoryBus>();
}

export class MemoryBus implements Bus {
  readonly isReady = true;
  readonly #hub: MemoryHub;
  readonly #subscriptions = new Map<PeerId, Receive>();
  readonly #topics = new Set<PresenceTopic>();

  constructor(hub: MemoryHub = new MemoryHub()) {
    this.#hub = hub;
    hub.buses.add(this);
  }

  subscribe(peerId: PeerId, receive: Receive): void {
    this.#subscriptions.set(peerId, receive);
  }

  unsubscribe(peerId: PeerId): void {
    this.#subscriptions.delete(peerId);
  }

  publish(peerId: PeerId, text: string, sender: PeerId, origin = NO_ORIGIN): number {
    if (this.#hub.buses.size === 1) return 0; // There is no other, as in most servers.
    let count = 0;
    for (const bus of this.#hub.buses) {
      const receive = bus === this ? undefined : bus.#subscriptions.get(peerId);
      if (receive === undefined) continue;
      count += 1;
      receive(peerId, text, sender, origin);
    }
    return count;
  }

  appear(topic: PresenceTopic): void {
    this.#topics.add(topic);
  }

  disappear(topic: PresenceTopic): void {
    this.#topics.delete(topic);
  }

  findOnline(topics: readonly PresenceTopic[]): readonly PresenceTopic[] {
    const buses = [...this.#hub.buses];
    return topics.filter((topic) => buses.some((bus) => bus.#topics.has(topic)));
  }

  hasPeers(): boolean {
    return this.#hub.buses.size > 1;
  }

  close(): void {
    this.#hub.buses.delete(this);
    this.#subscriptions.clear();
    this.#topics.clear();
  }
}
