/**
 * Checks that a client holds the key of the ID that it registers.
 *
 * Stateless: the session supplies the nonce and the host names, so any instance can check any client. It knows nothing
 * of sockets or of who is connected. `session.ts` calls it once for each registration with a key.
 */

import { decodeBase64Url, derivePeerId, encodeRegistration, type PeerId } from "../protocol.ts";
import { isOfSmallOrder } from "../protocol/key_check.ts";

/** What a client claims to have signed, as it stood on the wire. */
export interface IdentityProof {
  /** Base64url of the raw 32-byte Ed25519 public key (RFC 8032 §5.1.5). */
  readonly publicKey: string;
  /** Base64url of the 64-byte signature (RFC 8032 §5.1.6). */
  readonly signature: string;
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
