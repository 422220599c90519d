/**
 * Finds an ID in what a person typed or pasted, and in the page's own address: bare, in a link, or inside an e-mail or
 * a chat. If two IDs could be meant it finds none, rather than call the wrong person. It reads a bounded stretch of
 * text in linear time. Pure; the server reads IDs in their one form only.
 */

import { isPeerId, type PeerId } from "../../signaling/protocol.ts";

/** How much is looked at, in UTF-16 units: a long e-mail. */
export const TEXT_LENGTH_MAX = 16_384;
/** How long an ID may be drawn out by what stands between its symbols. */
const ALONE_LENGTH_MAX = 99;

/** Undoes what programs do to text on its way: percent signs, other widths and dashes, line breaks, invisible signs. */
function unfold(text: string): string {
  let plain = text.slice(0, TEXT_LENGTH_MAX);
  for (let pass = 0; pass < 2; pass++) { // A link in a link is written so twice.
    plain = decodeEscapes(plain.normalize("NFKC"));
  }
  return plain.replace(/[\p{DI}\p{Cf}]/gu, "")
    .replace(/[\u2014\u2015]/g, " ") // Dashes that part sentences, and no groups.
    .replace(/[\p{Pd}\u2212_]/gu, "-")
    .replace(/=\r?\n/g, "") // Quoted-printable (RFC 2045 §6.7).
    // Lines that were broken, or quoted; a field of one line has dropped their ends.
    .replace(/(-?)(?:\r?\n[>\s]*|>\s*)/g, (_, dash) => dash || "\n");
}

/** Undoes percent signs once, where they stand for text; what is no UTF-8 stays. */
export function decodeEscapes(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

/** Reads 20 symbols, with the look-alikes of Crockford base32 (O for 0, I and L for 1); drops all else. */
function readSymbols(text: string): PeerId | null {
  const symbols = text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase().replaceAll("o", "0").replace(/[il]/g, "1");
  const id = symbols.replace(/.{4}(?=.)/g, "$&-");
  return isPeerId(id) ? id : null;
}

/** The text itself, without what stands around it; nothing where more than groups and spaces is in it. */
function findAlone(text: string): string[] {
  const [alone = ""] = text.length > ALONE_LENGTH_MAX ? [] : text.match(/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su) ?? [];
  return /[^\p{L}\p{N}\s-]/u.test(alone) ? [] : [alone];
}

/** Words that may hold an ID though nothing says so: in its groups, or all in one; with a digit, as hardly a word has. */
function findAmid(plain: string, words: RegExp, form: RegExp): string[] {
  const found = plain.match(words) ?? [];
  return found.filter((word) => word.length <= ALONE_LENGTH_MAX && form.test(word.trim()) && /\d/.test(word));
}

/**
 * Reads an ID as a person typed or pasted it, in any case, with or without dashes and spaces. What follows a `#` comes
 * first, then the whole text, then words in it. Returns null if there is no ID, or more than one with the same right.
 */
export function readPeerId(text: string): PeerId | null {
  const plain = unfold(text);
  const places = [
    () => Array.from(plain.matchAll(/#[^\p{L}\p{N}\s#]*([\p{L}\p{N}-]+)/gu), ([, word = ""]) => word),
    () => findAlone(plain.slice(plain.lastIndexOf("#") + 1).trim()),
    () => findAmid(plain, /[\p{L}\p{N}-]+/gu, /^-*\w{4}(?:-+\w{4}){4}-*$/),
    () => findAmid(plain, /[\p{L}\p{N}-]+/gu, /^\w{20}$/),
    () => findAmid(plain, /[\p{L}\p{N} -]+/gu, /^\w{4}(?:[ -]+\w{4}){4}$/),
  ];
  for (const find of places) {
    const ids = new Set(find().map(readSymbols).filter((id) => id !== null));
    if (ids.size > 0) return ids.size === 1 ? [...ids][0] ?? null : null;
  }
  return null;
}
