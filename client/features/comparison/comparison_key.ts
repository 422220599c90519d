/** How screens find the comparison of words in a call, and what it shows. */

import { type Feature, type FeatureKey, type FeatureStates, readView } from "../../feature/feature.ts";
import type { ComparisonPhase } from "./compare_words.ts";
import type { WordCode } from "./word_code.ts";

export type ComparisonView = {
  readonly phase: ComparisonPhase;
  /** The other end's person has asked for the words. */
  readonly isAskedFor: boolean;
  readonly code: WordCode | null;
};

export interface ComparingFeature extends Feature<ComparisonView> {
  /** The person wants to see the words. */
  ask(): Promise<void>;
  /** The person has compared the words: they match, or they differ and the call ends. */
  judge(judgement: { isSame: boolean }): void;
}

export const COMPARISON: FeatureKey<ComparingFeature> = { name: "comparison" };

/** How a comparison stands; null where nobody has asked for one. */
export function comparisonOf(features: FeatureStates): ComparisonView | null {
  // Its code did not load, or failed: the next press tries again.
  if (features.get(COMPARISON.name)?.stage === "failed") return { phase: "aborted", isAskedFor: false, code: null };
  const view = readView(features, COMPARISON);
  return view?.phase === "idle" ? null : view;
}
