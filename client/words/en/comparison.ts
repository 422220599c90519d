/**
 * What the panel for comparing words says, in English; its type is what every language says. `things.ts` has the words
 * themselves.
 */

import type { ComparisonPhase } from "../../features/comparison/compare_words.ts";
import type { Rich } from "../grammar/rich.ts";

const waiting = "Getting the words from both ends…";

export const comparison = {
  verify: "Verify",
  verified: "Verified",
  wouldCompare: <Node>(who: Node): Rich<Node> => [who, " would like to compare words."],
  showWords: "Show words",
  compareWith: <Node>(who: Node): Rich<Node> => ["Compare words with ", who],
  close: "Close",
  readAloud: "Read these to each other. If you both have the same ones in the same order, nobody is between you.",
  orNumber: <Node>(number: Node): Rich<Node> => ["Or compare the number ", number],
  differ: "They differ",
  match: "They match",
  verifiedAt: (moment: string) => `You verified this ID, ${moment}`,
  /** They have matched before, and the person says that they differ. */
  reallyDiffer:
    "You’ve verified this ID before. If the words really differ now, someone may be between you: the call ends, " +
    "and this ID no longer counts as verified.",
  stay: "Go back",
  end: "End call",
  tryAgain: "Try again",
  /** Why there are no words to compare. */
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "The other end didn’t answer. Stay in the call and try again.",
    refused: "Three comparisons with this ID broke off within an hour, and each gives someone in between a chance to " +
      "guess. Wait an hour, then call again to compare.",
    broken: "The other end sent something that doesn’t add up. Don’t rely on this call.",
  } satisfies Record<ComparisonPhase, string>,
};

export type ComparisonWords = typeof comparison;
