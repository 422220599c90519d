/** Keeps blocks in the page's memory, where a browser has no better place: as much as a page should hold, and no longer. */

import type { Bytes } from "../../../streams/byte_queue.ts";
import type { BlockStore, Storage, WrittenBlock } from "../blocks/storage.ts";

/** Of all transfers. */
export const MEMORY_BYTES_MAX = 256 * 2 ** 20;

type Kept = { readonly hash: Bytes; readonly bytes: Bytes };

export class MemoryStorage implements Storage {
  readonly kind = "memory";
  readonly #stores = new Map<string, MemoryStore>();

  room(): Promise<number> {
    const used = [...this.#stores.values()].reduce((sum, store) => sum + store.bytes, 0);
    return Promise.resolve(MEMORY_BYTES_MAX - used);
  }

  find(key: string): Promise<BlockStore | null> {
    const store = this.#stores.get(key) ?? null;
    return Promise.resolve(store?.isSaved ? null : store);
  }

  begin(key: string): Promise<BlockStore> {
    const store = new MemoryStore(() => this.#stores.delete(key));
    this.#stores.set(key, store);
    return Promise.resolve(store);
  }
}

class MemoryStore implements BlockStore {
  readonly #kept = new Map<number, Kept>();
  readonly #drop: () => void;
  bytes = 0;
  isSaved = false;

  constructor(drop: () => void) {
    this.#drop = drop;
  }

  list(found: (block: number, hash: Bytes, bytes: number) => void): Promise<void> {
    for (const [block, { hash, bytes }] of this.#kept) found(block, hash, bytes.length);
    return Promise.resolve();
  }

  write({ block, hash, bytes }: WrittenBlock): Promise<void> {
    this.bytes += bytes.length - (this.#kept.get(block)?.bytes.length ?? 0);
    this.#kept.set(block, { hash, bytes });
    return Promise.resolve();
  }

  read(blocks: readonly number[]): Promise<Blob> {
    return Promise.resolve(new Blob(blocks.map((block) => this.#kept.get(block)?.bytes ?? new Uint8Array())));
  }

  markSaved(): Promise<void> {
    this.isSaved = true;
    return Promise.resolve();
  }

  remove(): Promise<void> {
    this.#drop();
    return Promise.resolve();
  }
}
