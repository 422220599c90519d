/** What is kept of a chat: no more than a page can hold, whoever writes. */

import { assert, assertEquals } from "@std/assert";
import type { ChatEntry } from "../../../../client/features/chat/chat_key.ts";
import { addEntry, EMPTY_LOG, ENTRIES_MAX, setStage, UNITS_MAX } from "../../../../client/features/chat/chat_log.ts";

function createEntry(key: number, text = "x"): ChatEntry {
  return { key, id: key, text, atMs: 0, stage: "heard" };
}

Deno.test("addEntry() lets go of the oldest when there are too many, and says so", () => {
  let log = EMPTY_LOG;
  for (let key = 1; key <= ENTRIES_MAX; key++) log = addEntry(log, createEntry(key));
  assertEquals([log.entries.length, log.isCut], [ENTRIES_MAX, false]);
  log = addEntry(log, createEntry(ENTRIES_MAX + 1));
  assertEquals([log.entries.length, log.entries[0]?.key, log.isCut], [ENTRIES_MAX, 2, true]);
});

Deno.test("addEntry() keeps so many units of text, and the newest in any case", () => {
  let log = EMPTY_LOG;
  for (let key = 1; key <= 100; key++) log = addEntry(log, createEntry(key, "x".repeat(4_000)));
  assertEquals(log.entries.length, UNITS_MAX / 4_000);
  assertEquals(log.entries.at(-1)?.key, 100);
  assert(log.isCut);
  const single = addEntry(addEntry(EMPTY_LOG, createEntry(1)), createEntry(2, "x".repeat(UNITS_MAX)));
  assertEquals(single.entries.map(({ key }) => key), [2]);
});

Deno.test("setStage() moves those on that are meant, and leaves the others the very same", () => {
  const log = [1, 2, 3].reduce((all, key) => addEntry(all, createEntry(key)), EMPTY_LOG);
  const moved = setStage(log, ({ key }) => key === 2, "delivered");
  assertEquals(moved.entries.map(({ stage }) => stage), ["heard", "delivered", "heard"]);
  assert(moved.entries[0] === log.entries[0] && moved.entries[2] === log.entries[2]);
});
