/**
 * What is signed of a message that is left, by the key of the ID that says it: each step under a label of its own, with
 * both IDs, so that none passes for another, or for one to somebody else. Pure but for WebCrypto.
 */

import { encodeTranscript } from "../../signaling/protocol.ts";
import type { NoteMessage } from "../../signaling/protocol/note_messages.ts";
import { type Proof, verifyProof } from "../proof/call_proof.ts";

type Unproved<M> = M extends NoteMessage ? Omit<M, "proof"> : never;
/** A step as its sender has it before it is signed. */
export type NoteClaim = Unproved<NoteMessage>;

/** What stands for the other end's part in a claim: the nonce that a key answers, and what an acknowledgement is of. */
export type Answered = string;

/** Builds the bytes that are signed. */
export function encodeNoteClaim(claim: NoteClaim, answered: Answered = ""): Uint8Array<ArrayBuffer> {
  const { step, callId, id, clientId } = claim;
  return encodeTranscript(`video-calling/note-${step}/1`, callId, id, clientId, ...fieldsOf(claim), answered);
}

function fieldsOf(claim: NoteClaim): string[] {
  switch (claim.step) {
    case "ask":
      return [claim.nonce];
    case "key":
      return [claim.key];
    case "leave":
      return [claim.key, claim.ephemeralKey, claim.sealed];
    case "left":
      return [];
  }
}

/** Tells whether it is its sender's own, whose ID may be known to have a key. Never throws. */
export async function isNoteProven(
  message: NoteMessage,
  knownKey: string | null,
  answered: Answered = "",
): Promise<boolean> {
  const proof: Proof = message.proof;
  if (knownKey !== null && knownKey !== proof.publicKey) return false;
  return await verifyProof(proof, message.id, encodeNoteClaim(message, answered));
}
