/** Packets of redundant sound are what RFC 2198 says, whatever is in them. */

import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { type Block, readNewest, writePacket } from "../../../client/sending/red_payload.ts";

/** As a receiver reads it (RFC 2198 §3); null for what is none. */
function readAll(packet: Uint8Array, timestamp: number): Block[] | null {
  const headers: { type: number; offset: number; length: number }[] = [];
  let at = 0;
  while (((packet[at] ?? 0) & 0x80) !== 0) {
    const word = new DataView(packet.buffer, packet.byteOffset + at).getUint32(0);
    headers.push({ type: word >>> 24 & 0x7f, offset: word >>> 10 & 0x3fff, length: word & 0x3ff });
    at += 4;
  }
  const type = packet[at++];
  if (type === undefined) return null;
  const blocks = headers.map(({ type, offset, length }) => {
    const data = packet.slice(at, at += length);
    return { type, timestamp: (timestamp - offset) >>> 0, data };
  });
  return [...blocks, { type, timestamp, data: packet.slice(at) }];
}

const STEP = 960;
const block = (timestamp: number, ...data: number[]): Block => (
  { type: 111, timestamp: timestamp >>> 0, data: Uint8Array.from(data) }
);

Deno.test("A packet carries those before it, the oldest first, each by how much older it is", () => {
  const packet = writePacket(block(2 * STEP, 5, 6), [block(0, 1), block(STEP, 2, 3, 4)]);
  assertEquals(
    [...packet],
    // 1920 << 10 | 1 and 960 << 10 | 3, behind a bit and the type.
    [0x80 | 111, 0x1e, 0x00, 0x01, 0x80 | 111, 0x0f, 0x00, 0x03, 111, 1, 2, 3, 4, 5, 6],
  );
});

Deno.test("The newest block of what a browser has made is read as it is", () => {
  assertEquals(readNewest(Uint8Array.from([0x80 | 111, 0x0f, 0x00, 0x02, 111, 8, 9, 5, 6]), 7), block(7, 5, 6));
  assertEquals(readNewest(Uint8Array.from([111, 5, 6]), 7), block(7, 5, 6));
  for (const broken of [[], [111], [0x80 | 111, 0x0f, 0x00, 0x05, 111, 1], [0x80 | 111, 0, 0], [0x80 | 111]]) {
    assertEquals(readNewest(Uint8Array.from(broken), 7), null, String(broken));
  }
});

Deno.test("The clock goes round, and a block of before counts as what it is", () => {
  const packet = writePacket(block(500, 2), [block(500 - STEP, 1)]);
  assertEquals(readAll(packet, 500), [block(500 - STEP, 1), block(500, 2)]);
});

Deno.test("What is too old, of the future or too long for a header is left out, with all before it", () => {
  const newest = block(100 * STEP, 9);
  assertEquals(readAll(writePacket(newest, [block(80 * STEP, 1)]), newest.timestamp), [newest], "341 ms are the most");
  assertEquals(readAll(writePacket(newest, [newest]), newest.timestamp), [newest]);
  assertEquals(readAll(writePacket(newest, [block(101 * STEP, 1)]), newest.timestamp), [newest]);
  const long = { ...block(99 * STEP), data: new Uint8Array(1_024) };
  assertEquals(readAll(writePacket(newest, [block(98 * STEP, 1), long]), newest.timestamp), [newest]);
});

Deno.test("Whatever is put into a packet comes out of it, and never more than fits a path", () => {
  const datas = fc.array(fc.uint8Array({ minLength: 1, maxLength: 400 }), { minLength: 1, maxLength: 6 });
  fc.assert(fc.property(datas, fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat(127), (all, start, type) => {
    const blocks = all.map((data, index) => ({ type, timestamp: (start + index * STEP) >>> 0, data }));
    const newest = blocks.at(-1) as Block;
    const packet = writePacket(newest, blocks.slice(0, -1));
    const read = readAll(packet, newest.timestamp) ?? [];
    assertEquals(read, blocks.slice(-read.length));
    assertEquals(readNewest(packet, newest.timestamp), newest);
    if (packet.length > 1_100) assertEquals(read.length, 1);
    if (read.length < blocks.length) {
      const next = blocks.at(-read.length - 1)?.data.length ?? 0;
      assertEquals(packet.length + 4 + next > 1_100, true, "What fits is there");
    }
  }));
});
