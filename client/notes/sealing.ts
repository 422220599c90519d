/**
 * Seals the text of a message for one page of the person whom it is for: X25519 (RFC 7748) with a key of its own,
 * HKDF-SHA-256 (RFC 5869) and AES-256-GCM. Both ends' keys are made for the purpose and never kept, so that what was sealed
 * cannot be read later, by whoever has it and any key that there still is. Knows no messages; pure but for WebCrypto.
 */

import { decodeBase64Url, encodeBase64Url, encodeTranscript, type PeerId } from "../../signaling/protocol.ts";

/** Of what is sealed a server sees the length: only in steps of as many bytes. */
const STEP_BYTES = 256;
/** Each key seals once. */
const IV = new Uint8Array(12);

/** Which message it is, from whom and for whom: what it is sealed with fits no other. */
export type NotePlace = { readonly noteId: string; readonly senderId: PeerId; readonly receiverId: PeerId };
export type Sealed = { readonly ephemeralKey: string; readonly sealed: string };
export type BoxKeys = { readonly privateKey: CryptoKey; readonly publicKey: string };

/** Makes the keys of a box; null in a browser without X25519. */
export async function createBoxKeys(): Promise<BoxKeys | null> {
  try {
    const keys = await crypto.subtle.generateKey("X25519", false, ["deriveBits"]) as CryptoKeyPair;
    const raw = await crypto.subtle.exportKey("raw", keys.publicKey);
    return { privateKey: keys.privateKey, publicKey: encodeBase64Url(new Uint8Array(raw)) };
  } catch {
    return null;
  }
}

/** Seals a text for the box of `key`; null where that is none, or the browser has no X25519. */
export async function seal(text: string, key: string, place: NotePlace): Promise<Sealed | null> {
  const own = await createBoxKeys();
  if (own === null) return null;
  const cipher = await deriveCipher(own.privateKey, key, { ...place, key, ephemeralKey: own.publicKey });
  if (cipher === null) return null;
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / STEP_BYTES) * STEP_BYTES);
  padded.set(bytes);
  padded[bytes.length] = 0x80; // ISO/IEC 7816-4: what follows are zeros.
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: IV }, cipher, padded);
  return { ephemeralKey: own.publicKey, sealed: encodeBase64Url(new Uint8Array(sealed)) };
}

/** Opens what was sealed for a box; null if it was not, or not as this very message. Never throws. */
export async function unseal({ ephemeralKey, sealed }: Sealed, box: BoxKeys, place: NotePlace): Promise<string | null> {
  const bytes = decodeBase64Url(sealed);
  if (bytes === null) return null;
  try {
    const cipher = await deriveCipher(box.privateKey, ephemeralKey, { ...place, key: box.publicKey, ephemeralKey });
    if (cipher === null) return null;
    const padded = new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: IV }, cipher, bytes));
    const end = padded.lastIndexOf(0x80);
    return end < 0 ? null : new TextDecoder("utf-8", { fatal: true }).decode(padded.subarray(0, end));
  } catch {
    return null;
  }
}

type Sealing = NotePlace & { readonly key: string; readonly ephemeralKey: string };

async function deriveCipher(privateKey: CryptoKey, publicKey: string, sealing: Sealing): Promise<CryptoKey | null> {
  const { noteId, senderId, receiverId, key, ephemeralKey } = sealing;
  const raw = decodeBase64Url(publicKey);
  if (raw?.length !== 32) return null;
  try {
    const remote = await crypto.subtle.importKey("raw", raw, "X25519", false, []);
    const shared = await crypto.subtle.deriveBits({ name: "X25519", public: remote }, privateKey, 256);
    // A key of small order gives what anybody knows (RFC 7748 §6.1); WebCrypto need not refuse it.
    if (new Uint8Array(shared).every((byte) => byte === 0)) return null;
    const material = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
    const salt = encodeTranscript("video-calling/note-box/1", key, ephemeralKey);
    const info = encodeTranscript("video-calling/note-text/1", noteId, senderId, receiverId);
    const hkdf = { name: "HKDF", hash: "SHA-256", salt, info };
    return await crypto.subtle.deriveKey(hkdf, material, { name: "AES-GCM", length: 256 }, false, [
      "encrypt",
      "decrypt",
    ]);
  } catch {
    return null;
  }
}
