/**
 * The bus: what joins the instances of the server to one service.
 *
 * Each ID that is connected to an instance is a subscription of that instance, so that subscribing is presence: nothing
 * is stored, and nothing is left behind by an instance that dies. It carries texts at most once and knows nothing of
 * sessions. The relay uses it; `server.ts` chooses which one. `tests/bus_test.ts` holds every kind to the same.
 */

import type { PeerId } from "./protocol.ts";

/** Takes what another instance has published. */
export type Receive = (peerId: PeerId, text: string) => void;

/** To how many a text went; or that this cannot be told now, and the text may or may not have gone. */
export type Receipt = number | "unavailable";

export interface SubscribeOptions {
  /** Whether the ID is to be reached and yet not to be found online. */
  readonly isHidden: boolean;
}

export interface Bus {
  /** Whether the other instances can be reached now, as far as is known. */
  readonly isReady: boolean;

  /**
   * Makes this instance one of those that what is published to `peerId` goes to; again, to change the options. The
   * promise settles when it is, or when that cannot be waited for because the bus is away; it never rejects. Nothing
   * means that it is already.
   */
  subscribe(peerId: PeerId, receive: Receive, options: SubscribeOptions): void | Promise<void>;

  /** Ends the subscription; does nothing without one. */
  unsubscribe(peerId: PeerId): void;

  /**
   * Sends `text` to every **other** instance that subscribes to `peerId`, once each, and tells how many there are. What
   * one instance publishes to one ID arrives in that order. The promise never rejects.
   */
  publish(peerId: PeerId, text: string): Receipt | Promise<Receipt>;

  /** Finds which of these are connected to any instance, this one included, and hidden by none. Never rejects. */
  findOnline(
    peerIds: readonly PeerId[],
  ): readonly PeerId[] | "unavailable" | Promise<readonly PeerId[] | "unavailable">;

  /** Leaves the bus, with all subscriptions. */
  close(): void;
}
