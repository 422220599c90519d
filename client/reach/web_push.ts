/**
 * What a push service is sent: a message that only the subscribed browser can read (RFC 8291, `aes128gcm` of RFC 8188),
 * and the word of the key which that browser subscribed with (VAPID, RFC 8292). Pure but for WebCrypto; knows no socket.
 */

import { decodeBase64Url, encodeBase64Url } from "../../signaling/protocol.ts";
import type { PushTarget, VapidKey } from "../kept/people/reach_cards.ts";

/** Most that a message may say, in bytes: what services take, without what the encryption adds (RFC 8291 §4). */
export const PLAINTEXT_BYTES_MAX = 3_993;

/** One record holds all of it (RFC 8188 §2.1). */
const RECORD_BYTES = 4_096;
const CURVE = { name: "ECDH", namedCurve: "P-256" } as const;
const SIGNATURE = { name: "ECDSA", namedCurve: "P-256" } as const;
/** Ends the last record (RFC 8188 §2). */
const LAST = 2;

type Bytes = Uint8Array<ArrayBuffer>;

/** What must be new for each message: the sender's key pair and 16 random bytes. */
export type Once = { readonly keys: CryptoKeyPair; readonly salt: Bytes };

export async function createOnce(): Promise<Once> {
  const keys = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  return { keys, salt: crypto.getRandomValues(new Uint8Array(16)) };
}

function join(...parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

const encode = (text: string): Bytes => new TextEncoder().encode(text);

function decode(text: string, length: number): Bytes {
  const bytes = decodeBase64Url(text);
  if (bytes?.length !== length) throw new RangeError("Cannot use a key: it has another length");
  return bytes;
}

/** HKDF of SHA-256 (RFC 5869). */
async function derive(salt: Bytes, secret: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, length * 8);
  return new Uint8Array(bits);
}

/**
 * Encrypts a message for one browser.
 *
 * @throws if the message is too long, or the browser's keys are none
 */
export async function encryptPush(
  message: Bytes,
  { p256dh, auth }: Pick<PushTarget, "p256dh" | "auth">,
  { keys, salt }: Once,
): Promise<Bytes> {
  if (message.length > PLAINTEXT_BYTES_MAX) throw new RangeError("Cannot push: the message is too long");
  const [theirs, authSecret] = [decode(p256dh, 65), decode(auth, 16)];
  const own = new Uint8Array(await crypto.subtle.exportKey("raw", keys.publicKey));
  const theirKey = await crypto.subtle.importKey("raw", theirs, CURVE, false, []);
  const shared = new Uint8Array(
    await crypto.subtle.deriveBits({ name: "ECDH", public: theirKey }, keys.privateKey, 256),
  );
  const secret = await derive(authSecret, shared, join(encode("WebPush: info\0"), theirs, own), 32);
  const contentKey = await derive(salt, secret, encode("Content-Encoding: aes128gcm\0"), 16);
  const iv = await derive(salt, secret, encode("Content-Encoding: nonce\0"), 12);
  const key = await crypto.subtle.importKey("raw", contentKey, "AES-GCM", false, ["encrypt"]);
  const record = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, join(message, Uint8Array.of(LAST)));
  const header = new Uint8Array(5);
  new DataView(header.buffer).setUint32(0, RECORD_BYTES);
  header[4] = own.length;
  return join(salt, header, own, new Uint8Array(record));
}

/** Makes a key for a subscription, as JSON (RFC 7518 §6.2). */
export async function createVapidKey(): Promise<VapidKey> {
  const { privateKey } = await crypto.subtle.generateKey(SIGNATURE, true, ["sign", "verify"]);
  const { x = "", y = "", d = "" } = await crypto.subtle.exportKey("jwk", privateKey);
  return { kty: "EC", crv: "P-256", x, y, d };
}

/** The public half, as `subscribe()` and push services take it: the point, uncompressed. */
export function publicVapidKey({ x, y }: Pick<VapidKey, "x" | "y">): Bytes {
  return join(Uint8Array.of(4), decode(x, 32), decode(y, 32));
}

/** What is signed (RFC 8292 §2): for whom, until when in seconds since 1970, and who can be asked about it. */
export type VapidClaims = { readonly aud: string; readonly exp: number; readonly sub: string };

/** Puts claims into the text that a JWT signs (RFC 7515 §5.1). */
export function encodeClaims({ aud, exp, sub }: VapidClaims): string {
  const parts = [{ typ: "JWT", alg: "ES256" }, { aud, exp, sub }];
  return parts.map((part) => encodeBase64Url(encode(JSON.stringify(part)))).join(".");
}

/** Signs the claims by the subscription's own key, for the header `Authorization` of a push. */
export async function authorizePush(vapid: VapidKey, claims: VapidClaims): Promise<string> {
  const key = await crypto.subtle.importKey("jwk", { ...vapid }, SIGNATURE, false, ["sign"]);
  const text = encodeClaims(claims);
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, encode(text));
  const token = `${text}.${encodeBase64Url(new Uint8Array(signature))}`;
  return `vapid t=${token}, k=${encodeBase64Url(publicVapidKey(vapid))}`;
}
