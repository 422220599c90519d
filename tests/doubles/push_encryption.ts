/**
 * The encryption of a push (RFC 8291, over RFC 8188) as the receiving browser and a sender do it, written apart from the
 * page's own so that one can be held against the other.
 */

const TAG_BYTES = 16;
/** Salt, record size, length of the key ID (RFC 8188 §2.1), and the sender's point as that ID (RFC 8291 §4). */
const HEADER_BYTES = 16 + 4 + 1 + 65;
const CURVE = { name: "ECDH", namedCurve: "P-256" };

type Bytes = Uint8Array<ArrayBuffer>;

export interface SubscriptionKeys {
  readonly privateKey: CryptoKey;
  /** The uncompressed point. */
  readonly publicKey: Bytes;
  readonly auth: Bytes;
}

export async function createSubscriptionKeys(): Promise<SubscriptionKeys> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
  return { privateKey, publicKey: point, auth: crypto.getRandomValues(new Uint8Array(16)) };
}

function concat(...parts: readonly Bytes[]): Bytes {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

async function derive(secret: Bytes, salt: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, length * 8));
}

type Parties = { readonly receiver: Bytes; readonly sender: Bytes; readonly auth: Bytes; readonly salt: Bytes };

/** Derives the content key and the nonce of the only record (RFC 8291 §3.4). */
async function deriveKeys(shared: Bytes, { receiver, sender, auth, salt }: Parties): Promise<[CryptoKey, Bytes]> {
  const encode = (text: string): Bytes => new TextEncoder().encode(text);
  const secret = await derive(shared, auth, concat(encode("WebPush: info\0"), receiver, sender), 32);
  const key = await derive(secret, salt, encode("Content-Encoding: aes128gcm\0"), 16);
  const nonce = await derive(secret, salt, encode("Content-Encoding: nonce\0"), 12);
  return [await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]), nonce];
}

async function agree(privateKey: CryptoKey, point: Bytes): Promise<Bytes> {
  const other = await crypto.subtle.importKey("raw", point, CURVE, false, []);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: other }, privateKey, 256));
}

/** Decrypts a body of one record. Throws if it was altered, or is for somebody else. */
export async function decrypt(body: Bytes, { privateKey, publicKey, auth }: SubscriptionKeys): Promise<Bytes> {
  if (body.length < HEADER_BYTES + TAG_BYTES + 1 || body[20] !== 65) throw new Error("Cannot decrypt: no such header");
  const [salt, sender] = [body.slice(0, 16), body.slice(21, HEADER_BYTES)];
  const [key, iv] = await deriveKeys(await agree(privateKey, sender), { receiver: publicKey, sender, auth, salt });
  const padded = new Uint8Array(
    await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, body.slice(HEADER_BYTES)),
  );
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error("Cannot decrypt: the last record has no delimiter");
  return padded.slice(0, end);
}

/** Encrypts for a subscription, in one record, as a caller's page does. */
export async function encrypt(
  text: Bytes,
  { publicKey, auth }: Pick<SubscriptionKeys, "publicKey" | "auth">,
): Promise<Bytes> {
  const own = await createSubscriptionKeys();
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const parties = { receiver: publicKey, sender: own.publicKey, auth, salt };
  const [key, iv] = await deriveKeys(await agree(own.privateKey, publicKey), parties);
  const padded = concat(text, Uint8Array.of(2));
  const record = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, padded));
  return concat(salt, Uint8Array.of(0, 0, 0x10, 0, 65), own.publicKey, record);
}
