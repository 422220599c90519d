/**
 * The name behind an ID in a link, `#ID/Kim`: a hint of whoever made the link, and no proof of anything. Pure. What is
 * read here is as hostile as any text: `name.ts` makes it fit to be shown.
 */

import { decodeEscapes, readPeerId, TEXT_LENGTH_MAX } from "./peer_id_text.ts";

/** Most that a name may add to a link, in characters as they stand there, so that its QR code stays coarse enough. */
export const LINK_NAME_LENGTH_MAX = 160;

/** An ID behind a `#`, and a name behind that: letters, or what programs make of them on the way. */
const NAMED = /#([^\s#/]*)\/((?:[\p{L}\p{M}\p{N}_-]|%[0-9a-f]{2})+)/giu;

/**
 * Encodes a name for a link: spaces as `_`, and all that is no letter or digit of ASCII by percent signs, the end of a
 * sentence and quotation marks among it, since programs that find links in text leave those out. Of a name that is too
 * long the last words go.
 *
 * @returns what follows the ID, with its slash; empty if there is no name
 */
export function encodeLinkName(name: string): string {
  let text = name.toWellFormed();
  for (;;) {
    text = text.trim();
    const encoded = encodeURIComponent(text)
      .replace(/[!'()*~._]|-$/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll("%20", "_");
    if (encoded.length <= LINK_NAME_LENGTH_MAX) return encoded && `/${encoded}`;
    text = text.replace(/\s\S*$|.\p{M}*$/su, "");
  }
}

/** Reads the name in a link, whatever stands around that; null if it has none. */
export function readLinkName(text: string): string | null {
  let plain = text.slice(0, TEXT_LENGTH_MAX);
  for (let pass = 0; pass < 3; pass++) { // A link in a link has its own signs encoded, too.
    for (const [, id = "", name = ""] of plain.matchAll(NAMED)) {
      if (readPeerId(id) === null) continue;
      const decoded = decodeEscapes(name.replaceAll("_", " "));
      return /%[0-9a-f]{2}/i.test(decoded) ? null : decoded; // The link was cut within a letter.
    }
    plain = decodeEscapes(plain);
  }
  return null;
}
