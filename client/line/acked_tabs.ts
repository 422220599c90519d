/**
 * How much of this end's stream the other end's tabs have acknowledged. Until the call belongs to one tab, any tab's
 * count will do; afterwards only that tab's counts. Pure.
 */

import type { TabId } from "../../signaling/protocol.ts";
import { TABS_MAX } from "./incoming_stream.ts";

export class AckedTabs {
  #acked = new Map<TabId, number>();
  #boundTabId: TabId | null = null;
  #reached = 0;

  get boundTabId(): TabId | null {
    return this.#boundTabId;
  }

  /** Up to this number somebody has it who counts. */
  get upTo(): number {
    return Math.max(0, ...this.#acked.values());
  }

  /** Up to this number somebody has had it, even if they are not there any more. */
  get reached(): number {
    return this.#reached;
  }

  bind(tabId: TabId): void {
    this.#boundTabId = tabId;
    this.#acked = new Map([[tabId, this.#acked.get(tabId) ?? 0]]);
  }

  /** Takes an acknowledgement, and tells whether it says something new. */
  take(tabId: TabId, ack: number): boolean {
    const isHeard = this.#acked.has(tabId) || (this.#boundTabId === null && this.#acked.size < TABS_MAX);
    const before = this.#acked.get(tabId) ?? 0;
    if (isHeard) this.#acked.set(tabId, Math.max(ack, before));
    if (isHeard) this.#reached = Math.max(ack, this.#reached);
    return isHeard && ack > before;
  }

  /** None of the tabs is there any more. */
  clear(): void {
    this.#acked.clear();
  }
}
