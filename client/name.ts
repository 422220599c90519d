/** Names that people give themselves, made fit to be shown: another peer's name is hostile until it has been here. */

const SHOWN_LENGTH_MAX = 40;

/**
 * Cleans a display name: no control or invisible formatting characters (bidirectional marks among them), at most two
 * combining marks in a row, single spaces, 40 characters at most. Null when nothing is left.
 */
export function cleanName(name: string | null): string | null {
  const text = (name ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")
    .replace(/(\p{M}{2})\p{M}+/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return [...text].slice(0, SHOWN_LENGTH_MAX).join("").trim() || null;
}
