/** A sender's VAPID key and what it says by it (RFC 8292), for tests that push without a page. */

import { decodeBase64Url, encodeBase64Url } from "../../signaling/protocol.ts";
import { encrypt } from "./push_encryption.ts";
import type { Subscription } from "./push_service.ts";

export interface PushSender {
  /** Base64url of the uncompressed point: the `applicationServerKey` of a subscription. */
  readonly publicKey: string;
  /** The `authorization` for an origin, good for twelve hours unless `claims` say otherwise. */
  authorize(origin: string, claims?: Record<string, unknown>): Promise<string>;
}

const encodeText = (text: string): string => encodeBase64Url(new TextEncoder().encode(text));

export async function createPushSender(): Promise<PushSender> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
  const publicKey = encodeBase64Url(new Uint8Array(await crypto.subtle.exportKey("raw", keys.publicKey)));
  return {
    publicKey,
    async authorize(origin, claims = {}) {
      const exp = Math.floor(Date.now() / 1_000) + 12 * 3_600;
      const all = { aud: origin, exp, sub: "https://call.example", ...claims };
      const signed = `${encodeText('{"typ":"JWT","alg":"ES256"}')}.${encodeText(JSON.stringify(all))}`;
      const signature = await crypto.subtle.sign(algorithm, keys.privateKey, new TextEncoder().encode(signed));
      return `vapid t=${signed}.${encodeBase64Url(new Uint8Array(signature))}, k=${publicKey}`;
    },
  };
}

/** Encrypts `text` for a subscription, in base64url. */
export async function encryptFor({ p256dh, auth }: Subscription, text: string): Promise<string> {
  const [publicKey, secret] = [decodeBase64Url(p256dh), decodeBase64Url(auth)];
  if (publicKey === null || secret === null) throw new Error("Cannot encrypt: the subscription is malformed");
  return encodeBase64Url(await encrypt(new TextEncoder().encode(text), { publicKey, auth: secret }));
}
