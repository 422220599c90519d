/** The bytes that are signed to prove an ID. Part of the protocol, which exports it; no Deno, no DOM. */

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

/**
 * Takes the port away from `host[:port]` where it is 80 or 443. Browsers never write a scheme's own port, people and
 * proxies do; and who is behind a proxy does not know the scheme, so one rule goes for both.
 */
export function dropDefaultPort(host: string): string {
  return host.replace(/:(?:80|443)$/, "");
}

/** Builds what a client signs to register: the server's nonce and the host that the client itself connected to. */
export function encodeRegistration(nonce: string, host: string): Uint8Array<ArrayBuffer> {
  return encodeTranscript("video-calling/register/1", nonce, dropDefaultPort(host.toLowerCase()));
}
