/**
 * Limits what one peer can make this page send, over all their calls: no more than the peer has sent, plus a little to
 * begin with. It pays for acknowledgements, for repeats that answer repeats, and for everything about a call that
 * nobody here has taken. So no peer can use this page to amplify its own traffic. What cannot be paid is not sent; an
 * honest peer repeats, and so pays for it.
 */

import type { PeerId } from "../../signaling/protocol.ts";
import { dropOldest } from "../../signaling/protocol/drop_oldest.ts";

/** What anybody has to begin with, in messages and in UTF-16 units. */
export const CREDIT_MESSAGES = 8;
export const CREDIT_LENGTH = 4_096;
/** What is added for each call that the person here has placed or accepted. */
export const GRANT_MESSAGES = 128;
export const GRANT_LENGTH = 65_536;
/** More than this is not kept. */
const MESSAGES_MAX = 512;
const LENGTH_MAX = 262_144;
/** Peers whose credit is remembered. */
const PEERS_MAX = 64;

export class Credit {
  #messages = CREDIT_MESSAGES;
  #length = CREDIT_LENGTH;

  /** The peer has said so much. */
  earn(length: number): void {
    this.#add(1, length);
  }

  /** The person here wants a call with the peer. */
  grant(): void {
    this.#add(GRANT_MESSAGES, GRANT_LENGTH);
  }

  /** Takes what a message of `length` costs that goes out `copies` times, and tells whether there was so much. */
  take(length: number, copies: number): boolean {
    if (this.#messages < copies || this.#length < length * copies) return false;
    this.#messages -= copies;
    this.#length -= length * copies;
    return true;
  }

  #add(messages: number, length: number): void {
    this.#messages = Math.min(MESSAGES_MAX, this.#messages + messages);
    this.#length = Math.min(LENGTH_MAX, this.#length + length);
  }
}

/** Everybody's credit; who has been quiet for longest begins anew when there are too many. */
export class Credits {
  readonly #credits = new Map<PeerId, Credit>();

  of(peerId: PeerId): Credit {
    const credit = this.#credits.get(peerId) ?? new Credit();
    this.#credits.delete(peerId); // To the end of the queue, if it was in it.
    this.#credits.set(peerId, credit);
    dropOldest(this.#credits, PEERS_MAX);
    return credit;
  }
}
