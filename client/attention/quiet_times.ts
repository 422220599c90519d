/**
 * The rules of when nobody is to disturb the person; see `do_not_disturb.ts`. Pure, but for the clock: the worker that
 * tells of calls while no page is open goes by them too.
 */

import { count, type Guard, isBoolean, nullable, shape } from "../../signaling/protocol/guards.ts";

export type QuietTimes = {
  /** Until it is switched off. */
  readonly isOn: boolean;
  /** When the hour is over; null where there is none. */
  readonly untilMs: number | null;
  readonly isDaily: boolean;
  /** Minutes of the day; where both are the same there is no time between them. */
  readonly from: number;
  readonly to: number;
  /** Until when the daily time does not count, because the person has switched it off while it lasted. */
  readonly exceptUntilMs: number | null;
};

/** A moment as the machine's clock shows it. */
export type LocalMoment = { readonly nowMs: number; readonly minute: number };

const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
const DAY_MINUTES = 24 * 60;
/** How far a clock may be put right without anything ending. */
const SLACK_MS = 5 * MINUTE_MS;

const isMinute: Guard<number> = (value): value is number => count()(value) && value < DAY_MINUTES;
export const isQuietTimes: Guard<QuietTimes> = shape({
  isOn: isBoolean,
  untilMs: nullable(count()),
  isDaily: isBoolean,
  from: isMinute,
  to: isMinute,
  exceptUntilMs: nullable(count()),
});

export function readClock(): LocalMoment {
  const date = new Date();
  return { nowMs: date.getTime(), minute: date.getHours() * 60 + date.getMinutes() };
}

/** Whether a time is still to come, and no later than it can be. */
function isAhead(atMs: number | null, nowMs: number, spanMs: number): atMs is number {
  return atMs !== null && nowMs < atMs && atMs - nowMs <= spanMs + SLACK_MS;
}

function isWithin({ from, to }: QuietTimes, minute: number): boolean {
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to;
}

/** When the daily time is over that it is in, to the minute. */
export function endOfDaily({ to }: QuietTimes, { nowMs, minute }: LocalMoment): number {
  const minutes = (to - minute + DAY_MINUTES) % DAY_MINUTES;
  return nowMs - nowMs % MINUTE_MS + minutes * MINUTE_MS;
}

/** What keeps calls from ringing now, and when that is over: null if nothing does, `Infinity` until it is switched off. */
export function quietUntil(times: QuietTimes, moment: LocalMoment): number | null {
  if (times.isOn) return Infinity;
  const { isDaily, untilMs, exceptUntilMs } = times;
  const isDay = isDaily && isWithin(times, moment.minute) &&
    !isAhead(exceptUntilMs, moment.nowMs, DAY_MINUTES * MINUTE_MS);
  const ends = [
    ...isAhead(untilMs, moment.nowMs, HOUR_MS) ? [untilMs] : [],
    ...isDay ? [endOfDaily(times, moment)] : [],
  ];
  return ends.length === 0 ? null : Math.max(...ends);
}
