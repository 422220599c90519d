/** When nobody is to disturb: by the switch, for an hour, daily; with clocks that jump and zones that change. */

import { assertEquals } from "@std/assert";
import {
  createQuietSetting,
  quietForAnHour,
  quietTimes,
  switchQuiet,
} from "../../../client/attention/do_not_disturb.ts";
import { HOUR_MS, type LocalMoment, type QuietTimes, quietUntil } from "../../../client/attention/quiet_times.ts";
import { KeptWorld } from "../../doubles/kept_world.ts";

const NEVER: QuietTimes = {
  ...{ isOn: false, untilMs: null, isDaily: false, from: 22 * 60, to: 7 * 60, exceptUntilMs: null },
};
const NIGHTLY: QuietTimes = { ...NEVER, isDaily: true };
const MINUTE_MS = 60_000;
/** Midnight in a place whose clock is the world's. */
const MIDNIGHT_MS = Date.UTC(2026, 10, 28);

/** What a clock shows, `zone` hours ahead of the world's. */
function at(time: string, { day = 0, zone = 0, seconds = 0 } = {}): LocalMoment {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const minute = hours * 60 + minutes;
  return { nowMs: MIDNIGHT_MS + ((day * 24 - zone) * 60 + minute) * MINUTE_MS + seconds * 1_000, minute };
}

/** What the clock shows when it is over; null where nothing keeps calls from ringing. */
function endsAt(times: QuietTimes, moment: LocalMoment): string | number | null {
  const untilMs = quietUntil(times, moment);
  if (untilMs === null || untilMs === Infinity) return untilMs;
  const minute = moment.minute + Math.floor(untilMs / MINUTE_MS) - Math.floor(moment.nowMs / MINUTE_MS);
  const day = Math.floor(minute / 1_440);
  const [hours, minutes] = [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, "0"));
  return `${hours}:${minutes}${day > 0 ? " tomorrow" : ""}`;
}

Deno.test("quietUntil() holds from one time of the day to another, over midnight too", () => {
  const table: [number, number, Record<string, string | null>][] = [
    [22, 7, {
      "21:59": null,
      "22:00": "07:00 tomorrow",
      "00:00": "07:00",
      "06:59": "07:00",
      "07:00": null,
      "12:00": null,
    }],
    [9, 17, { "08:59": null, "09:00": "17:00", "16:59": "17:00", "17:00": null, "23:00": null }],
    [0, 6, { "23:59": null, "00:00": "06:00", "05:59": "06:00", "06:00": null }],
    [20, 0, { "19:59": null, "20:00": "00:00 tomorrow", "23:59": "00:00 tomorrow", "00:00": null }],
    [8, 8, { "07:59": null, "08:00": null, "20:00": null }],
  ];
  for (const [from, to, expected] of table) {
    const times = { ...NIGHTLY, from: from * 60, to: to * 60 };
    for (const [time, end] of Object.entries(expected)) {
      assertEquals(endsAt(times, at(time, { seconds: 59 })), end, `${from}–${to} at ${time}`);
      assertEquals(endsAt({ ...times, isDaily: false }, at(time)), null, "Unless it is asked for");
    }
  }
});

Deno.test("quietUntil() follows the clock on the wall to another zone, and the hour does not", () => {
  const atHome = at("23:00", { zone: 1 });
  assertEquals(endsAt(NIGHTLY, atHome), "07:00 tomorrow");
  const inTokyo = at("07:00", { day: 1, zone: 9 });
  assertEquals(inTokyo.nowMs, atHome.nowMs, "The same moment");
  assertEquals(endsAt(NIGHTLY, inTokyo), null, "It is morning there");
  const hour = quietForAnHour(NEVER, atHome);
  for (const zone of [-8, 0, 9]) {
    const minute = (zone * 60 + 1_440 + (atHome.nowMs / MINUTE_MS) % 1_440) % 1_440;
    assertEquals(quietUntil(hour, { nowMs: atHome.nowMs + HOUR_MS - 1, minute }), atHome.nowMs + HOUR_MS, `${zone}`);
    assertEquals(quietUntil(hour, { nowMs: atHome.nowMs + HOUR_MS, minute }), null, `${zone}`);
  }
});

Deno.test("An hour of quiet lasts for no more than that, whatever becomes of the clock", () => {
  const begin = at("12:00");
  const hour = quietForAnHour({ ...NEVER, isOn: true }, begin);
  assertEquals(endsAt(hour, begin), "13:00", "In place of quiet without an end");
  assertEquals(endsAt(hour, at("11:59", { seconds: 30 })), "13:00", "A clock is put right by seconds");
  for (const day of [-365, -1, 1, 365]) assertEquals(endsAt(hour, at("12:30", { day })), null, `${day} days off`);
  assertEquals(endsAt(hour, at("11:00")), null, "It would last two hours");
});

Deno.test("Who switches it off in the daily time is called until the next, whatever becomes of the clock", () => {
  const off = switchQuiet(NIGHTLY, false, at("23:30", { seconds: 20 }));
  assertEquals(endsAt(off, at("23:31")), null);
  assertEquals(endsAt(off, at("06:59", { day: 1 })), null, "For the whole night");
  assertEquals(endsAt(off, at("22:00", { day: 1 })), "07:00 tomorrow", "And the next one counts");
  assertEquals(
    endsAt(off, at("23:31", { day: -2 })),
    "07:00 tomorrow",
    "A clock set back undoes it, and nothing lasts",
  );
  const byDay = switchQuiet({ ...NIGHTLY, isOn: true }, false, at("12:00"));
  assertEquals(endsAt(byDay, at("22:00")), "07:00 tomorrow", "Whoever ends the day's quiet has not ended the night's");
});

Deno.test("The switch lasts until it is pressed again, and ends an hour of quiet too", () => {
  const on = switchQuiet(NEVER, true, at("12:00"));
  for (const day of [-365, 0, 365]) assertEquals(endsAt(on, at("03:00", { day })), Infinity);
  assertEquals(endsAt(switchQuiet(on, false, at("12:30")), at("12:30")), null);
  const hour = quietForAnHour(NEVER, at("12:00"));
  assertEquals(endsAt(switchQuiet(hour, false, at("12:30")), at("12:30")), null);
  const both = quietForAnHour(NIGHTLY, at("21:30"));
  assertEquals(endsAt(both, at("22:10")), "07:00 tomorrow", "The night goes on when the hour is over");
});

Deno.test("What is kept of it counts in other tabs and after a while, and what cannot be read keeps no call away", async () => {
  using world = new KeptWorld();
  const store = world.openTab();
  const setting = createQuietSetting(store);
  await store.load();
  setting.change((times) => ({ ...times, isDaily: true, from: 60 }));
  await world.settle();
  const other = world.openTab();
  createQuietSetting(other);
  await other.load();
  assertEquals(quietTimes.value, { ...NIGHTLY, from: 60 });
  const wrong = [{ ...NEVER, isOn: true, from: 1_440 }, { ...NEVER, isOn: "yes" }, { isOn: true }, "on", null];
  for (const stored of wrong) {
    world.records.set("do-not-disturb", stored);
    const later = world.openTab();
    createQuietSetting(later);
    await later.load();
    assertEquals(quietTimes.value, NEVER, JSON.stringify(stored));
  }
});
