/**
 * Parses the `Range` header: one range of bytes, as RFC 9110 §14.1.2 defines it.
 *
 * Several ranges, other units and malformed headers are ignored, as §14.2 allows, and the whole file is sent. Called by
 * `static_files.ts`.
 */

/** Both ends included, as in `Content-Range`. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Parses `header` for a file of `size` bytes; null means to ignore it, "unsatisfiable" to answer 416. */
export function parseByteRange(header: string, size: number): ByteRange | "unsatisfiable" | null {
  const match = /^bytes=(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/i.exec(header.trim());
  if (match === null) return null;
  const [, firstText, lastText, suffixText] = match;
  if (suffixText !== undefined) {
    const length = Math.min(Number(suffixText), size);
    return length === 0 ? "unsatisfiable" : { first: size - length, last: size - 1 };
  }
  const first = Number(firstText);
  const last = Math.min(Number(lastText ?? size - 1), size - 1);
  if (lastText !== undefined && Number(lastText) < first) return null; // Invalid, not unsatisfiable (§14.1.1).
  return first >= size ? "unsatisfiable" : { first, last };
}
