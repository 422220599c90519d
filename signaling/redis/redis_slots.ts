/**
 * Which node of a Redis Cluster has which of its 16,384 slots (Redis Cluster Specification, "Key distribution model").
 * `cluster-key-slot` computes the slot of a name. Pure; `redis_cluster.ts` asks.
 */

import type { RedisAddress } from "./redis_url.ts";

export const SLOT_COUNT = 16_384;

/** The slots from `first` to `last` and their master. */
export interface SlotRange {
  readonly first: number;
  readonly last: number;
  readonly address: RedisAddress;
}

function isSlot(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < SLOT_COUNT;
}

/**
 * Parses the answer to CLUSTER SLOTS, in which the first node of a range is its master; null if it is none. A node that
 * does not know its own address leaves it out: it is then the one that was `asked`.
 */
export function parseSlots(reply: unknown, asked: RedisAddress): SlotRange[] | null {
  if (!Array.isArray(reply)) return null;
  const ranges: SlotRange[] = [];
  for (const entry of reply) {
    if (!Array.isArray(entry)) return null;
    const [first, last, master]: unknown[] = entry;
    if (!isSlot(first) || !isSlot(last) || !Array.isArray(master)) return null;
    const [host, port]: unknown[] = master;
    if (typeof port !== "number") return null;
    ranges.push({ first, last, address: { host: typeof host === "string" && host !== "" ? host : asked.host, port } });
  }
  return ranges;
}
