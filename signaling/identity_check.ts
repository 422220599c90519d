/**
 * Checks that a client holds the key of the ID that it registers.
 *
 * Stateless: the nonce and the host names come from the session, so any instance can check any client. It knows
 * nothing of sockets or of who is connected. Called by `session.ts`, once for each registration with a key.
 */

import { decodeBase64Url, derivePeerId, encodeRegistration, type PeerId } from "./protocol.ts";

/** What a client claims to have signed, as it stood on the wire. */
export interface IdentityProof {
  /** Base64url of the raw 32-byte Ed25519 public key (RFC 8032 §5.1.5). */
  readonly publicKey: string;
  /** Base64url of the 64-byte signature (RFC 8032 §5.1.6). */
  readonly signature: string;
}

/**
 * The y coordinates of the curve's points of small order, in every encoding (RFC 8032 §5.1.2; Chalkias et al., "Taming
 * the many EdDSAs", 2020). Under such a key one signature fits many messages or all, so it proves nothing; whoever made
 * a key by the book has none. WebCrypto need not refuse them, and Deno's does not.
 */
const SMALL_ORDER_KEYS = new Set([
  "00".repeat(32),
  `01${"00".repeat(31)}`,
  `ec${"ff".repeat(30)}7f`,
  `ed${"ff".repeat(30)}7f`,
  `ee${"ff".repeat(30)}7f`,
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
]);

function isOfSmallOrder(publicKey: Uint8Array): boolean {
  const y = publicKey.with(31, (publicKey[31] ?? 0) & 0x7f); // Without the sign of x.
  return SMALL_ORDER_KEYS.has(y.toHex());
}

async function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey("raw", bytes, "Ed25519", false, ["verify"]);
  } catch (error) {
    // WebCrypto may refuse 32 bytes that are no point of the curve; whatever else it throws is our own mistake.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/**
 * Verifies a proof made for `nonce` and any one of `hosts`, and derives the ID that it proves.
 * Returns null when it is malformed, or signed by another key, for another nonce, or for another host.
 */
export async function checkIdentity(
  proof: IdentityProof,
  nonce: string,
  hosts: readonly string[],
): Promise<PeerId | null> {
  const publicKey = decodeBase64Url(proof.publicKey);
  const signature = decodeBase64Url(proof.signature);
  if (publicKey?.length !== 32 || signature?.length !== 64) return null;
  if (isOfSmallOrder(publicKey)) return null;
  const key = await importKey(publicKey);
  if (key === null) return null;
  for (const host of hosts) {
    if (await crypto.subtle.verify("Ed25519", key, signature, encodeRegistration(nonce, host))) {
      return await derivePeerId(publicKey);
    }
  }
  return null;
}
