/**
 * Runs acts that may fail without stopping what comes after them: a device must stop and a connection must close
 * whatever else throws. Failures go to the console only; people hear about their call, not about its machinery.
 */

/** How long after a failure an act that must succeed is tried again, in milliseconds: within what a person notices. */
const AGAIN_MS = [10, 30] as const;

/** Runs `act`; one that throws, or whose promise is rejected, is reported as what it could not do. */
export function attempt(what: string, act: () => unknown): void {
  try {
    // Not by `instanceof`: a connection may have been made in a frame, whose promises are others.
    void Promise.resolve(act()).catch((error: unknown) => report(what, error));
  } catch (error) {
    report(what, error);
  }
}

/** Runs what must not be left undone, and tries it twice more if it throws. */
export function insist(what: string, act: () => void, [waitMs, ...waitsMs]: readonly number[] = AGAIN_MS): void {
  attempt(what, () => {
    try {
      act();
    } catch (error) {
      if (waitMs !== undefined) setTimeout(() => insist(what, act, waitsMs), waitMs);
      throw error;
    }
  });
}

function report(what: string, error: unknown): void {
  console.warn(`Cannot ${what}:`, error);
}
