/**
 * Reads the blocks of a transfer, keeps each whose bytes fit its hash, and tells whether all have come (PROTOCOL.md,
 * "Files"). Each block is read once, and so no more bytes than the person has accepted; one that is there already takes
 * the place of another, since the sender's file has changed. A block is written while the next is read.
 */

import type { Bytes } from "../../../streams/byte_queue.ts";
import type { ByteReader } from "../../../streams/stream_reader.ts";
import { type BlockHashes, digest, HASH_BYTES, isSame } from "./block_hashes.ts";
import type { Blocks } from "./blocks.ts";
import type { Gate } from "./gate.ts";
import { WHOLE } from "./send_blocks.ts";
import type { WrittenBlock } from "./storage.ts";

export type ReceiveOptions = {
  readonly reader: ByteReader;
  readonly blocks: Blocks;
  /** What is there; grows by what comes. */
  readonly hashes: BlockHashes;
  readonly gate: Gate;
  readonly write: (written: WrittenBlock) => Promise<void>;
  readonly onBytes: (count: number) => void;
};

/** The sender has broken the rules. */
export class BrokenError extends Error {}
/** A block could not be kept. */
export class StorageError extends Error {}

/**
 * @returns whether all is there; where not, what is missing has come wrong and can be asked for again
 * @throws {StreamError|BrokenError|StorageError}
 */
export async function receiveBlocks(
  { reader, blocks, hashes, gate, write, onBytes }: ReceiveOptions,
): Promise<boolean> {
  const source = new Source(reader, gate, onBytes);
  const seen = new Set<number>();
  let writing: Promise<void> = Promise.resolve();
  try {
    while (true) {
      const head = await source.take(4 + HASH_BYTES);
      const block = new DataView(head.buffer).getUint32(0);
      const hash = head.slice(4);
      if (block === WHOLE) {
        await writing;
        await source.expectEnd();
        return hashes.isWhole && isSame(await hashes.root(), hash);
      }
      if (blocks.locate(block) === null || seen.has(block)) {
        throw new BrokenError("Cannot take a block that was not asked for");
      }
      seen.add(block);
      const old = hashes.has(block) ? hashes.get(block) : null;
      if (old !== null) onBytes(-blocks.lengthOf(block));
      const bytes = await source.take(blocks.lengthOf(block), { isCounted: true });
      if (!isSame(await digest(bytes), hash)) {
        if (old === null) onBytes(-bytes.length);
        continue;
      }
      await writing;
      writing = keep(write({ block, hash, bytes, old }), () => hashes.set(block, hash));
      writing.catch(() => {}); // It is waited for.
    }
  } finally {
    await writing.catch(() => {}); // Nothing is written behind its back.
  }
}

async function keep(writing: Promise<void>, then: () => void): Promise<void> {
  try {
    await writing;
  } catch (error) {
    throw new StorageError("Cannot keep a block", { cause: error });
  }
  then();
}

/** Takes from a stream as many bytes as are asked for. */
class Source {
  readonly #reader: ByteReader;
  readonly #gate: Gate;
  readonly #onBytes: (count: number) => void;
  #held: Bytes = new Uint8Array();

  constructor(reader: ByteReader, gate: Gate, onBytes: (count: number) => void) {
    [this.#reader, this.#gate, this.#onBytes] = [reader, gate, onBytes];
  }

  async take(length: number, { isCounted } = { isCounted: false }): Promise<Bytes> {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length;) {
      if (this.#held.length === 0) this.#held = await this.#read();
      const part = this.#held.subarray(0, length - at);
      bytes.set(part, at);
      at += part.length;
      this.#held = this.#held.subarray(part.length);
      if (isCounted) this.#onBytes(part.length);
    }
    return bytes;
  }

  async expectEnd(): Promise<void> {
    if (this.#held.length > 0 || await this.#reader.read() !== null) throw new BrokenError("Cannot take more than all");
  }

  async #read(): Promise<Bytes> {
    await this.#gate.pass();
    const bytes = await this.#reader.read();
    if (bytes === null) throw new BrokenError("Cannot take a stream that ends before the whole is told");
    return bytes;
  }
}
