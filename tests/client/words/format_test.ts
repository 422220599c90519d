import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { formatMoment, formatTimeOfDay, initialsOf, markOf } from "../../../client/words/format.ts";
import { createRandomPeerId, type PeerId } from "../../../signaling/protocol/ids.ts";

const HOUR = 3_600_000;

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
    ["ශ්\u200dරී ලක්\u200dෂ්මී", "ශල"],
    ["می\u200cخواهم", "م"],
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
