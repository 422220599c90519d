/**
 * Loads what is said of calls that are over, right behind the code of calls: the network may be gone when one ends.
 * Until it is there, a call that has ended has all but that on its screen.
 */

import { signal } from "@preact/signals";

/** Null until they are loaded. */
export const endSentences = signal<typeof import("../../words/end_sentences.ts") | null>(null);
/** Whether they did not come when they were last asked for. */
export const areEndSentencesMissing = signal(false);

/** Loads them, if they are not there. */
export async function loadEndSentences(): Promise<void> {
  try {
    endSentences.value ??= await import("../../words/end_sentences.ts");
  } catch (error) {
    console.warn("Cannot load what is said of calls that are over:", error);
  }
  areEndSentencesMissing.value = endSentences.value === null;
}
