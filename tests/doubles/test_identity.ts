/** A key pair as a browser keeps one, for tests that register with proof. */

import { derivePeerId, encodeBase64Url, encodeRegistration, type PeerId } from "../../signaling/protocol.ts";

export interface TestIdentity {
  readonly peerId: PeerId;
  prove(nonce: string, host: string): Promise<{ publicKey: string; signature: string }>;
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<{ publicKey: string; signature: string }>;
}

export async function createTestIdentity(): Promise<TestIdentity> {
  const keys = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", keys.publicKey));
  const sign = async (bytes: Uint8Array<ArrayBuffer>) => {
    const signature = await crypto.subtle.sign("Ed25519", keys.privateKey, bytes);
    return { publicKey: encodeBase64Url(publicKey), signature: encodeBase64Url(new Uint8Array(signature)) };
  };
  return {
    peerId: await derivePeerId(publicKey),
    prove: (nonce, host) => sign(encodeRegistration(nonce, host)),
    sign,
  };
}
