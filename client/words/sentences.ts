/**
 * Chooses the sentences of the first screen; `call_sentences.ts` has those of a call and loads with it. The catalogue
 * has the sentences themselves. No DOM, no clock.
 */

import type { IdentityLifetime } from "../identity/identity.ts";
import type { KeptTrouble } from "../kept/kept_store.ts";
import type { Obstacle } from "../model/state.ts";
import type { SignalingStatus } from "../socket/signaling_status.ts";
import { firstWords } from "./first_words.ts";
import { pageWords } from "./language.ts";
import { isolate } from "./who.ts";

/** Says how the line to the server stands, or why that does not matter here. */
export function statusSentence(status: SignalingStatus | Obstacle): string {
  return pageWords.value.status[status];
}

/** Says that somebody called a page that can take no calls. */
export function untakenSentence(who: string, obstacle: Obstacle): string {
  return firstWords.value.untaken(isolate(who), statusSentence(obstacle));
}

/** Warns of an ID that will not last; null for one that does, and for one that is no use anyway. */
export function lifetimeSentence(lifetime: IdentityLifetime): string | null {
  switch (lifetime) {
    case "kept":
    case "trial":
    case "socket":
      return null;
    case "framed":
      return firstWords.value.framedLifetime;
    case "tab":
      return firstWords.value.tabLifetime;
    case "unanswered":
      return firstWords.value.unansweredLifetime;
  }
}

/** Says that what was kept is missing, or part of it; null where all is well. */
export function keptSentence(trouble: KeptTrouble | null): string | null {
  return trouble === null ? null : firstWords.value[trouble];
}

/** Says how many calls came that could not be verified; null if none. */
export function unverifiedSentence(count: number, obstacle: Obstacle | null): string | null {
  if (count === 0) return null;
  return obstacle !== null ? firstWords.value.untakenCount(count) : firstWords.value.unverified(count);
}
