/**
 * Asks the browser not to clear what this page keeps when the disk is full, above all the key of the ID. It asks once
 * in each browser, after a first call: by then there is something to lose, and in Firefox, which asks the person, they
 * know why. Other browsers decide by themselves.
 */

import { isBoolean, readBy } from "../../signaling/protocol/guards.ts";
import { Kept } from "./kept.ts";
import type { KeptStore } from "./kept_store.ts";

type Storage = Pick<StorageManager, "persist" | "persisted">;
type EndedCall = { readonly phase: string; readonly connectedAtMs: number | null };

export class Persistence {
  readonly #hasAsked: Kept<boolean>;
  readonly #storage: Storage | undefined;

  /** @param storage undefined where the browser has none */
  constructor(storage: Storage | undefined, store?: KeptStore) {
    this.#storage = storage;
    this.#hasAsked = new Kept<boolean>({
      key: "has-asked-to-persist",
      empty: false,
      parse: readBy(isBoolean),
      show: () => {},
    }, store);
  }

  /** Asks after a call in which people met, unless that was done before. */
  async follow(call: EndedCall | null): Promise<void> {
    if (call?.phase !== "ended" || call.connectedAtMs === null || this.#hasAsked.value) return;
    if (this.#storage === undefined || await this.#storage.persisted() || this.#hasAsked.value) return;
    this.#hasAsked.change(() => true);
    await this.#storage.persist();
  }
}
