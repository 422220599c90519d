import { assertEquals } from "@std/assert";
import { AckedTabs } from "../../../client/line/acked_tabs.ts";
import { TABS_MAX } from "../../../client/line/incoming_stream.ts";
import type { TabId } from "../../../signaling/protocol.ts";

const [ONE, OTHER] = ["one", "other"] as TabId[] as [TabId, TabId];

function reach({ upTo, reached }: AckedTabs): number[] {
  return [upTo, reached];
}

Deno.test("An acknowledgement says something new once, and only if it goes further than that tab's before", () => {
  const acked = new AckedTabs();
  assertEquals([acked.take(ONE, 3), acked.take(ONE, 3), acked.take(ONE, 2)], [true, false, false]);
  assertEquals(reach(acked), [3, 3]);
  assertEquals([acked.take(OTHER, 1), acked.take(ONE, 4)], [true, true]);
  assertEquals(reach(acked), [4, 4], "What any of them has counts");
});

Deno.test("Once a call belongs to a tab, no other's acknowledgement says or changes anything", () => {
  const acked = new AckedTabs();
  acked.take(ONE, 2);
  acked.take(OTHER, 5);
  acked.bind(ONE);
  assertEquals([acked.boundTabId, ...reach(acked)], [ONE, 2, 5]);
  assertEquals([acked.take(OTHER, 9), ...reach(acked)], [false, 2, 5]);
  assertEquals([acked.take(ONE, 3), ...reach(acked)], [true, 3, 5]);
  assertEquals([acked.take(ONE, 6), ...reach(acked)], [true, 6, 6]);
});

Deno.test("A call may belong to a tab that has acknowledged nothing yet", () => {
  const acked = new AckedTabs();
  acked.bind(ONE);
  assertEquals(reach(acked), [0, 0]);
  assertEquals([acked.take(ONE, 1), ...reach(acked)], [true, 1, 1]);
});

Deno.test("No more tabs are counted than an end listens to, and those that are count on", () => {
  const acked = new AckedTabs();
  for (let tab = 0; tab < TABS_MAX; tab++) assertEquals(acked.take(`${tab}` as TabId, 1), true);
  assertEquals([acked.take(ONE, 7), ...reach(acked)], [false, 1, 1]);
  assertEquals([acked.take("0" as TabId, 2), ...reach(acked)], [true, 2, 2]);
});

Deno.test("What tabs had that are gone waits anew, and is still known to have been had", () => {
  const acked = new AckedTabs();
  acked.take(ONE, 4);
  acked.clear();
  assertEquals(reach(acked), [0, 4]);
  assertEquals([acked.take(OTHER, 1), ...reach(acked)], [true, 1, 4]);
});
