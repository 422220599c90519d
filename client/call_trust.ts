/**
 * What makes the calls of this page believable: proves its own descriptions, gates the other ends', and runs the
 * comparison of words in the calls where somebody asks for it. Used by `calls.ts`, which tells it of each call; holds
 * no rule of its own.
 */

import type { CallId, ConnectionId, PeerId, PeerMessage } from "../signaling/protocol.ts";
import { attempt } from "./attempt.ts";
import type { Call, CallEvent, CallMessage, Description, Offer } from "./call.ts";
import {
  type AnswerProofs,
  encodeCallClaim,
  encodeDescriptionClaim,
  hashDescription,
  type Proof,
  type Told,
} from "./call_proof.ts";
import type { ComparisonStep } from "./compare_words.ts";
import type { Comparisons } from "./comparisons.ts";
import type { Identity } from "./identity.ts";
import { isOfferProven, ProofGate, type Verdict } from "./proof_gate.ts";
import type { ComparisonView } from "./state.ts";
import type { ComparedCall } from "./word_code.ts";

/** Offers of one call whose answers may still come: of those after the first, the latest. */
const OFFERS_MAX = 4;

export type CallTrustOptions = {
  readonly identity: () => Pick<Identity, "sign" | "lifetime">;
  readonly now: () => number;
  readonly localPeerId: () => PeerId | null;
  /** The key that an ID had when this browser last talked with it; null if it never has. */
  readonly knownKey: (peerId: PeerId) => string | null;
  readonly findCall: (callId: CallId) => Call | undefined;
  dispatch(callId: CallId, event: CallEvent): void;
  send(callId: CallId, message: CallMessage): void;
  /** What is shown of a comparison has changed. */
  changed(): void;
};

export class CallTrust {
  readonly #options: CallTrustOptions;
  readonly #views = new Map<CallId, ComparisonView>();
  /** The hashes of the offers that this end has made. */
  readonly #offers = new Map<CallId, Map<ConnectionId | null, string>>();
  #comparisons: Promise<Comparisons> | null = null;

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
    const { localPeerId: callerId, remotePeerId: calleeId } = this.#findEnds(callId);
    this.#keepOffer(callId, null, offerHash);
    return await this.#sign(encodeCallClaim({ callId, callerId, calleeId, told, offerHash, answerHash: null }));
  }

  /** Proves this end's answer to the offer as it was applied, for either way in which the person may accept. */
  async proveAnswer(
    callId: CallId,
    { offer, answer }: { offer: Description; answer: Description },
    told: Omit<Told, "video">,
  ): Promise<AnswerProofs> {
    const [offerHash, answerHash] = await Promise.all([hashDescription(offer), hashDescription(answer)]);
    const { localPeerId: calleeId, remotePeerId: callerId } = this.#findEnds(callId);
    const ends = { callId, callerId, calleeId };
    const [withVideo, withoutVideo] = await Promise.all(
      [true, false].map((video) =>
        this.#sign(encodeCallClaim({ ...ends, told: { ...told, video }, offerHash, answerHash }))
      ),
    );
    if (withVideo === undefined || withoutVideo === undefined) throw new Error("Cannot prove an answer");
    return { withVideo, withoutVideo };
  }

  /** Proves this end's description of a later connection: an offer, or an answer to the offer as it was applied. */
  async proveDescription(
    callId: CallId,
    connectionId: ConnectionId,
    { offer, answer }: { offer: Description; answer: Description | null },
  ): Promise<Proof> {
    const offerHash = await hashDescription(offer);
    const answerHash = answer === null ? null : await hashDescription(answer);
    const { localPeerId: senderId, remotePeerId: receiverId } = this.#findEnds(callId);
    if (answer === null) this.#keepOffer(callId, connectionId, offerHash);
    return await this.#sign(
      encodeDescriptionClaim({ callId, connectionId, senderId, receiverId, offerHash, answerHash }),
    );
  }

  #findEnds(callId: CallId): { localPeerId: PeerId; remotePeerId: PeerId } {
    const remotePeerId = this.#options.findCall(callId)?.remotePeerId;
    const localPeerId = this.#options.localPeerId();
    if (remotePeerId === undefined || localPeerId === null) {
      throw new Error("Cannot prove a description: the call is over");
    }
    return { localPeerId, remotePeerId };
  }

  #keepOffer(callId: CallId, connectionId: ConnectionId | null, hash: string): void {
    if (this.#options.findCall(callId)?.phase === "ended") return;
    const offers = this.#offers.get(callId) ?? new Map<ConnectionId | null, string>();
    this.#offers.set(callId, offers.set(connectionId, hash));
    const [oldest] = [...offers.keys()].filter((key) => key !== null);
    if (offers.size > OFFERS_MAX && oldest !== undefined) offers.delete(oldest);
  }

  async #sign(claim: Uint8Array<ArrayBuffer>): Promise<Proof> {
    const proof = await this.#options.identity().sign(claim);
    if (proof === null) throw new Error("Cannot prove a description: there is no key");
    return proof;
  }

  /** Tells whether an offer is its sender's own, by the key that is known; nothing is known of its call yet. */
  isProven(offer: Offer): Promise<boolean> {
    return isOfferProven(offer, this.#options.knownKey(offer.id));
  }

  /** @param proven an offer that was found to be before there was a gate */
  createGate(
    callId: CallId,
    remotePeerId: PeerId,
    deliver: (message: PeerMessage, verdict: Verdict) => void,
    proven?: Offer,
  ): ProofGate {
    return new ProofGate({
      proven,
      localFingerprint: () => this.#options.findCall(callId)?.localFingerprint ?? null,
      offerHash: (connectionId) => this.#offers.get(callId)?.get(connectionId),
      knownKey: () => this.#options.findCall(callId)?.remotePublicKey ?? this.#options.knownKey(remotePeerId),
      deliver: (message, verdict) => deliver(message, this.isKeyless ? "unproven" : verdict),
    });
  }

  /** What is known of the comparison in a call; null where nobody has asked for one. */
  viewOf(callId: CallId): ComparisonView | null {
    return this.#views.get(callId) ?? null;
  }

  /** The person wants to see the words. */
  compareWords(callId: CallId): void {
    this.#compare(callId, (comparisons) => comparisons.ask(callId));
  }

  receiveStep(callId: CallId, step: ComparisonStep, value: string): void {
    this.#compare(callId, (comparisons) => comparisons.receive(callId, step, value));
  }

  close(callId: CallId): void {
    this.#views.delete(callId);
    this.#offers.delete(callId);
    attempt("end a comparison", () =>
      this.#comparisons?.then((comparisons) => {
        comparisons.close(callId);
        this.#views.delete(callId); // What it says of its end is for nobody any more.
      }));
  }

  /** Acts on a call's comparison in the order of asking, once the code for it has been loaded. */
  #compare(callId: CallId, act: (comparisons: Comparisons) => Promise<void>): void {
    this.#comparisons ??= import("./comparisons.ts").then(({ Comparisons }) => new Comparisons(this.#options.now));
    void this.#comparisons.then((comparisons) => {
      const call = this.#options.findCall(callId);
      const compared = call === undefined ? null : this.#describe(call);
      if (call === undefined || compared === null) return;
      comparisons.open(compared, { isCaller: call.isOutgoing }, {
        send: (step, value) => this.#options.send(callId, { type: "compare", step, value }),
        changed: (view) => {
          this.#views.set(callId, view);
          this.#options.changed();
        },
        broken: () => this.#options.dispatch(callId, { type: "words-differed" }),
      });
      return act(comparisons);
    }).catch((error: unknown) => {
      this.#comparisons = null; // The code did not load; the next press tries again.
      this.#views.set(callId, { phase: "aborted", isAskedFor: false, code: null });
      this.#options.changed();
      console.warn("Cannot compare words:", error);
    });
  }

  #describe(
    { callId, isOutgoing, phase, remotePeerId, localFingerprint, remoteFingerprint }: Call,
  ): ComparedCall | null {
    const localPeerId = this.#options.localPeerId();
    if (phase === "ended" || localPeerId === null || localFingerprint === null || remoteFingerprint === null) {
      return null;
    }
    return isOutgoing
      ? {
        ...{ callId, callerId: localPeerId, calleeId: remotePeerId },
        ...{ callerFingerprint: localFingerprint, calleeFingerprint: remoteFingerprint },
      }
      : {
        ...{ callId, callerId: remotePeerId, calleeId: localPeerId },
        ...{ callerFingerprint: remoteFingerprint, calleeFingerprint: localFingerprint },
      };
  }
}
