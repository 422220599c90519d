/** The nonces that clients sign: random bytes, drawn from the system for many sockets at a time. */

import { encodeBase64Url } from "../protocol.ts";

const NONCE_BYTES = 32;
const NONCES_AT_ONCE = 128;

const pool = new Uint8Array(NONCE_BYTES * NONCES_AT_ONCE);
let used = pool.length;

/** Makes a nonce that nobody has seen: 32 random bytes in base64url. */
export function createNonce(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, used += NONCE_BYTES);
  const nonce = encodeBase64Url(bytes);
  bytes.fill(0); // Not kept for whoever reads this memory later.
  return nonce;
}
