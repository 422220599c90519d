/**
 * Finds what a call suffers from, and on whose side, by what both ends receive. Two ends alone cannot tell one's way up
 * from the other's way down; what people send is what their connection loses first, so it is whose sound does not arrive.
 * Pure: fed once a second, with time.
 */

/** What one end says of itself. */
export type Report = {
  /** Share of the sound that it had to make up, 0 to 1; null where none came. */
  readonly lost: number | null;
  /** Its browser believes that its path takes hardly a picture. */
  readonly isSlow: boolean;
  /** Its processor has been what makes its picture smaller. */
  readonly isBusy: boolean;
};

export type Cause = {
  readonly what: "losing" | "slow" | "busy";
  readonly side: "own" | "theirs" | "both";
};

/** From what share of sound made up on people miss words: R is about 60 there, where many are dissatisfied. */
const LOSING = 0.05;
/** How many times as much one direction loses as the other, to be the one that loses. */
const APART = 2;
/** From when on an answer is so late that people wait for it, in milliseconds. */
const SLOW_MS = 600;

/** @param theirs null where they have said nothing, or nothing of late */
export function findCause(own: Report, theirs: Report | null, roundTripMs: number | null): Cause | null {
  if (own.isBusy) return { what: "busy", side: "own" };
  if (theirs?.isBusy) return { what: "busy", side: "theirs" };
  const [ofThem, ofUs] = [own.lost ?? 0, theirs?.lost ?? 0];
  if (Math.max(ofThem, ofUs) >= LOSING) {
    const isApart = theirs !== null && Math.max(ofThem, ofUs) >= APART * Math.min(ofThem, ofUs);
    return { what: "losing", side: !isApart ? "both" : ofUs > ofThem ? "own" : "theirs" };
  }
  const isTheirs = theirs?.isSlow ?? false;
  if (own.isSlow !== isTheirs) return { what: "slow", side: own.isSlow ? "own" : "theirs" };
  return own.isSlow || (roundTripMs ?? 0) >= SLOW_MS ? { what: "slow", side: "both" } : null;
}

/** For how long there must be a cause to be told, or none to be told no more, in milliseconds. */
const LASTING_MS = 6_000;
/** How soon the same may be told again. */
const AGAIN_MS = 30_000;

/** What of it is told: what lasts, once each time that it gets worse, and no longer than it is so. */
export class LastingCause {
  #told: Cause | null = null;
  /** What would take its place, and since when it has been so. */
  #next: { readonly cause: Cause | null; readonly sinceMs: number } | null = null;
  readonly #goneAtMs = new Map<Cause["what"], number>();

  get told(): Cause | null {
    return this.#told;
  }

  measure(cause: Cause | null, nowMs: number): Cause | null {
    if (isSame(cause, this.#told)) {
      this.#next = null;
      return this.#told;
    }
    if (this.#next === null || !isSame(cause, this.#next.cause)) this.#next = { cause, sinceMs: nowMs };
    if (nowMs - this.#next.sinceMs < LASTING_MS) return this.#told;
    if (cause !== null && nowMs - (this.#goneAtMs.get(cause.what) ?? -Infinity) < AGAIN_MS) return this.#told;
    if (this.#told !== null && this.#told.what !== cause?.what) this.#goneAtMs.set(this.#told.what, nowMs);
    this.#next = null;
    return this.#told = cause;
  }
}

function isSame(a: Cause | null, b: Cause | null): boolean {
  return a?.what === b?.what && a?.side === b?.side;
}
