/** Turns a duration that is over into what people read. Pure: the locale comes in from outside. */

import { splitDuration } from "./timer.ts";

/**
 * Formats a finished time as a person would say it, in hours and minutes or minutes and seconds; a figure and its unit
 * never part at a line's end. It is what `Intl.DurationFormat` says in its long style, put together from what that is
 * made of (ECMA-402), which browsers had years before it.
 */
export function formatDuration(durationMs: number, locale?: string): string {
  const { hours, minutes, seconds } = splitDuration(durationMs);
  const parts = hours > 0 ? { hour: hours, minute: minutes } : { minute: minutes, second: seconds };
  const said = Object.entries(parts).filter(([, value]) => value > 0);
  const figures = (said.length > 0 ? said : [["second", 0] as const]).map(([unit, value]) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value).replace(" ", "\u00a0")
  );
  return new Intl.ListFormat(locale, { type: "unit", style: "long" }).format(figures);
}
