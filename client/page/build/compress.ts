/**
 * Compresses the built files once, at the highest levels, so that the server need not: with Brotli (RFC 7932) for
 * browsers, with gzip for older clients. Part of the build, not of the client.
 */

import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** The endings by which the server knows them. */
const COMPRESSED_ENDINGS = [".br", ".gz"] as const;

export type Compressed = Readonly<Record<(typeof COMPRESSED_ENDINGS)[number], Uint8Array>>;

export function compress(contents: Uint8Array): Compressed {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
  };
  return { ".br": brotliCompressSync(contents, { params }), ".gz": gzipSync(contents, { level: 9 }) };
}
