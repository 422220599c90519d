/**
 * How the latest calls went: kept in this browser, for the person to look at or hand to whoever looks after their network.
 * Who was called is not in it, nor any ID, name or address.
 */

import {
  count,
  type Guard,
  type Guarded,
  list,
  nullable,
  readBy,
  shape,
  text,
} from "../../../signaling/protocol/guards.ts";
import { KeptList } from "../../kept/kept.ts";
import type { KeptStore } from "../../kept/kept_store.ts";

export const RECORDS_MAX = 50;
/** Ways that the media of one call may take: direct or relayed, over UDP, TCP or TLS. */
const PATHS_MAX = 6;

const isNumber: Guard<number> = (value): value is number => Number.isFinite(value);

export const isCallRecord = shape({
  /** When the call was answered, by the clock on the wall, in milliseconds. */
  answeredAtMs: count(),
  /** From the answer to the first connection and to the first picture, in milliseconds; null where it is not known. */
  connectedAfterMs: nullable(count()),
  pictureAfterMs: nullable(count()),
  seconds: count(),
  /** Such as `direct/udp`, in the order in which they were taken first. */
  paths: list(text(16), PATHS_MAX),
  /** How often another connection took the place of one. */
  replacements: count(),
  /** Of the sound that came, what was made up, in percent; and at the other end, the most that it reported. */
  lostPercent: isNumber,
  theirLostPercentMax: nullable(isNumber),
  /** For how long the picture stood still. */
  frozenSeconds: isNumber,
  roundTripMsMean: nullable(count()),
  worstBars: nullable(count()),
});
export type CallRecord = Guarded<typeof isCallRecord>;

export function createCallRecords(store?: KeptStore): KeptList<CallRecord> {
  return new KeptList(
    { key: "call-records", readItem: readBy(isCallRecord), max: RECORDS_MAX, show: () => {} },
    store,
  );
}

let records: KeptList<CallRecord> | undefined;

/** Those of this page, the newest first. */
export function callRecords(): KeptList<CallRecord> {
  return records ??= createCallRecords();
}
