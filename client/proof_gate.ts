/**
 * The gate before one call: lets an offer or an acceptance through only when its description may be applied and its
 * proof stands, and keeps the order of messages while that is found out. Knows no rule of the call.
 */

import type { PeerMessage } from "../signaling/protocol.ts";
import { attempt } from "./attempt.ts";
import { type CallClaim, verifyCallProof } from "./call_proof.ts";
import { checkDescription } from "./description_check.ts";

/** Messages that may wait while a proof is checked, which takes a millisecond; more are dropped. */
export const WAITING_MAX = 64;

export type ProofGateOptions = {
  /** The certificate of the offer that this end made; null before there is one. */
  readonly localFingerprint: () => string | null;
  /** Takes each message in order, with the word on its proof; one that needs none counts as proven. */
  deliver(message: PeerMessage, isProven: boolean): void;
};

export class ProofGate {
  readonly #options: ProofGateOptions;
  #waiting: PeerMessage[] = [];
  #isChecking = false;

  constructor(options: ProofGateOptions) {
    this.#options = options;
  }

  receive(message: PeerMessage): void {
    if (!this.#isChecking && !needsProof(message)) return this.#options.deliver(message, true);
    if (this.#waiting.length >= WAITING_MAX) return;
    this.#waiting.push(message);
    if (!this.#isChecking) attempt("check a proof", () => this.#check());
  }

  async #isProven(message: PeerMessage): Promise<boolean> {
    try {
      return !needsProof(message) || await isMessageProven(message, this.#options.localFingerprint());
    } catch {
      return false; // What cannot be checked is not proved.
    }
  }

  async #check(): Promise<void> {
    this.#isChecking = true;
    try {
      for (let message = this.#waiting.shift(); message !== undefined; message = this.#waiting.shift()) {
        const [delivered, isProven] = [message, await this.#isProven(message)];
        attempt("take a message", () => this.#options.deliver(delivered, isProven));
      }
    } finally {
      this.#isChecking = false;
    }
  }
}

type Claiming = Extract<PeerMessage, { description: unknown; audio: boolean }>;

function needsProof(message: PeerMessage): message is Claiming {
  return message.type === "video-offer-request" || (message.type === "video-offer-response" && message.accepted);
}

/** Tells whether an offer or an acceptance is its sender's own, made for this call and for the certificates in use. */
async function isMessageProven(message: Claiming, localFingerprint: string | null): Promise<boolean> {
  const { fingerprint } = checkDescription(message.description.sdp);
  if (fingerprint === null || fingerprint === localFingerprint) return false;
  const { callId, id, clientId } = message;
  if (message.type === "video-offer-request") {
    const claim: CallClaim = {
      ...{ callId, callerId: id, calleeId: clientId, offerFingerprint: fingerprint, answerFingerprint: null },
    };
    return await verifyCallProof(message.proof, claim);
  }
  if (localFingerprint === null) return false;
  return await verifyCallProof(message.proof, {
    ...{ callId, callerId: clientId, calleeId: id },
    ...{ offerFingerprint: localFingerprint, answerFingerprint: fingerprint },
  });
}
