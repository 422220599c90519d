/** What the screen says of strangers, of rings that wait, and of calls that nobody proved. Pure, as `sentences.ts`. */

import { whoOf } from "./sentences.ts";
import type { CallView, IdentityLifetime, MissedCaller } from "./state.ts";

/** Says who rings in the quiet line; empty when nobody does. */
export function waitingSentence(calls: readonly CallView[]): string {
  const [first, ...others] = calls.filter(({ isStranger }) => !isStranger);
  const strangers = calls.filter(({ isStranger }) => isStranger).length;
  const are = strangers === 1 ? "Someone you don’t know is calling" : `${strangers} people you don’t know are calling`;
  if (first === undefined) return strangers === 0 ? "" : are;
  const known = others.length === 0 ? whoOf(first) : `${whoOf(first)} and ${others.length} more`;
  if (strangers === 0) return `${known} ${others.length === 0 ? "is" : "are"} calling`;
  return `${known} and ${strangers === 1 ? "someone" : `${strangers} people`} you don’t know are calling`;
}

/** Says what a name of somebody unknown is worth. */
export function strangerSentence({ remoteName }: Pick<CallView, "remoteName">): string {
  return remoteName === null
    ? "You haven’t talked with this ID before."
    : "You haven’t talked with this ID before. The name is what they call themselves.";
}

/** Says how often somebody called, if more than once. */
export function missedCountSentence({ count }: Pick<MissedCaller, "count">): string | null {
  return count > 1 ? `${count} calls` : null;
}

/** Says how many calls came that could not be verified; null if none. */
export function unverifiedSentence(count: number, lifetime: IdentityLifetime): string | null {
  if (count === 0) return null;
  const calls = count === 1 ? "1 call" : `${count} calls`;
  return lifetime === "socket"
    ? `${calls} came, but this page has no key to make sure of the caller. Open it by its https:// address.`
    : `${calls} couldn’t be verified, so ${count === 1 ? "it" : "they"} didn’t ring.`;
}
