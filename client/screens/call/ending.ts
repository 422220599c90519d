/**
 * Loads what is said and offered after a call, right behind the code of calls: the network may be gone when one ends.
 * Where it did not come, the screen says no more than that the call is over, and how to leave.
 */

import { signal } from "@preact/signals";

/** Null until it is loaded. */
export const ending = signal<typeof import("./outcome.tsx") | null>(null);
/** Whether it did not come when it was last asked for. */
export const isEndingMissing = signal(false);

/** Loads it, if it is not there. */
export async function loadEnding(): Promise<void> {
  try {
    ending.value ??= await import("./outcome.tsx");
  } catch (error) {
    console.warn("Cannot load what comes after calls:", error);
  }
  isEndingMissing.value = ending.value === null;
}
