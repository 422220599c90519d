/**
 * The transfers with one person, over all calls of this page: what one call has left goes on in the next. Bounded; nothing
 * of their bytes is here.
 */

import type { PeerId } from "../../../signaling/protocol.ts";
import { dropOldest } from "../../../signaling/protocol/drop_oldest.ts";
import type { Incoming } from "./receiving.ts";
import type { Outgoing } from "./sending.ts";

/** People, and of each the transfers that are shown and those that this end has under way. */
const PEOPLE_MAX = 8;
const TRANSFERS_MAX = 40;
const OUTGOING_MAX = 16;

type AnyTransfer = Incoming | Outgoing;

export class Shelf {
  #transfers: readonly AnyTransfer[] = [];

  get transfers(): readonly AnyTransfer[] {
    return this.#transfers;
  }

  /** The oldest that are over make room. */
  add(transfer: AnyTransfer): void {
    const excess = this.#transfers.length + 1 - TRANSFERS_MAX;
    const dropped = new Set(this.#transfers.filter(({ isOver }) => isOver).slice(0, Math.max(0, excess)));
    this.#transfers = [...this.#transfers.filter((each) => !dropped.has(each)), transfer];
  }

  remove(transfer: AnyTransfer): void {
    this.#transfers = this.#transfers.filter((each) => each !== transfer);
  }
}

export function isFull({ transfers }: Shelf): boolean {
  return transfers.filter(({ isOutgoing, isOver }) => isOutgoing && !isOver).length >= OUTGOING_MAX;
}

/** Bytes that were accepted and have yet to come: they have their room already. */
export function promisedBytes(transfers: readonly AnyTransfer[]): number {
  return transfers.filter(({ isOutgoing, stage }) => !isOutgoing && stage === "moving")
    .reduce((sum, { blocks, doneBytes }) => sum + Math.max(0, blocks.bytes - doneBytes), 0);
}

const shelves = new Map<PeerId, Shelf>();

/** The transfers with everybody. */
export function listTransfers(): readonly AnyTransfer[] {
  return [...shelves.values()].flatMap(({ transfers }) => transfers);
}

/** Whether something has come, of anybody, that is saved nowhere. */
export function isAnyUnsaved(): boolean {
  return listTransfers().some((each) => each.canBeSaved && !each.isSaved);
}

export function shelfOf(peerId: PeerId): Shelf {
  const shelf = shelves.get(peerId) ?? new Shelf();
  shelves.delete(peerId);
  shelves.set(peerId, shelf);
  dropOldest(shelves, PEOPLE_MAX);
  return shelf;
}
