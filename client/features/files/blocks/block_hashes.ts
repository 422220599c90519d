/**
 * The SHA-256 of each block of a transfer, as far as it is known; and of the whole, which is the SHA-256 over those of all
 * its blocks in order: browsers hash nothing piece by piece. Pure, but for the browser's own hash.
 */

import type { Bytes } from "../../../streams/byte_queue.ts";

export const HASH_BYTES = 32;
/** A block's number and its hash, as a receiver names what it has. */
export const HAVE_BYTES = 4 + HASH_BYTES;

export async function digest(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

export class BlockHashes {
  readonly #hashes: Bytes;
  readonly #isKnown: Uint8Array;
  #knownCount = 0;

  constructor(count: number) {
    this.#hashes = new Uint8Array(count * HASH_BYTES);
    this.#isKnown = new Uint8Array(count);
  }

  has(block: number): boolean {
    return this.#isKnown[block] === 1;
  }

  get isWhole(): boolean {
    return this.#knownCount === this.#isKnown.length;
  }

  /** Passes over what is no block of the transfer, or no hash. */
  set(block: number, hash: Uint8Array): void {
    if (this.#isKnown[block] === undefined || hash.length !== HASH_BYTES) return;
    if (!this.has(block)) this.#knownCount++;
    this.#isKnown[block] = 1;
    this.#hashes.set(hash, block * HASH_BYTES);
  }

  get(block: number): Bytes {
    return this.#hashes.slice(block * HASH_BYTES, (block + 1) * HASH_BYTES);
  }

  /** The hash of the whole; it says nothing before all are known. */
  root(): Promise<Bytes> {
    return digest(this.#hashes);
  }

  /** All that are known, as they are named to the sender. */
  encode(): Bytes {
    const bytes = new Uint8Array(this.#knownCount * HAVE_BYTES);
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (let block = 0; block < this.#isKnown.length; block++) {
      if (!this.has(block)) continue;
      view.setUint32(at, block);
      bytes.set(this.get(block), at + 4);
      at += HAVE_BYTES;
    }
    return bytes;
  }

  /** Reads what a receiver names; null if that is not a list of blocks of the transfer in order, each once. */
  static parse(bytes: Uint8Array, count: number): BlockHashes | null {
    if (bytes.length % HAVE_BYTES !== 0 || bytes.length > count * HAVE_BYTES) return null;
    const hashes = new BlockHashes(count);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let last = -1;
    for (let at = 0; at < bytes.length; at += HAVE_BYTES) {
      const block = view.getUint32(at);
      if (block <= last || block >= count) return null;
      last = block;
      hashes.set(block, bytes.subarray(at + 4, at + HAVE_BYTES));
    }
    return hashes;
  }
}
