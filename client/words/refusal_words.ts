/** Says why the server takes no socket; loads with the code that asks. */

import type { RefusalCause } from "../socket/refusal.ts";
import { refusals } from "./en/refusals.ts";
import { createPart, joinSentences } from "./language.ts";

const words = createPart("first", "refusals", refusals);

/** What is so, and what to do about it; null where it passes by itself. */
export function refusalWords(cause: RefusalCause): readonly [what: string, next: string | null] {
  return words.value.causes[cause];
}

/** Says it on a page that goes on trying. */
export function refusalSentence(cause: RefusalCause): string {
  const [what, next] = refusalWords(cause);
  return joinSentences(what, next ?? words.value.stay);
}
