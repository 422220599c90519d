/**
 * Counts comparisons of words that broke off, for each peer: somebody whose comparisons keep breaking off may be
 * guessing. The count covers all calls and tabs and is kept in this browser.
 */

import { isPeerId, type PeerId } from "../../../signaling/protocol.ts";
import { count, type Guard, readBy, shape } from "../../../signaling/protocol/guards.ts";
import { KeptList } from "../../kept/kept.ts";
import type { KeptStore } from "../../kept/kept_store.ts";

type Aborted = { readonly peerId: PeerId; readonly atMs: number };

/** Runs kept, over all peers. */
const ABORTED_KEPT_MAX = 150;

const isAborted: Guard<Aborted> = shape({ peerId: isPeerId, atMs: count() });

export class AbortedComparisons {
  readonly #list: KeptList<Aborted>;

  constructor(store?: KeptStore) {
    const options = { key: "aborted-comparisons", readItem: readBy(isAborted), max: ABORTED_KEPT_MAX, show: () => {} };
    this.#list = new KeptList<Aborted>(options, store);
  }

  /** Counts those with a peer of the last `withinMs`; a clock that was set back makes none older. */
  count(peerId: PeerId, nowMs: number, withinMs: number): number {
    return this.#list.value.filter((run) => run.peerId === peerId && Math.abs(nowMs - run.atMs) < withinMs).length;
  }

  note(peerId: PeerId, nowMs: number): void {
    this.#list.change((runs) => [{ peerId, atMs: nowMs }, ...runs]);
  }
}
