/**
 * Hands the other end's streams to the features that take them. If nobody has opened the feature yet, the stream opens
 * it; bytes that arrive meanwhile wait in the stream, within its limits. Used by `bulk.ts`.
 */

import type { BulkOptions } from "./bulk_options.ts";
import { attempt } from "../bounds/attempt.ts";
import type { ByteReader } from "../streams/stream_reader.ts";

/** Who takes the other end's streams, by the part of their labels before the first `/`. */
export type Takers = ReadonlyMap<string, (reader: ByteReader) => void>;

/** Tells whether anybody takes the stream, or will be asked to once it is there. */
export function offerStream(reader: ByteReader, takers: Takers, openFeature: BulkOptions["openFeature"]): boolean {
  const name = reader.label.replace(/\/.*/, "");
  const take = takers.get(name);
  if (take !== undefined) {
    take(reader);
    return true;
  }
  const opening = openFeature(name);
  if (opening === null) return false;
  attempt("open the feature of a stream", async () => {
    await opening;
    const taker = takers.get(name);
    if (taker === undefined) reader.cancel();
    else taker(reader);
  });
  return true;
}
