/**
 * What makes the calls of this page believable: proves its own descriptions, gates the other ends', and runs the
 * comparison of words in the calls where somebody asks for it. Used by `calls.ts`, which tells it of each call; holds
 * no rule of its own.
 */

import type { CallId, PeerId, PeerMessage } from "../signaling/protocol.ts";
import { attempt } from "./attempt.ts";
import type { Call, CallEvent, CallMessage, Description } from "./call.ts";
import { type CallClaim, encodeCallClaim, type Proof } from "./call_proof.ts";
import type { ComparisonStep } from "./compare_words.ts";
import type { Comparisons } from "./comparisons.ts";
import { readFingerprint } from "./description_check.ts";
import type { Identity } from "./identity.ts";
import { ProofGate } from "./proof_gate.ts";
import type { ComparisonView } from "./state.ts";
import type { ComparedCall } from "./word_code.ts";

export type CallTrustOptions = {
  readonly identity: () => Pick<Identity, "sign" | "lifetime">;
  readonly now: () => number;
  readonly localPeerId: () => PeerId | null;
  readonly findCall: (callId: CallId) => Call | undefined;
  dispatch(callId: CallId, event: CallEvent): void;
  send(callId: CallId, message: CallMessage): void;
  /** What is shown of a comparison has changed. */
  changed(): void;
};

export class CallTrust {
  readonly #options: CallTrustOptions;
  readonly #views = new Map<CallId, ComparisonView>();
  #comparisons: Promise<Comparisons> | null = null;

  constructor(options: CallTrustOptions) {
    this.#options = options;
  }

  /** Without a key nobody could be sure of this end, nor this end of anybody: there is no WebCrypto either. */
  get isKeyless(): boolean {
    return this.#options.identity().lifetime === "socket";
  }

  /**
   * Proves this end's offer or, given both descriptions as they were applied, its answer.
   *
   * @throws if the call is over, or a description has no certificate
   */
  async prove(callId: CallId, descriptions: { offer: Description; answer: Description | null }): Promise<Proof> {
    const remotePeerId = this.#options.findCall(callId)?.remotePeerId;
    const localPeerId = this.#options.localPeerId();
    const offerFingerprint = readFingerprint(descriptions.offer.sdp);
    if (remotePeerId === undefined || localPeerId === null || offerFingerprint === null) {
      throw new Error("Cannot prove a call: it is over, or its description has no certificate");
    }
    const { answer } = descriptions;
    const ends = answer === null
      ? { callerId: localPeerId, calleeId: remotePeerId }
      : { callerId: remotePeerId, calleeId: localPeerId };
    const answerFingerprint = answer === null ? null : readFingerprint(answer.sdp);
    const claim: CallClaim = { callId, ...ends, offerFingerprint, answerFingerprint };
    const proof = await this.#options.identity().sign(encodeCallClaim(claim));
    if (proof === null) throw new Error("Cannot prove a call: there is no key");
    return proof;
  }

  createGate(callId: CallId, deliver: (message: PeerMessage, isProven: boolean) => void): ProofGate {
    return new ProofGate({
      localFingerprint: () => this.#options.findCall(callId)?.localFingerprint ?? null,
      deliver: (message, isProven) => deliver(message, isProven && !this.isKeyless),
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
    attempt("end a comparison", () => this.#comparisons?.then((comparisons) => comparisons.close(callId)));
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
