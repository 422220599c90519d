/**
 * Writes the blocks of a transfer that the receiver does not have (PROTOCOL.md, "Files"). Those that it names are read
 * too: what it has may be of a file that has changed since. The next block is read while one is written.
 */

import type { Bytes } from "../../../streams/byte_queue.ts";
import type { ByteWriter } from "../../../streams/stream_writer.ts";
import { BlockHashes, digest, HASH_BYTES, isSame } from "./block_hashes.ts";
import type { Blocks } from "./blocks.ts";
import type { Gate } from "./gate.ts";

/** Bytes that are written at once, which is as many as a stream takes. */
export const PIECE_BYTES = 65_536;
/** Stands in place of a block's number before the hash of the whole. */
export const WHOLE = 0xffff_ffff;

export type SendOptions = {
  readonly writer: ByteWriter;
  readonly blocks: Blocks;
  /** What the receiver has. */
  readonly haves: BlockHashes;
  readonly gate: Gate;
  /** @throws {UnreadableError} if the file is not what it was */
  readonly read: (block: number) => Promise<Bytes>;
  /** The receiver has so many bytes more, or will have. */
  readonly onBytes: (count: number) => void;
};

/** The person's file was moved, changed or taken away. */
export class UnreadableError extends Error {}

type Read = { readonly bytes: Bytes; readonly hash: Bytes };

/** @throws {StreamError|UnreadableError} */
export async function sendBlocks({ writer, blocks, haves, gate, read, onBytes }: SendOptions): Promise<void> {
  const hashes = new BlockHashes(blocks.count);
  const take = async (block: number): Promise<Read> => {
    const bytes = await read(block);
    return { bytes, hash: await digest(bytes) };
  };
  let next = blocks.count > 0 ? take(0) : null;
  for (let block = 0; next !== null; block++) {
    const { bytes, hash }: Read = await next;
    next = block + 1 < blocks.count ? take(block + 1) : null;
    next?.catch(() => {}); // Whoever waits for it has it as well.
    hashes.set(block, hash);
    await gate.pass();
    if (haves.has(block) && isSame(haves.get(block), hash)) onBytes(bytes.length);
    else await writeBlock(writer, { block, bytes, hash, gate, onBytes });
  }
  await writer.write(encodeHead(WHOLE, await hashes.root()));
  await writer.close();
}

async function writeBlock(
  writer: ByteWriter,
  { block, bytes, hash, gate, onBytes }: Read & Pick<SendOptions, "gate" | "onBytes"> & { readonly block: number },
): Promise<void> {
  await writer.write(encodeHead(block, hash));
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const part = bytes.subarray(at, at + PIECE_BYTES);
    await gate.pass();
    await writer.write(part);
    onBytes(part.length);
  }
}

function encodeHead(block: number, hash: Bytes): Bytes {
  const bytes = new Uint8Array(4 + HASH_BYTES);
  new DataView(bytes.buffer).setUint32(0, block);
  bytes.set(hash, 4);
  return bytes;
}
