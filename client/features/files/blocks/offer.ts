/**
 * What a sender says of files before it sends any (PROTOCOL.md, "Files"): where each stands, its size and when it was last
 * changed, by which a broken-off transfer is known again. Of what kind a file is it does not say: nobody should believe it.
 * Pure, but for the browser's own hash.
 */

import type { PeerId } from "../../../../signaling/protocol.ts";
import { count, list, shape, text } from "../../../../signaling/protocol/guards.ts";
import { Blocks } from "./blocks.ts";
import { digest } from "./block_hashes.ts";
import type { Bytes } from "../../../streams/byte_queue.ts";

/** Of one offer. */
export const FILES_MAX = 1_000;
export const PATH_LENGTH_MAX = 1_000;
export const OFFER_BYTES_MAX = 262_144;
export const TRANSFER_BYTES_MAX = 64 * 2 ** 30;

export type OfferedFile = { readonly path: string; readonly size: number; readonly lastModified: number };

const isOffer = shape({
  files: list(shape({ path: text(PATH_LENGTH_MAX), size: count(), lastModified: count() }), FILES_MAX),
});

/** Encodes an offer; null if it is more than a receiver takes. */
export function encodeOffer(files: readonly OfferedFile[]): Bytes | null {
  const bytes = new TextEncoder().encode(JSON.stringify({ files }));
  return parseOffer(bytes) === null ? null : bytes;
}

export function parseOffer(bytes: Uint8Array): readonly OfferedFile[] | null {
  if (bytes.length > OFFER_BYTES_MAX) return null;
  let offer: unknown;
  try {
    offer = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null; // No text, or no JSON: as good as any other offer that is none.
  }
  if (!isOffer(offer) || offer.files.length === 0) return null;
  return new Blocks(offer.files.map(({ size }) => size)).bytes > TRANSFER_BYTES_MAX ? null : offer.files;
}

/** The name under which a transfer is kept: the same whenever the same peer offers the same files. */
export async function keyOf(remotePeerId: PeerId, files: readonly OfferedFile[]): Promise<string> {
  const said = [remotePeerId, files.map(({ path, size, lastModified }) => [path, size, lastModified])];
  const hash = await digest(new TextEncoder().encode(JSON.stringify(said)));
  return hash.subarray(0, 16).reduce((name, byte) => name + byte.toString(16).padStart(2, "0"), "");
}
