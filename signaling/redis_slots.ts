/**
 * How a Redis Cluster shares its 16,384 slots out: which slot a channel belongs to, and which node has it. Pure; used
 * by `redis_bus.ts`. Redis Cluster Specification, "Key distribution model".
 */

import type { RedisAddress } from "./redis_url.ts";

export const SLOT_COUNT = 16_384;

/** The slots from `first` to `last` and their master. */
export interface SlotRange {
  readonly first: number;
  readonly last: number;
  readonly address: RedisAddress;
}

/** CRC-16/XMODEM by the byte, as the specification's appendix A has it. */
const CRC_TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
  return crc;
});

/** Computes the slot of an ASCII name, of which only what is in the first braces counts, if anything is. */
export function computeSlot(name: string): number {
  const open = name.indexOf("{");
  const close = open < 0 ? -1 : name.indexOf("}", open + 1);
  const hashed = close > open + 1 ? name.slice(open + 1, close) : name;
  let crc = 0;
  for (let index = 0; index < hashed.length; index += 1) {
    crc = ((crc << 8) ^ (CRC_TABLE[((crc >> 8) ^ hashed.charCodeAt(index)) & 0xff] ?? 0)) & 0xffff;
  }
  return crc % SLOT_COUNT;
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
