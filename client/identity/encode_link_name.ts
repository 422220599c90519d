/** Writes the own name into the own link, `#ID/Kim`, so that it outlives what programs do to links. Pure. */

/** Most that a name may add to a link, in characters as they stand there, so that its QR code stays coarse enough. */
export const LINK_NAME_LENGTH_MAX = 160;

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
