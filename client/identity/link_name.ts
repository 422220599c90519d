/**
 * The name behind an ID in a link, `#ID/Kim`: a hint of whoever made the link, and no proof of anything. Pure. What is
 * read here is as hostile as any text: `name.ts` makes it fit to be shown.
 */

import { decodeEscapes, readPeerId, TEXT_LENGTH_MAX } from "./peer_id_text.ts";

/** An ID behind a `#`, and a name behind that: letters, or what programs make of them on the way. */
const NAMED = /#([^\s#/]*)\/((?:[\p{L}\p{M}\p{N}_-]|%[0-9a-f]{2})+)/giu;

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
