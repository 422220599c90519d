/** Turns a running time into figures. Pure. */

/** Formats it as `mm:ss`, from an hour on as `h:mm:ss`. */
export function formatTimer(durationMs: number): string {
  const { hours, minutes, seconds } = splitDuration(durationMs);
  const tail = String(seconds).padStart(2, "0");
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}`
    : `${String(minutes).padStart(2, "0")}:${tail}`;
}

/** Whole hours, minutes and seconds; a negative time counts as none. */
export function splitDuration(durationMs: number): { hours: number; minutes: number; seconds: number } {
  const total = Math.max(0, Math.floor(durationMs / 1000));
  return { hours: Math.floor(total / 3600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
}
