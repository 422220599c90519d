/**
 * Checks that a description is its sender's own: made for this call, by the key of the ID that it names, and unchanged.
 * Pure but for the cryptography. The front door asks it about offers, each call's gate about everything that follows.
 */

import type { ConnectionId, PeerMessage } from "../../signaling/protocol.ts";
import { encodeCallClaim, encodeDescriptionClaim, hashDescription, type Proof, verifyProof } from "./call_proof.ts";
import { checkDescription } from "./description_check.ts";

/** `other-key`: it was made by the ID it names, and that has another key than it had before. */
export type Verdict = "proven" | "unproven" | "other-key";

/** What this end knows that a claim is held to. */
export type KnownOfCall = {
  /** The certificate that this end shows in the call; null before there is one. */
  readonly localFingerprint: () => string | null;
  /** The hash of an offer that this end has made and waits for the answer to; null stands for the call's own. */
  readonly offerHash: (connectionId: ConnectionId | null) => string | undefined;
  /** The key that the other end's ID is known to have; null while none is. */
  readonly knownKey: () => string | null;
};

type Claiming = Extract<PeerMessage, { description: unknown }>;

/** By its type alone: a field that a later page has added to another message needs none. */
export function needsProof(message: PeerMessage): message is Claiming {
  const { type } = message;
  return type === "video-offer-request" || type === "description" ||
    (type === "video-offer-response" && message.accepted);
}

/** Tells whether an offer is its sender's own, whose ID may be known to have a key. */
export async function isOfferProven(
  offer: Extract<PeerMessage, { type: "video-offer-request" }>,
  knownKey: string | null,
): Promise<boolean> {
  const none = { localFingerprint: () => null, offerHash: () => undefined };
  return await judge(offer, { ...none, knownKey: () => knownKey }) === "proven";
}

/**
 * Judges whether a description is its sender's own, made for this call and with nothing in it changed; null for the
 * answer to an offer that is not, or no longer, this end's: it can do nothing.
 */
export async function judge(message: Claiming, known: KnownOfCall): Promise<Verdict | null> {
  const { description, id, proof } = message;
  const connectionId = message.type === "description" ? message.connectionId : null;
  const localFingerprint = known.localFingerprint();
  const offered = description.type === "answer" ? known.offerHash(connectionId) : undefined;
  if (description.type === "answer" && offered === undefined) return connectionId === null ? "unproven" : null;
  const { fingerprint } = checkDescription(description.sdp);
  if (fingerprint === null || fingerprint === localFingerprint) return "unproven";
  const hash = await hashDescription(description);
  const claim = encodeClaim(message, offered === undefined ? [hash, null] : [offered, hash]);
  if (!await verifyProof(proof, id, claim)) return "unproven";
  return hasKnownKey(proof, known.knownKey()) ? "proven" : "other-key";
}

function hasKnownKey(proof: Proof | undefined, knownKey: string | null): boolean {
  return knownKey === null || knownKey === proof?.publicKey;
}

function encodeClaim(
  message: Claiming,
  [offerHash, answerHash]: [offerHash: string, answerHash: string | null],
): Uint8Array<ArrayBuffer> {
  const { callId, id, clientId } = message;
  if (message.type === "description") {
    const { connectionId } = message;
    return encodeDescriptionClaim({
      ...{ callId, connectionId, senderId: id, receiverId: clientId },
      ...{ offerHash, answerHash },
    });
  }
  const ends = message.type === "video-offer-request"
    ? { callerId: id, calleeId: clientId }
    : { callerId: clientId, calleeId: id };
  return encodeCallClaim({ callId, ...ends, told: message, offerHash, answerHash });
}
