/**
 * Bytes as text: base64url without padding (RFC 4648 §5), the form of keys, signatures, nonces, topics and tags. Part
 * of the protocol, which exports it; no Deno, no DOM.
 */

/** Encodes up to some ten thousand bytes, which become arguments of one call. */
export function encodeBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Decodes bytes; null if `text` is not base64url without padding. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}
