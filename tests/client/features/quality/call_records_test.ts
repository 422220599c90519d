/** What is kept of how calls went: so many, small ones, and nothing that is not understood. */

import { assert, assertEquals } from "@std/assert";
import {
  type CallRecord,
  createCallRecords,
  isCallRecord,
  RECORDS_MAX,
} from "../../../../client/features/quality/call_records.ts";
import { KeptWorld } from "../../../doubles/kept_world.ts";

const RECORD: CallRecord = {
  ...{ answeredAtMs: 1_764_380_000_000, connectedAfterMs: 210, pictureAfterMs: null, seconds: 65 },
  ...{ paths: ["direct/udp"], replacements: 1, lostPercent: 1.2, theirLostPercentMax: null, frozenSeconds: 0.5 },
  ...{ roundTripMsMean: 48, worstBars: 3 },
};

Deno.test("Records of calls outlive the page, the newest fifty", async () => {
  using world = new KeptWorld();
  const store = world.openTab();
  const records = createCallRecords(store);
  await store.load();
  for (let seconds = 1; seconds <= RECORDS_MAX + 5; seconds++) {
    records.change((all) => [{ ...RECORD, seconds }, ...all]);
    await world.settle();
  }
  const later = world.openTab();
  const again = createCallRecords(later);
  await later.load();
  assertEquals([again.value.length, again.value[0]?.seconds, again.value.at(-1)?.seconds], [RECORDS_MAX, 55, 6]);
  assert(JSON.stringify(world.records.get("call-records")).length < 16_384);
});

Deno.test("A record that an older or a newer page has left is read if it has all of this one", () => {
  assert(isCallRecord({ ...RECORD, more: true }));
  for (const key of Object.keys(RECORD)) assert(!isCallRecord({ ...RECORD, [key]: undefined }), key);
  assert(!isCallRecord({ ...RECORD, paths: Array(7).fill("direct/udp") }));
  assert(!isCallRecord({ ...RECORD, lostPercent: NaN }));
});
