/**
 * Makes calls believable: proves this page's descriptions, and says what the other end's must match. Used by
 * `calls.ts`, which reports each call; holds no rule of its own.
 */

import type { CallId, ConnectionId, PeerId } from "../../signaling/protocol.ts";
import type { Call, Offer } from "../call/call.ts";
import { isAnswered } from "../call/call_steps.ts";
import type { Description } from "../connection/description.ts";
import {
  encodeCallClaim,
  encodeDescriptionClaim,
  hashDescription,
  type Proof,
  type Told,
} from "../proof/call_proof.ts";
import type { Identity } from "../identity/identity.ts";
import { isOfferProven } from "../proof/claim_check.ts";
import type { ProofGateOptions } from "../proof/proof_gate.ts";

/** Offers of one call whose answers may still come: of those after the first, the latest. */
const OFFERS_MAX = 4;

export type CallTrustOptions = {
  readonly identity: () => Pick<Identity, "sign" | "lifetime">;
  readonly localPeerId: () => PeerId | null;
  /** The key that an ID had when this browser last talked with it; null if it never has. */
  readonly knownKey: (peerId: PeerId) => string | null;
  readonly findCall: (callId: CallId) => Call | undefined;
};

export class CallTrust {
  readonly #options: CallTrustOptions;
  /** The hashes of the offers that this end has made. */
  readonly #offers = new Map<CallId, Map<ConnectionId | null, string>>();

  constructor(options: CallTrustOptions) {
    this.#options = options;
  }

  /** Without a key nobody could be sure of this end, nor this end of anybody: there is no WebCrypto either. */
  get isKeyless(): boolean {
    return this.#options.identity().lifetime === "socket";
  }

  /**
   * Proves this end's offer, and what it says of this end.
   *
   * @throws if the call is over, or there is no key; so do those below
   */
  async proveOffer(callId: CallId, offer: Description, told: Told): Promise<Proof> {
    const offerHash = await hashDescription(offer);
    const { call, localPeerId: callerId, remotePeerId: calleeId } = this.#findEnds(callId);
    this.#keepOffer(call, null, offerHash);
    return await this.#sign(encodeCallClaim({ callId, callerId, calleeId, told, offerHash, answerHash: null }));
  }

  /** Proves this end's answer to the offer as it was applied, and what it says of this end. */
  async proveAnswer(
    callId: CallId,
    { offer, answer }: { offer: Description; answer: Description },
    told: Told,
  ): Promise<Proof> {
    const [offerHash, answerHash] = await Promise.all([hashDescription(offer), hashDescription(answer)]);
    const { localPeerId: calleeId, remotePeerId: callerId } = this.#findEnds(callId);
    return await this.#sign(encodeCallClaim({ callId, callerId, calleeId, told, offerHash, answerHash }));
  }

  /** Proves this end's description of a later connection: an offer, or an answer to the offer as it was applied. */
  async proveDescription(
    callId: CallId,
    connectionId: ConnectionId,
    { offer, answer }: { offer: Description; answer: Description | null },
  ): Promise<Proof> {
    const offerHash = await hashDescription(offer);
    const answerHash = answer === null ? null : await hashDescription(answer);
    const { call, localPeerId: senderId, remotePeerId: receiverId } = this.#findEnds(callId);
    if (answer === null) this.#keepOffer(call, connectionId, offerHash);
    return await this.#sign(
      encodeDescriptionClaim({ callId, connectionId, senderId, receiverId, offerHash, answerHash }),
    );
  }

  #findEnds(callId: CallId): { call: Call; localPeerId: PeerId; remotePeerId: PeerId } {
    const call = this.#options.findCall(callId);
    const localPeerId = this.#options.localPeerId();
    if (call === undefined || localPeerId === null) throw new Error("Cannot prove a description: the call is over");
    return { call, localPeerId, remotePeerId: call.remotePeerId };
  }

  #keepOffer({ callId, phase }: Call, connectionId: ConnectionId | null, hash: string): void {
    if (phase === "ended") return;
    const offers = this.#offers.get(callId) ?? new Map<ConnectionId | null, string>();
    this.#offers.set(callId, offers.set(connectionId, hash));
    for (const key of offers.keys()) if (key !== null && offers.size > OFFERS_MAX) offers.delete(key);
  }

  async #sign(claim: Uint8Array<ArrayBuffer>): Promise<Proof> {
    const proof = await this.#options.identity().sign(claim);
    if (proof === null) throw new Error("Cannot prove a description: there is no key");
    return proof;
  }

  /** What the other end has proved of itself; null before both people want the call, and after it. */
  findProvenEnd(callId: CallId): Call | null {
    const call = this.#options.findCall(callId);
    return call !== undefined && isAnswered(call) ? call : null;
  }

  /** Tells whether an offer is its sender's own, by the key that is known; nothing is known of its call yet. */
  isProven(offer: Offer): Promise<boolean> {
    return isOfferProven(offer, this.#options.knownKey(offer.id));
  }

  /**
   * What the messages of a call are held to.
   *
   * @param proven an offer that was found to be proven before there was a line
   */
  describeGate(callId: CallId, remotePeerId: PeerId, proven?: Offer): Omit<ProofGateOptions, "deliver"> {
    return {
      proven,
      isKeyless: () => this.isKeyless,
      localFingerprint: () => this.#options.findCall(callId)?.localFingerprint ?? null,
      offerHash: (connectionId) => this.#offers.get(callId)?.get(connectionId),
      knownKey: () => this.#options.findCall(callId)?.remotePublicKey ?? this.#options.knownKey(remotePeerId),
    };
  }

  /** The call is over. */
  close(callId: CallId): void {
    this.#offers.delete(callId);
  }
}
