/**
 * The proof that a description comes from the ID it names. That ID's key signs who says what to whom in which call,
 * with the hash of the description as it was sent. A relay can then change nothing in it, put nobody in between, and
 * reuse it for no other call, direction or person.
 *
 * Pure but for WebCrypto. `identity.ts` holds the key, `call_trust.ts` signs, `claim_check.ts` checks.
 */

import {
  type CallId,
  type ConnectionId,
  decodeBase64Url,
  derivePeerId,
  encodeBase64Url,
  encodeTranscript,
  type PeerId,
} from "../../signaling/protocol.ts";
import { isOfSmallOrder } from "../../signaling/protocol/key_check.ts";

/** A public key and a signature by it, in base64url. */
export type Proof = { readonly publicKey: string; readonly signature: string };

/** What an offer or an acceptance says of its sender beside the description. */
export type Told = { readonly name?: string; readonly audio: boolean; readonly video: boolean };

/** What is proved: by the caller, who has made the offer, or by the callee, who has applied it and made the answer. */
export type CallClaim = {
  readonly callId: CallId;
  readonly callerId: PeerId;
  readonly calleeId: PeerId;
  readonly told: Told;
  readonly offerHash: string;
  /** Null in the caller's proof: there is no answer yet. */
  readonly answerHash: string | null;
};

/** What is proved of another connection of a call, by the end that made the description. */
export type DescriptionClaim = {
  readonly callId: CallId;
  readonly connectionId: ConnectionId;
  readonly senderId: PeerId;
  readonly receiverId: PeerId;
  readonly offerHash: string;
  /** Null in the proof of an offer. */
  readonly answerHash: string | null;
};

/** Hashes a description as it stands in a message: SHA-256 of the text, in base64url. */
export async function hashDescription({ sdp }: { readonly sdp: string }): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(sdp));
  return encodeBase64Url(new Uint8Array(digest));
}

function hashes({ offerHash, answerHash }: { offerHash: string; answerHash: string | null }): string[] {
  return answerHash === null ? [offerHash] : [offerHash, answerHash];
}

/** Builds the bytes that are signed; see _Proof of a call_ in PROTOCOL.md. */
export function encodeCallClaim(claim: CallClaim): Uint8Array<ArrayBuffer> {
  const { callId, callerId, calleeId, told: { name = "", audio, video }, answerHash } = claim;
  const role = answerHash === null ? "offer" : "answer";
  const fields = [role, callId, callerId, calleeId, name, `${audio}`, `${video}`, ...hashes(claim)];
  return encodeTranscript("video-calling/call/2", ...fields);
}

/** Builds the bytes that are signed for a later connection. */
export function encodeDescriptionClaim(claim: DescriptionClaim): Uint8Array<ArrayBuffer> {
  const { callId, connectionId, senderId, receiverId, answerHash } = claim;
  const type = answerHash === null ? "offer" : "answer";
  const fields = [type, callId, connectionId, senderId, receiverId, ...hashes(claim)];
  return encodeTranscript("video-calling/description/1", ...fields);
}

/** Tells whether `proof` was made for `claim`, as encoded, by the key of `signerId`. Never throws. */
export async function verifyProof(
  proof: Proof | undefined,
  signerId: PeerId,
  claim: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (proof === undefined) return false;
  const publicKey = decodeBase64Url(proof.publicKey);
  const signature = decodeBase64Url(proof.signature);
  if (publicKey?.length !== 32 || signature?.length !== 64 || isOfSmallOrder(publicKey)) return false;
  // Of the spellings of one key only one counts, so that keys can be compared as text.
  if (encodeBase64Url(publicKey) !== proof.publicKey) return false;
  try {
    if (await derivePeerId(publicKey) !== signerId) return false;
    const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, claim);
  } catch {
    return false; // No point of the curve, or a browser without Ed25519: nothing is proved.
  }
}
