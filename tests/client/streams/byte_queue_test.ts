/** Bytes in their order, however they are added and forgotten. */

import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { BLOCK_BYTES, ByteQueue } from "../../../client/streams/byte_queue.ts";

/** Bytes that tell where in the stream they stand. */
function bytesAt(from: number, length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => (from + index) * 31 % 251);
}

Deno.test("ByteQueue gives back what was added, wherever it is read and whatever was forgotten before", () => {
  const step = fc.record({
    push: fc.nat(20_000),
    drop: fc.double({ min: 0, max: 1, noNaN: true }),
    at: fc.nat(50_000),
  });
  fc.assert(fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
    const queue = new ByteQueue();
    for (const { push, drop, at } of steps) {
      queue.push(bytesAt(queue.end, push));
      queue.dropTo(queue.start + Math.floor(queue.length * drop));
      const from = queue.start + at % (queue.length + 1);
      assertEquals(queue.slice(from, 30_000), bytesAt(from, Math.min(30_000, queue.end - from)));
    }
  }));
});

Deno.test("ByteQueue copies what it takes", () => {
  const queue = new ByteQueue();
  const bytes = bytesAt(0, 4);
  queue.push(bytes);
  bytes.fill(9);
  assertEquals(queue.slice(0, 4), bytesAt(0, 4));
});

Deno.test("ByteQueue never forgets beyond its end, nor remembers what it has forgotten", () => {
  const queue = new ByteQueue();
  queue.push(bytesAt(0, BLOCK_BYTES * 2 + 5));
  queue.dropTo(BLOCK_BYTES + 1);
  queue.dropTo(3);
  assertEquals([queue.start, queue.length], [BLOCK_BYTES + 1, BLOCK_BYTES + 4]);
  assertThrows(() => queue.slice(3, 1));
  queue.dropTo(Infinity);
  assertEquals([queue.start, queue.end], [BLOCK_BYTES * 2 + 5, BLOCK_BYTES * 2 + 5]);
  queue.push(bytesAt(queue.end, 3));
  assertEquals(queue.slice(queue.start, 9), bytesAt(queue.start, 3));
});

Deno.test("ByteQueue goes on counting when it is cleared", () => {
  const queue = new ByteQueue();
  queue.push(bytesAt(0, 10));
  queue.clear();
  queue.push(bytesAt(10, 10));
  assertEquals([queue.start, queue.slice(10, 10)], [10, bytesAt(10, 10)]);
});
