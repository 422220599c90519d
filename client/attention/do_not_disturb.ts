/**
 * When nobody is to disturb the person: from a switch, for an hour, or daily from one time to another. Kept in this
 * browser and shared by its tabs. The rules are pure and get the clock; what a call then does is for `conversation.ts`.
 *
 * The times of a day are those of the clock on the wall, whatever zone it is set to. The hour is a span of time, which
 * no zone changes. A clock that is set can end either early, and lengthens none: what would last for longer than it was
 * asked for is over, since a call that is missed for no reason is worse than one that rings.
 */

import { signal } from "@preact/signals";
import { count, type Guard, isBoolean, nullable, readBy, shape } from "../../signaling/protocol/guards.ts";
import { Kept } from "../kept/kept.ts";
import type { KeptStore } from "../kept/kept_store.ts";

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

const USUAL: QuietTimes = {
  ...{ isOn: false, untilMs: null, isDaily: false, from: 22 * 60, to: 7 * 60, exceptUntilMs: null },
};

const isMinute: Guard<number> = (value): value is number => count()(value) && value < DAY_MINUTES;
const isQuietTimes: Guard<QuietTimes> = shape({
  isOn: isBoolean,
  untilMs: nullable(count()),
  isDaily: isBoolean,
  from: isMinute,
  to: isMinute,
  exceptUntilMs: nullable(count()),
});

/** What the person has set. */
export const quietTimes = signal(USUAL);

export type QuietSetting = Kept<QuietTimes>;

export function createQuietSetting(store?: KeptStore): QuietSetting {
  return new Kept({
    key: "do-not-disturb",
    empty: USUAL,
    parse: readBy(isQuietTimes),
    show: (times) => quietTimes.value = times,
  }, store);
}

/** This page's. It is read before anybody can call: the page registers once what is kept has been read. */
export const quietSetting = createQuietSetting();

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
function endOfDaily({ to }: QuietTimes, { nowMs, minute }: LocalMoment): number {
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

/** Whether nobody is to disturb the person at this moment. */
export function isQuiet(): boolean {
  return quietUntil(quietTimes.peek(), readClock()) !== null;
}

/** Makes it quiet, or not, until the person or the daily time says otherwise. */
export function switchQuiet(times: QuietTimes, isOn: boolean, moment: LocalMoment): QuietTimes {
  const without = { ...times, isOn, untilMs: null, exceptUntilMs: null };
  const isDay = !isOn && quietUntil(without, moment) !== null;
  return isDay ? { ...without, exceptUntilMs: endOfDaily(times, moment) } : without;
}

export function quietForAnHour(times: QuietTimes, { nowMs }: LocalMoment): QuietTimes {
  return { ...times, isOn: false, untilMs: nowMs + HOUR_MS };
}
