/** What the panel for comparing words says; apart from `sentences.ts`, because the panel is loaded when it is opened. */

import type { ComparisonPhase } from "./compare_words.ts";

export const COMPARISON_SENTENCES = {
  readAloud: "Read these to each other. If you both have the same, in the same order, nobody sits between you.",
} as const;

/** Says why there are no words to compare. */
export function comparisonSentence(phase: ComparisonPhase): string {
  switch (phase) {
    case "idle":
    case "waiting":
    case "done":
      return "Getting the words from both ends…";
    case "aborted":
      return "The other end didn’t answer. Stay in the call and try again.";
    case "refused":
      return "Three comparisons with this ID broke off within an hour, and each is a chance to guess for somebody in " +
        "between. Wait an hour, then call again to compare.";
    case "broken":
      return "The other end sent what doesn’t fit. Don’t rely on this call.";
  }
}
