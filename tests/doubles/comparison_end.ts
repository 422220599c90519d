/** One end of a comparison with the real computing: what it sends goes where it is told, and what it learns is kept. */

import {
  type Comparison,
  type ComparisonEvent,
  type ComparisonStep,
  createComparison,
  stepComparison,
} from "../../client/features/comparison/compare_words.ts";
import {
  type ComparedCall,
  createCommitment,
  createNonce,
  deriveCode,
} from "../../client/features/comparison/word_code.ts";

export type SentStep = { readonly step: ComparisonStep; readonly value: string };

export class ComparisonEnd {
  comparison: Comparison;
  code: Uint8Array | null = null;
  isBroken = false;
  readonly sent: SentStep[] = [];
  readonly #call: ComparedCall;

  constructor(call: ComparedCall, { isCaller, abortedCount = 0 }: { isCaller: boolean; abortedCount?: number }) {
    this.#call = call;
    this.comparison = createComparison({ isCaller, abortedCount });
  }

  ask(): Promise<void> {
    return this.handle({ type: "asked", localNonce: createNonce() });
  }

  receive({ step, value }: SentStep): Promise<void> {
    return this.handle({ type: "received", step, value, localNonce: createNonce() });
  }

  /** Handles an event and all that comes of it, computing included. */
  async handle(event: ComparisonEvent): Promise<void> {
    const [comparison, effects] = stepComparison(this.comparison, event);
    this.comparison = comparison;
    for (const effect of effects) {
      if (effect.type === "send") this.sent.push({ step: effect.step, value: effect.value });
      if (effect.type === "break") this.isBroken = true;
      if (effect.type === "derive") this.code = await deriveCode(this.#call, effect, 16);
      if (effect.type === "commit") {
        await this.handle({ type: "committed", commitment: await createCommitment(this.#call, effect.nonce) });
      }
      if (effect.type === "check") {
        const isSame = await createCommitment(this.#call, effect.nonce) === effect.commitment;
        await this.handle({ type: "checked", isSame });
      }
    }
  }
}

/** Carries what the two have sent to each other until neither says more. */
export async function exchange(one: ComparisonEnd, other: ComparisonEnd): Promise<void> {
  while (one.sent.length + other.sent.length > 0) {
    for (const [from, to] of [[one, other], [other, one]] as const) {
      for (const sent of from.sent.splice(0)) await to.receive(sent);
    }
  }
}
