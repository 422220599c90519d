/**
 * The gate before one call: lets a description through only when it may be applied and its proof stands, and keeps the
 * order of messages while that is found out. Knows no rule of the call.
 */

import type { ConnectionId, PeerMessage } from "../signaling/protocol.ts";
import { attempt } from "./attempt.ts";
import { encodeCallClaim, encodeDescriptionClaim, hashDescription, type Proof, verifyProof } from "./call_proof.ts";
import { checkDescription } from "./description_check.ts";

/**
 * Messages that may wait while a proof is checked, which takes a millisecond; more are dropped. The channel may deliver
 * 65 in one go. A farewell has a place of its own.
 */
export const WAITING_MAX = 128;

/** `other-key`: it was made by the ID it names, and that has another key than it had before. */
export type Verdict = "proven" | "unproven" | "other-key";

export type ProofGateOptions = {
  /** An offer that was found to be proven before there was a gate. */
  readonly proven?: PeerMessage | undefined;
  /** The certificate that this end shows in the call; null before there is one. */
  readonly localFingerprint: () => string | null;
  /** The hash of an offer that this end has made and waits for the answer to; null stands for the call's own. */
  readonly offerHash: (connectionId: ConnectionId | null) => string | undefined;
  /** The key that the other end's ID is known to have; null while none is. */
  readonly knownKey: () => string | null;
  /** Takes each message in order, with the word on its proof; one that needs none counts as proven. */
  deliver(message: PeerMessage, verdict: Verdict): void;
};

export class ProofGate {
  readonly #options: ProofGateOptions;
  #waiting: PeerMessage[] = [];
  #isChecking = false;

  constructor(options: ProofGateOptions) {
    this.#options = options;
  }

  receive(message: PeerMessage): void {
    const isSettled = !needsProof(message) || message === this.#options.proven;
    if (!this.#isChecking && isSettled) return this.#options.deliver(message, "proven");
    if (this.#waiting.length >= WAITING_MAX + (message.type === "hang-up" ? 1 : 0)) return;
    this.#waiting.push(message);
    if (!this.#isChecking) attempt("check a proof", () => this.#check());
  }

  async #judge(message: PeerMessage): Promise<Verdict | null> {
    try {
      return needsProof(message) ? await judge(message, this.#options) : "proven";
    } catch {
      return "unproven"; // What cannot be checked is not proved.
    }
  }

  async #check(): Promise<void> {
    this.#isChecking = true;
    try {
      for (let message = this.#waiting.shift(); message !== undefined; message = this.#waiting.shift()) {
        const [delivered, verdict] = [message, await this.#judge(message)];
        if (verdict !== null) attempt("take a message", () => this.#options.deliver(delivered, verdict));
      }
    } finally {
      this.#isChecking = false;
    }
  }
}

type Claiming = Extract<PeerMessage, { description: unknown }>;

function needsProof(message: PeerMessage): message is Claiming {
  return "description" in message;
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
async function judge(message: Claiming, options: Omit<ProofGateOptions, "deliver">): Promise<Verdict | null> {
  const { description, id, proof } = message;
  const connectionId = message.type === "description" ? message.connectionId : null;
  const localFingerprint = options.localFingerprint();
  const offered = description.type === "answer" ? options.offerHash(connectionId) : undefined;
  if (description.type === "answer" && offered === undefined) return connectionId === null ? "unproven" : null;
  const { fingerprint } = checkDescription(description.sdp);
  if (fingerprint === null || fingerprint === localFingerprint) return "unproven";
  const hash = await hashDescription(description);
  const claim = encodeClaim(message, offered === undefined ? [hash, null] : [offered, hash]);
  if (!await verifyProof(proof, id, claim)) return "unproven";
  return hasKnownKey(proof, options.knownKey()) ? "proven" : "other-key";
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
