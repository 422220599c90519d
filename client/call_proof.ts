/**
 * The proof that an offer or an answer comes from the ID it names: a signature, by that ID's key, over who calls whom
 * in which call with which DTLS certificates. Whoever relays it can then put nobody in between, and cannot use it for
 * another call, the other way round, or between other people.
 *
 * Pure but for WebCrypto. `identity.ts` holds the key; `calls.ts` says what was applied, which is what must be proved.
 */

import {
  type CallId,
  decodeBase64Url,
  derivePeerId,
  encodeTranscript,
  isOfSmallOrder,
  type PeerId,
} from "../signaling/protocol.ts";

/** A public key and a signature by it, in base64url. */
export type Proof = { readonly publicKey: string; readonly signature: string };

/** What is proved: by the caller, who has made the offer, or by the callee, who has applied it and made the answer. */
export type CallClaim = {
  readonly callId: CallId;
  readonly callerId: PeerId;
  readonly calleeId: PeerId;
  readonly offerFingerprint: string;
  /** Null in the caller's proof: there is no answer yet. */
  readonly answerFingerprint: string | null;
};

/** Builds the bytes that are signed; see _Proof of a call_ in PROTOCOL.md. */
export function encodeCallClaim(claim: CallClaim): Uint8Array<ArrayBuffer> {
  const { callId, callerId, calleeId, offerFingerprint, answerFingerprint } = claim;
  const fields = [callId, callerId, calleeId, offerFingerprint];
  return answerFingerprint === null
    ? encodeTranscript("video-calling/call/1", "offer", ...fields)
    : encodeTranscript("video-calling/call/1", "answer", ...fields, answerFingerprint);
}

/** Tells whether `proof` was made for `claim` by the key of the ID that must have made it. Never throws. */
export async function verifyCallProof(proof: Proof | undefined, claim: CallClaim): Promise<boolean> {
  const publicKey = decodeBase64Url(proof?.publicKey ?? "");
  const signature = decodeBase64Url(proof?.signature ?? "");
  if (publicKey?.length !== 32 || signature?.length !== 64 || isOfSmallOrder(publicKey)) return false;
  const signerId = claim.answerFingerprint === null ? claim.callerId : claim.calleeId;
  try {
    if (await derivePeerId(publicKey) !== signerId) return false;
    const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, encodeCallClaim(claim));
  } catch {
    return false; // No point of the curve, or a browser without Ed25519: nothing is proved.
  }
}
