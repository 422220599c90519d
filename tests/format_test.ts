import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { formatDuration, formatMoment, formatTimeOfDay, formatTimer, initialsOf, markOf } from "../client/format.ts";
import { createRandomPeerId, type PeerId } from "../signaling/ids.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

Deno.test("formatTimer() counts in minutes and seconds, and in hours when there are any", () => {
  const rows: [ms: number, text: string][] = [
    [-5, "00:00"],
    [0, "00:00"],
    [999, "00:00"],
    [1_000, "00:01"],
    [MINUTE - 1, "00:59"],
    [MINUTE, "01:00"],
    [HOUR - 1, "59:59"],
    [HOUR, "1:00:00"],
    [HOUR + 2 * MINUTE + 3 * SECOND, "1:02:03"],
    [100 * HOUR, "100:00:00"],
  ];
  for (const [ms, text] of rows) assertEquals(formatTimer(ms), text);
});

Deno.test("formatDuration() says a time as people do, and keeps a figure with its unit", () => {
  const rows: [ms: number, text: string][] = [
    [-1, "0 seconds"],
    [0, "0 seconds"],
    [1_999, "1 second"],
    [48 * SECOND, "48 seconds"],
    [MINUTE, "1 min"],
    [12 * MINUTE + 5 * SECOND, "12 min 5 s"],
    [HOUR, "1 h"],
    [HOUR + 59 * SECOND, "1 h"],
    [HOUR + 2 * MINUTE, "1 h 2 min"],
    [26 * HOUR, "26 h"],
  ];
  for (const [ms, text] of rows) {
    const formatted = formatDuration(ms);
    assertEquals(formatted.replaceAll("\u00a0", " "), text);
    assert(!/\d [a-z]/.test(formatted), `${formatted} may break between figure and unit`);
  }
});

Deno.test("formatTimeOfDay() says hours and minutes and no more, in whatever locale", () => {
  const format = (hour: number, minute: number, second: number) =>
    formatTimeOfDay(new Date(2026, 0, 2, hour, minute, second).getTime());
  assertEquals(format(15, 4, 5), format(15, 4, 59));
  assertNotEquals(format(15, 4, 5), format(15, 5, 5));
  assertNotEquals(format(15, 4, 5), format(16, 4, 5));
  assertNotEquals(format(3, 4, 5), format(15, 4, 5));
});

Deno.test("formatMoment() adds the date to a moment that is not of today", () => {
  const nowMs = new Date(2026, 0, 2, 15, 4, 5).getTime();
  const early = new Date(2026, 0, 2, 0, 0, 0).getTime();
  assertEquals(formatMoment(early, nowMs), formatTimeOfDay(early));
  const dayBefore = formatMoment(early - 24 * HOUR, nowMs);
  assert(dayBefore.includes(formatTimeOfDay(early)) && dayBefore.length > formatTimeOfDay(early).length, dayBefore);
});

Deno.test("initialsOf() takes the first and the last word's first letter", () => {
  const rows: [name: string, initials: string][] = [
    ["Kim", "K"],
    ["kim lee", "KL"],
    ["Ana María de la Cruz", "AC"],
    ["  kim  ", "K"],
    ["Jean-Luc", "JL"],
    ["李小龍", "李"],
    ["élan", "É"],
    ["42 Labs", "4L"],
    ["k7mq-2vhd-9xtr-w4pz-0b5n", "K0"],
    ["\u{1D4D0}nna", "\u{1D4D0}"],
    ["😀 !!", ""],
    ["", ""],
  ];
  for (const [name, initials] of rows) assertEquals(initialsOf(name), initials, name);
});

Deno.test("markOf() draws one arc for each group of an ID, the same each time, and another for another ID", () => {
  for (let turn = 0; turn < 200; turn += 1) {
    const peerId = createRandomPeerId();
    const { hueDegrees, arcs } = markOf(peerId);
    assertEquals(arcs.length, 5);
    assert(hueDegrees >= 0 && hueDegrees < 360);
    for (const { startDegrees, sweepDegrees } of arcs) {
      assert(startDegrees >= 0 && startDegrees < 360 && sweepDegrees >= 100 && sweepDegrees < 280, peerId);
    }
    assertEquals(markOf(peerId), { hueDegrees, arcs });
  }
  assertNotEquals(markOf("0000-0000-0000-0000-0001" as PeerId), markOf("0000-0000-0000-0000-0002" as PeerId));
});
