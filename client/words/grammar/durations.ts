/** Turns durations into what people read; only calls need it. Pure: the locale comes in from outside. */

/** Formats a running time as `mm:ss`, from an hour on as `h:mm:ss`. */
export function formatTimer(durationMs: number): string {
  const { hours, minutes, seconds } = split(durationMs);
  const tail = String(seconds).padStart(2, "0");
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}`
    : `${String(minutes).padStart(2, "0")}:${tail}`;
}

/**
 * Formats a finished time as a person would say it, in hours and minutes or minutes and seconds; a figure and its unit
 * never part at a line's end. It is what `Intl.DurationFormat` says in its long style, put together from what that is
 * made of (ECMA-402), which browsers had years before it.
 */
export function formatDuration(durationMs: number, locale?: string): string {
  const { hours, minutes, seconds } = split(durationMs);
  const parts = hours > 0 ? { hour: hours, minute: minutes } : { minute: minutes, second: seconds };
  const said = Object.entries(parts).filter(([, value]) => value > 0);
  const figures = (said.length > 0 ? said : [["second", 0] as const]).map(([unit, value]) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value).replace(" ", "\u00a0")
  );
  return new Intl.ListFormat(locale, { type: "unit", style: "long" }).format(figures);
}

function split(durationMs: number): { hours: number; minutes: number; seconds: number } {
  const total = Math.max(0, Math.floor(durationMs / 1000));
  return { hours: Math.floor(total / 3600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
}
