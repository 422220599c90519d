/** What the quiet line says of who rings in it: people who are known by their names, strangers by their number. Pure. */

import type { CallView } from "../../../conversation/call_views.ts";
import type { HoldWords } from "../../../words/en/features/hold.ts";
import { whoOf } from "../../../words/who.ts";

/** Says who rings in the quiet line; empty when nobody does. */
export function waitingSentence(calls: readonly CallView[], { waiting: words }: HoldWords): string {
  const [first, ...others] = calls.filter(({ isStranger }) => !isStranger);
  const strangers = calls.filter(({ isStranger }) => isStranger).length;
  if (first === undefined) return strangers === 0 ? "" : words.strangers(strangers);
  const who = whoOf(first);
  if (strangers === 0) return others.length === 0 ? words.known(who) : words.knownAndMore(who, others.length);
  if (others.length === 0) return words.knownAndStrangers(who, strangers);
  return words.all(who, others.length, strangers);
}
