/** Whether nobody is to disturb the person now, for the screen to follow: by what they have set, and as time goes by. */

import { effect, signal } from "@preact/signals";
import { quietTimes } from "../../../attention/do_not_disturb.ts";
import { quietUntil, readClock } from "../../../attention/quiet_times.ts";
import { formatTimeOfDay } from "../../../words/format.ts";
import { locale } from "../../../words/language.ts";
import { ringingWords } from "./ringing_words.ts";

/** How often the clock is looked at, in milliseconds. What a call does is judged when it comes, whatever is shown. */
const LOOK_MS = 10_000;

/** When it is over: null where calls ring, `Infinity` until it is switched off. */
export const quietEnd = signal<number | null>(null);

function look(): void {
  quietEnd.value = quietUntil(quietTimes.value, readClock());
}

/** Follows it for as long as the page is there. */
export function followQuiet(): void {
  effect(look);
  setInterval(look, LOOK_MS);
  document.addEventListener("visibilitychange", look); // In a hidden page the timer may have slept.
}

/** Says that calls do not ring, and until when; null where they do. */
export function quietSentence(): string | null {
  const [words, end] = [ringingWords.value, quietEnd.value];
  if (end === null) return null;
  return end === Infinity ? words.quiet : words.quietUntil(formatTimeOfDay(end, locale.value));
}
