/**
 * The rules for a connection that is to replace another: how long it may take, when it is given up, and how many of the
 * other end's offers are answered. Pure; `connections.ts` makes the connections and drops them.
 */

import type { Entry } from "./entry.ts";

/** An offer this young is not made anew for another sign of the same change of network, in milliseconds. */
const FRESH_MS = 1_000;
/** How long one that the other end offered goes before another network's: it takes a second, where it is wanted. */
const SPENT_MS = 3_000;
/** How long a standby may take to come to something, in milliseconds. */
const STANDBY_MS_MAX = 15_000;
/** Offers of the other end that are answered in a minute; in the worst of times it makes one every three seconds. */
const ANSWERS_PER_MINUTE_MAX = 30;
const MINUTE_MS = 60_000;

/** Tells whether a standby stays as it is though another offer is wanted: what was answered for `spareMs` since it began. */
export function mustStay(
  standby: Entry,
  { isForced, spareMs }: { isForced: boolean; spareMs: number },
  nowMs: number,
): boolean {
  const ageMs = nowMs - standby.beganAtMs;
  // The other end waits for this answer and may ignore all else until it comes: it must leave first.
  if (!standby.isOwn && standby.held !== null) return true;
  if (standby.isAnswered) return !isForced && ageMs < spareMs;
  standby.isForced ||= isForced;
  return !isForced || ageMs < FRESH_MS;
}

/** Tells whether nothing has come of a standby; an offer that may still be on its way is waited for. */
export function isOverdue(standby: Entry, { hasUnsaid }: { hasUnsaid: boolean }, nowMs: number): boolean {
  if (nowMs - standby.beganAtMs <= STANDBY_MS_MAX) return false;
  return !standby.isOwn || standby.isAnswered || !hasUnsaid;
}

/** Tells whether the other end's offer has had its time, and what had to wait for it may be done. */
export function isSpent(standby: Entry | null, nowMs: number): boolean {
  return standby === null || nowMs - standby.beganAtMs >= SPENT_MS;
}

/** Answers and their candidates are more than an offer need be, so that they are not to be had at will. */
export class AnswerBudget {
  /** When the other end's offers were answered, as far as that is less than a minute ago. */
  #answeredAtMs: number[] = [];

  /** Takes one answer, and tells whether there was one. */
  take(nowMs: number): boolean {
    this.#answeredAtMs = this.#answeredAtMs.filter((atMs) => nowMs - atMs < MINUTE_MS);
    if (this.#answeredAtMs.length >= ANSWERS_PER_MINUTE_MAX) return false;
    this.#answeredAtMs.push(nowMs);
    return true;
  }
}
