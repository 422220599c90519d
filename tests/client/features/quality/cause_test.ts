/** What a call suffers from and on whose side, by what both ends receive, and when people are told. */

import { assertEquals } from "@std/assert";
import { type Cause, findCause, LastingCause, type Report } from "../../../../client/features/quality/cause.ts";

const WELL: Report = { lost: 0, isSlow: false, isBusy: false };

function say(own: Partial<Report>, theirs: Partial<Report> | null, roundTripMs: number | null = 50): string | null {
  const cause = findCause({ ...WELL, ...own }, theirs && { ...WELL, ...theirs }, roundTripMs);
  return cause && `${cause.what} ${cause.side}`;
}

Deno.test("findCause() takes whose sound does not arrive for the side that loses", () => {
  assertEquals(say({}, {}), null);
  assertEquals(say({ lost: 0.02 }, { lost: 0.04 }), null);
  assertEquals(say({ lost: 0.1 }, { lost: 0.01 }), "losing theirs");
  assertEquals(say({ lost: 0.01 }, { lost: 0.1 }), "losing own");
  assertEquals(say({ lost: 0.1 }, { lost: 0.09 }), "losing both");
  assertEquals(say({ lost: 0.1 }, null), "losing both", "Who has not heard of the other end cannot tell");
  assertEquals(say({ lost: null }, { lost: 0.1 }), "losing own");
  assertEquals(say({ lost: null }, { lost: null }), null);
});

Deno.test("findCause() tells a narrow path by whose it is, and a long one as everybody's", () => {
  assertEquals(say({ isSlow: true }, {}), "slow own");
  assertEquals(say({}, { isSlow: true }), "slow theirs");
  assertEquals(say({ isSlow: true }, { isSlow: true }), "slow both");
  assertEquals(say({}, {}, 700), "slow both");
  assertEquals([say({}, {}, 500), say({}, {}, null)], [null, null]);
});

Deno.test("findCause() names a processor that is the limit before all else", () => {
  assertEquals(say({ isBusy: true, lost: 0.2 }, { isBusy: true }), "busy own");
  assertEquals(say({ lost: 0.2 }, { isBusy: true }), "busy theirs");
});

const LOSING: Cause = { what: "losing", side: "own" };
const SLOW: Cause = { what: "slow", side: "both" };

/** What is told each second. */
function tell(causes: readonly (Cause | null)[]): (Cause | null)[] {
  const lasting = new LastingCause();
  return causes.map((cause, second) => lasting.measure(cause, 1_000 * second));
}

function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

Deno.test("LastingCause tells what has lasted six seconds, and until there has been none for six", () => {
  const told = tell([...times(7, LOSING), ...times(7, null)]);
  assertEquals(told, [...times(6, null), ...times(7, LOSING), null]);
  assertEquals(new Set(tell([...times(5, LOSING), null, ...times(5, LOSING)])), new Set([null]), "A moment is nothing");
});

Deno.test("LastingCause does not tell the same again within half a minute, but another one at once", () => {
  const once = [...times(7, LOSING), ...times(7, null)];
  assertEquals(tell([...once, ...times(20, LOSING)]).at(-1), null);
  assertEquals(tell([...once, ...times(31, LOSING)]).at(-1), LOSING);
  assertEquals(tell([...once, ...times(7, SLOW)]).at(-1), SLOW);
});

Deno.test("LastingCause follows to the other side only once that has lasted too", () => {
  const theirs: Cause = { what: "losing", side: "theirs" };
  const told = tell([...times(7, LOSING), ...times(3, theirs), LOSING, ...times(7, theirs)]);
  assertEquals(told.slice(6), [...times(11, LOSING), theirs]);
});
