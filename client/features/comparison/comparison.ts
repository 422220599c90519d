/**
 * Runs the comparison of words in one call: computes, sends, keeps time, and counts runs that broke off. Holds no rule
 * of the exchange; `compare_words.ts` has those.
 */

import { is, shape, text } from "../../../signaling/protocol.ts";
import { attempt } from "../../bounds/attempt.ts";
import type { FeatureCall, FeatureLine } from "../../feature/feature.ts";
import {
  ABORTED_MS,
  type Comparison,
  type ComparisonEffect,
  type ComparisonEvent,
  createComparison,
  STEP_TIMEOUT_MS,
  stepComparison,
} from "./compare_words.ts";
import { AbortedComparisons } from "./aborted_comparisons.ts";
import type { ComparingFeature, ComparisonView } from "./comparison_key.ts";
import {
  type ComparedCall,
  createCommitment,
  createNonce,
  deriveCode,
  readWordCode,
  type WordCode,
} from "./word_code.ts";

/** Bytes of a code: five pictures, and digits with enough to pass over. */
const CODE_BYTES = 16;

/** Of all calls of this browser. */
const aborted = new AbortedComparisons();

const isStep = shape({ step: is("ask", "commit", "nonce", "reveal"), value: text(64) });

class RunningComparison implements ComparingFeature {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  readonly #compared: ComparedCall;
  #comparison: Comparison;
  #code: WordCode | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(line: FeatureLine, call: FeatureCall) {
    [this.#line, this.#call, this.#compared] = [line, call, describe(call)];
    const abortedCount = aborted.count(call.remotePeerId, call.now(), ABORTED_MS);
    this.#comparison = createComparison({ isCaller: call.isOutgoing, abortedCount });
  }

  get view(): ComparisonView {
    const { phase, isAskedFor } = this.#comparison;
    return { phase, isAskedFor, code: this.#code };
  }

  ask(): Promise<void> {
    return this.#handle({ type: "asked", localNonce: createNonce() });
  }

  judge({ isSame }: { isSame: boolean }): void {
    if (this.#code === null) return;
    this.#call.judged({ isSame });
    if (!isSame) this.#call.leave("words-differed", "unverified");
  }

  async receive(body: unknown): Promise<void> {
    if (!isStep(body)) return;
    const { step, value } = body;
    await this.#handle({ type: "received", step, value, localNonce: createNonce() });
  }

  /** The call is over: a run that was on has broken off. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#step({ type: "timed-out" });
  }

  async #handle(event: ComparisonEvent): Promise<void> {
    if (this.#isClosed) return;
    await this.#step(event);
    if (!this.#isClosed) this.#call.changed();
  }

  async #step(event: ComparisonEvent): Promise<void> {
    const [comparison, effects] = stepComparison(this.#comparison, event);
    this.#comparison = comparison;
    for (const effect of effects) await this.#run(effect);
  }

  async #run(effect: ComparisonEffect): Promise<void> {
    switch (effect.type) {
      case "send":
        return void this.#line.send({ step: effect.step, value: effect.value });
      case "commit": {
        const commitment = await createCommitment(this.#compared, effect.nonce);
        return await this.#handle({ type: "committed", commitment });
      }
      case "check": {
        const isSame = await createCommitment(this.#compared, effect.nonce) === effect.commitment;
        return await this.#handle({ type: "checked", isSame });
      }
      case "derive":
        this.#code = readWordCode(await deriveCode(this.#compared, effect, CODE_BYTES));
        return;
      case "start-timer":
        clearTimeout(this.#timer);
        this.#timer = setTimeout(
          () => attempt("end a comparison", () => this.#handle({ type: "timed-out" })),
          STEP_TIMEOUT_MS,
        );
        return;
      case "stop-timer":
        return clearTimeout(this.#timer);
      case "count-aborted":
        return aborted.note(this.#call.remotePeerId, this.#call.now());
      case "break":
        return this.#call.leave("words-differed", "unverified"); // The other end cheated.
    }
  }
}

export function open(line: FeatureLine, call: FeatureCall): ComparingFeature {
  return new RunningComparison(line, call);
}

function describe(call: FeatureCall): ComparedCall {
  const { callId, isOutgoing, localPeerId, remotePeerId, localFingerprint, remoteFingerprint } = call;
  const [local, remote] = [[localPeerId, localFingerprint], [remotePeerId, remoteFingerprint]] as const;
  const [[callerId, callerFingerprint], [calleeId, calleeFingerprint]] = isOutgoing ? [local, remote] : [remote, local];
  return { callId, callerId, calleeId, callerFingerprint, calleeFingerprint };
}
