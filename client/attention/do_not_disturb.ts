/**
 * When nobody is to disturb the person: from a switch, for an hour, or daily from one time to another. Kept in this
 * browser and shared by its tabs. The rules are in `quiet_times.ts`; what a call then does is for `conversation.ts`.
 *
 * The times of a day are those of the clock on the wall, whatever zone it is set to. The hour is a span of time, which
 * no zone changes. A clock that is set can end either early, and lengthens none: what would last for longer than it was
 * asked for is over, since a call that is missed for no reason is worse than one that rings.
 */

import { signal } from "@preact/signals";
import { readBy } from "../../signaling/protocol/guards.ts";
import { Kept } from "../kept/kept.ts";
import type { KeptStore } from "../kept/kept_store.ts";
import {
  endOfDaily,
  HOUR_MS,
  isQuietTimes,
  type LocalMoment,
  type QuietTimes,
  quietUntil,
  readClock,
} from "./quiet_times.ts";

const USUAL: QuietTimes = {
  ...{ isOn: false, untilMs: null, isDaily: false, from: 22 * 60, to: 7 * 60, exceptUntilMs: null },
};

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
