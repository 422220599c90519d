/**
 * The commitment and the code behind a comparison of words: 30 bits, shown as five of 64 named pictures or as six
 * digits. Pure but for WebCrypto; `compare_words.ts` has the exchange, `words/en/things.ts` what the pictures show.
 */

import { type CallId, encodeBase64Url, encodeTranscript, type PeerId } from "../../../signaling/protocol.ts";

/** The call that is compared, with the certificates that both ends really use. */
export type ComparedCall = {
  readonly callId: CallId;
  readonly callerId: PeerId;
  readonly calleeId: PeerId;
  readonly callerFingerprint: string;
  readonly calleeFingerprint: string;
};

export type WordCode = {
  /** Five numbers from 0 to 63, each of a picture and its name. */
  readonly things: readonly number[];
  readonly digits: string;
};

const THING_COUNT = 5;
const NONCE_BYTES = 32;

export function createNonce(): string {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
}

/** Commits the caller to its number without telling it; the callee makes the same of what is revealed. */
export async function createCommitment(call: ComparedCall, callerNonce: string): Promise<string> {
  const { callId, callerId, calleeId, callerFingerprint } = call;
  const fields = [callId, callerId, calleeId, callerFingerprint, callerNonce];
  const claim = encodeTranscript("video-calling/compare/1/commit", ...fields);
  return encodeBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", claim)));
}

/** Derives `byteCount` bytes that both ends share if nobody sits in between (HKDF, RFC 5869). */
export async function deriveCode(
  call: ComparedCall,
  { commitment, callerNonce, calleeNonce }: { commitment: string; callerNonce: string; calleeNonce: string },
  byteCount: number,
): Promise<Uint8Array> {
  const { callId, callerId, calleeId, callerFingerprint, calleeFingerprint } = call;
  const fields = [callId, callerId, calleeId, callerFingerprint, calleeFingerprint, commitment];
  const transcript = encodeTranscript("video-calling/compare/1/transcript", ...fields);
  const secret = encodeTranscript("video-calling/compare/1/numbers", callerNonce, calleeNonce);
  const [salt, key] = await Promise.all([
    crypto.subtle.digest("SHA-256", transcript),
    crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]),
  ]);
  const info = new TextEncoder().encode("video-calling/compare/1/words");
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, byteCount * 8);
  return new Uint8Array(bits);
}

/** Shows a code of at least 16 bytes: pictures from its first 30 bits, digits from the numbers after them. */
export function readWordCode(code: Uint8Array): WordCode {
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength);
  const bits = view.getUint32(0) >>> 2;
  const things = Array.from({ length: THING_COUNT }, (_, index) => (bits >>> (24 - index * 6)) & 63);
  return { things, digits: readDigits(view) };
}

/** Six digits, all equally likely: a number over the last whole million is passed over for the next one. */
function readDigits(view: DataView): string {
  const limit = Math.floor(2 ** 32 / 1_000_000) * 1_000_000;
  for (let offset = 4; offset + 4 <= view.byteLength; offset += 4) {
    const number = view.getUint32(offset);
    if (number < limit) return String(number % 1_000_000).padStart(6, "0");
  }
  return String(view.getUint32(4) % 1_000_000).padStart(6, "0"); // One in 10¹¹ codes gets here.
}
