/**
 * A bus within one process, for a server that is the only instance; and, with a hub between several, the plain model
 * that the others are compared to. It holds no queue: a publication is with its receivers when `publish` returns.
 */

import type { Bus, Receive, SubscribeOptions } from "./bus.ts";
import type { PeerId } from "./protocol.ts";

type Subscription = SubscribeOptions & { readonly receive: Receive };

/** What buses share that can hear each other. */
export class MemoryHub {
  readonly buses = new Set<MemoryBus>();
}

export class MemoryBus implements Bus {
  readonly isReady = true;
  readonly #hub: MemoryHub;
  readonly #subscriptions = new Map<PeerId, Subscription>();

  constructor(hub: MemoryHub = new MemoryHub()) {
    this.#hub = hub;
    hub.buses.add(this);
  }

  subscribe(peerId: PeerId, receive: Receive, { isHidden }: SubscribeOptions): void {
    this.#subscriptions.set(peerId, { receive, isHidden });
  }

  unsubscribe(peerId: PeerId): void {
    this.#subscriptions.delete(peerId);
  }

  publish(peerId: PeerId, text: string): number {
    if (this.#hub.buses.size === 1) return 0; // There is no other, as in most servers.
    let count = 0;
    for (const bus of this.#hub.buses) {
      const subscription = bus === this ? undefined : bus.#subscriptions.get(peerId);
      if (subscription === undefined) continue;
      count += 1;
      subscription.receive(peerId, text);
    }
    return count;
  }

  findOnline(peerIds: readonly PeerId[]): readonly PeerId[] {
    return peerIds.filter((peerId) => {
      const subscriptions = [...this.#hub.buses].flatMap((bus) => bus.#subscriptions.get(peerId) ?? []);
      return subscriptions.length > 0 && !subscriptions.some(({ isHidden }) => isHidden);
    });
  }

  close(): void {
    this.#hub.buses.delete(this);
    this.#subscriptions.clear();
  }
}
