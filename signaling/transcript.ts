/**
 * Bytes that are signed, and their text form: what proves an ID. Part of the protocol, which exports it; no Deno, no
 * DOM.
 */

/**
 * Builds the bytes that are signed: each field as UTF-8 behind its length (four bytes, big-endian), the label first.
 * The lengths keep one list of fields from reading as another; the label keeps a signature from serving elsewhere.
 */
export function encodeTranscript(label: string, ...fields: string[]): Uint8Array<ArrayBuffer> {
  const parts = [label, ...fields].map((field) => new TextEncoder().encode(field));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const part of parts) {
    view.setUint32(offset, part.length);
    bytes.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return bytes;
}

/** Builds what a client signs to register: the server's nonce and the host that the client itself connected to. */
export function encodeRegistration(nonce: string, host: string): Uint8Array<ArrayBuffer> {
  return encodeTranscript("video-calling/register/1", nonce, host.toLowerCase());
}

/** Encodes bytes as base64url without padding (RFC 4648 §5). */
export function encodeBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Decodes base64url without padding; null if `text` is not that. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}
