/**
 * Remembers which addresses sent a handshake that arrived as a plain request, because something on the way dropped its
 * Upgrade header. The page at the other end cannot see that, so it asks. Only the latest addresses are kept, and each
 * is forgotten as soon as one of its handshakes arrives intact. `socket_route.ts` owns one.
 */

import { dropOldest } from "../protocol/drop_oldest.ts";

const ADDRESSES_MAX = 1_000;

export class LostUpgrades {
  /** Oldest first. */
  readonly #addresses = new Set<string>();

  add(address: string): void {
    this.#addresses.delete(address); // To the end of the queue, if it was in it.
    this.#addresses.add(address);
    dropOldest(this.#addresses, ADDRESSES_MAX);
  }

  has(address: string): boolean {
    return this.#addresses.has(address);
  }

  delete(address: string): void {
    this.#addresses.delete(address);
  }
}
