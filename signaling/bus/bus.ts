/**
 * The bus: what makes several instances of the server one service.
 *
 * An instance subscribes to each ID that is connected to it, and to each presence topic, to which nothing is published.
 * Nothing is stored, so an instance that dies leaves nothing behind. The bus delivers each text at most once and knows
 * nothing of sessions. The relay uses it, `server.ts` chooses which one, and `tests/signaling/bus/bus_test.ts` holds
 * all of them to the same rules.
 */

import type { PeerId, PresenceTopic } from "../protocol.ts";

/**
 * The sender's address to those who count what comes of it; the same for all that comes of it by one instance, and else
 * without a meaning.
 */
export type Origin = string & { readonly __brand: "Origin" };
/** All are equally long. */
export const ORIGIN_LENGTH = 6;
/** Of those whose address nobody has told. */
export const NO_ORIGIN = "-".repeat(ORIGIN_LENGTH) as Origin;

/** Takes what another instance has published. */
export type Receive = (peerId: PeerId, text: string, sender: PeerId, origin: Origin) => void;

/** To how many a text went; or that this cannot be told now, and the text may or may not have gone. */
export type Receipt = number | "unavailable";

/** Which of the topics that were asked for somebody is online under; or that this cannot be told now. */
export type Online = readonly PresenceTopic[] | "unavailable";

export interface Bus {
  /** Whether the other instances can be reached now, as far as is known. */
  readonly isReady: boolean;

  /**
   * Makes this instance one of those that what is published to `peerId` goes to. The promise settles when
   * it is, or when that cannot be waited for because the bus is away; it never rejects. Nothing means that it is already.
   */
  subscribe(peerId: PeerId, receive: Receive): void | Promise<void>;

  /** Ends the subscription; does nothing without one. */
  unsubscribe(peerId: PeerId): void;

  /**
   * Sends `text` of `sender` to every **other** instance that subscribes to `peerId`, once each, and tells how many there
   * are. What one instance publishes to one ID arrives in that order. The promise never rejects.
   */
  publish(peerId: PeerId, text: string, sender: PeerId, origin?: Origin): Receipt | Promise<Receipt>;

  /** Lets those who know `topic` find it, on every instance; settles as `subscribe` does. */
  appear(topic: PresenceTopic): void | Promise<void>;

  /** Ends that; does nothing if it was not there. */
  disappear(topic: PresenceTopic): void;

  /** Finds which of these have appeared on any instance, this one included. Never rejects. */
  findOnline(topics: readonly PresenceTopic[]): Online | Promise<Online>;

  /** Tells whether there is another instance, to which this one's clients can move; also if that cannot be told now. */
  hasPeers(): boolean | Promise<boolean>;

  /** Leaves the bus, with all subscriptions. */
  close(): void;
}
