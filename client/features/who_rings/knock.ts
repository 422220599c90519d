/** The line that somebody knocks with, as it stands in an offer, and as it is shown: hostile until it is clean. Pure. */

import { decodeBase64Url, encodeBase64Url } from "../../../signaling/protocol.ts";
import { cleanName } from "../../identity/name.ts";

/** Characters of a line, as a reader counts them. */
export const KNOCK_MAX = 140;
/** Most that is kept of one, in UTF-16 units, whatever its characters are made of. */
const LENGTH_MAX = 2 * KNOCK_MAX;
/** Most that is looked at, as it stands in an offer. */
const ENCODED_MAX = 4 * LENGTH_MAX;
const WORD = "knock ";

/** Cleans a line as names are cleaned; null when nothing is left. */
export function cleanKnock(text: string): string | null {
  return cleanName(text, KNOCK_MAX, LENGTH_MAX);
}

/**
 * What an offer says that knocks; null if there is nothing to say. Not as plain text: an offer in which a line so much as
 * speaks of a fingerprint is not taken.
 */
export function encodeKnock(text: string): string | null {
  const line = cleanKnock(text.toWellFormed());
  return line && WORD + encodeBase64Url(new TextEncoder().encode(line));
}

/** Reads the line of an offer that knocks; null if it does not, or with nothing that can be shown. */
export function readKnock(entry: string | undefined): string | null {
  if (!entry?.startsWith(WORD) || entry.length > ENCODED_MAX) return null;
  const bytes = decodeBase64Url(entry.slice(WORD.length));
  return bytes && cleanKnock(new TextDecoder().decode(bytes));
}
