/** What the panel for comparing words says, in English; its type is what every language says. */

import type { ComparisonPhase } from "../../features/comparison/compare_words.ts";
import type { Rich } from "../grammar/rich.ts";

const waiting = "Getting the words from both ends…";

export const comparison = {
  compareWith: <Node>(who: Node): Rich<Node> => ["Compare words with ", who],
  close: "Close",
  readAloud: "Read these to each other. If you both have the same, in the same order, nobody sits between you.",
  orNumber: <Node>(number: Node): Rich<Node> => ["Or compare the number ", number],
  differ: "They differ",
  match: "They match",
  verifiedAt: (moment: string) => `You verified this ID, ${moment}`,
  tryAgain: "Try again",
  /** Why there are no words to compare. */
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "The other end didn’t answer. Stay in the call and try again.",
    refused: "Three comparisons with this ID broke off within an hour, and each is a chance to guess for somebody in " +
      "between. Wait an hour, then call again to compare.",
    broken: "The other end sent what doesn’t fit. Don’t rely on this call.",
  } satisfies Record<ComparisonPhase, string>,
};

export type ComparisonWords = typeof comparison;
