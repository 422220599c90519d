/**
 * Where blocks are kept until all have come and the person has them where they want them. A block is kept whole or not at
 * all, with its hash; so what is there after a crash is good. Each transfer has a place of its own, under its key.
 */

import type { Bytes } from "../../../streams/byte_queue.ts";

export type WrittenBlock = {
  readonly block: number;
  readonly hash: Bytes;
  readonly bytes: Bytes;
  /** The hash of the one that it takes the place of. */
  readonly old: Bytes | null;
};

export interface BlockStore {
  /** Tells what is there, and how large it is: one that a crash cut off has no bytes. */
  list(found: (block: number, hash: Bytes, bytes: number) => void): Promise<void>;
  write(written: WrittenBlock): Promise<void>;
  /** Puts blocks one behind the other; where they are on a disk, that takes no memory. */
  read(blocks: readonly number[], hashOf: (block: number) => Bytes): Promise<Blob>;
  /** The person has all of it: it need not be kept for long. */
  markSaved(): Promise<void>;
  remove(): Promise<void>;
}

export interface Storage {
  /** What may fail if it is exceeded. */
  readonly kind: "disk" | "memory";
  /** Bytes that there is room for. */
  room(): Promise<number>;
  /** The place of a transfer that was begun before, and is not saved. */
  find(key: string): Promise<BlockStore | null>;
  begin(key: string): Promise<BlockStore>;
}
