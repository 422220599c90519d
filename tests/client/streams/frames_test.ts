/** What is a frame, and what is none. */

import { assertEquals } from "@std/assert";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import {
  DATA_BYTES_MAX,
  DATA_HEADER_BYTES,
  delayOf,
  encodeFrame,
  type Frame,
  FRAME_BYTES_MAX,
  isLabel,
  LABEL_LENGTH_MAX,
  parseFrame,
  stampOf,
} from "../../../client/streams/frames.ts";
import { RESET_CODES } from "../../../client/streams/stream_error.ts";

const stream = fc.integer({ min: 1, max: 0xffff_ffff });
const offset = fc.maxSafeNat();
const frame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({ type: fc.constant("open" as const), stream, label: fc.stringMatching(/^[\w.\-/]{1,64}$/) }),
  fc.record({
    type: fc.constant("data" as const),
    stream,
    offset,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 100 }).map((bytes) => new Uint8Array(bytes)),
  }),
  fc.record({ stream, offset, more: fc.nat(1_000), arrivedAt: fc.integer({ min: 0, max: 0xffff_ffff }) })
    .map(({ stream, offset, more, arrivedAt }): Frame => {
      const received = Math.max(0, offset - 1_000);
      return { type: "ack", stream, received, limit: received + more, arrivedAt };
    }),
  fc.record({ type: fc.constant("end" as const), stream, offset }),
  fc.record({ type: fc.constant("done" as const), stream }),
  fc.record({ type: fc.constant("reset" as const), stream, code: fc.constantFrom(...RESET_CODES) }),
);

Deno.test("parseFrame() reads what encodeFrame() wrote", () => {
  fc.assert(fc.property(frame, (frame) => assertEquals(parseFrame(encodeFrame(frame).buffer), frame)));
});

Deno.test("parseFrame() takes no frame that is longer or shorter than it says, and throws at nothing", () => {
  const isOpenEnded = ({ type }: Frame) => type === "data" || type === "open";
  fc.assert(fc.property(frame.filter((frame) => !isOpenEnded(frame)), fc.boolean(), (frame, isLonger) => {
    const bytes = encodeFrame(frame);
    const changed = new Uint8Array(bytes.length + (isLonger ? 1 : -1));
    changed.set(bytes.subarray(0, changed.length));
    assertEquals(parseFrame(changed.buffer), null);
  }));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
    parseFrame(new Uint8Array(bytes).buffer);
  }));
});

Deno.test("parseFrame() takes so much data and so long a label, and no more", () => {
  const data = (length: number) => encodeFrame({ type: "data", stream: 1, offset: 0, bytes: new Uint8Array(length) });
  assertEquals(parseFrame(data(DATA_BYTES_MAX).buffer)?.type, "data");
  assertEquals(parseFrame(data(DATA_BYTES_MAX + 1).buffer), null);
  assertEquals(FRAME_BYTES_MAX, DATA_HEADER_BYTES + DATA_BYTES_MAX);
  assertEquals(parseFrame(data(0).buffer), null, "Nothing at all is no data");
  const open = (length: number) => encodeFrame({ type: "open", stream: 1, label: "x".repeat(length) });
  assertEquals(parseFrame(open(LABEL_LENGTH_MAX).buffer)?.type, "open");
  assertEquals(parseFrame(open(LABEL_LENGTH_MAX + 1).buffer), null);
});

Deno.test("parseFrame() takes no stream 0, no number beyond what counts, and no limit below what has come", () => {
  assertEquals(parseFrame(encodeFrame({ type: "done", stream: 0 }).buffer), null);
  const end = encodeFrame({ type: "end", stream: 1, offset: 0 });
  end.fill(255, 5);
  assertEquals(parseFrame(end.buffer), null);
  assertEquals(parseFrame(encodeFrame({ type: "ack", stream: 1, received: 2, limit: 1, arrivedAt: 0 }).buffer), null);
});

Deno.test("parseFrame() reads buffers of another frame of the page, which are others, and no text", () => {
  const foreign: unknown = runInNewContext("new Uint8Array([4, 0, 0, 0, 7]).buffer");
  assertEquals([foreign instanceof ArrayBuffer, parseFrame(foreign)], [false, { type: "done", stream: 7 }]);
  for (const data of ["text", null, new Uint8Array(5), new Blob([])]) assertEquals(parseFrame(data), null);
});

Deno.test("isLabel() allows short words of plain letters", () => {
  assertEquals(["files/a-1.b_C", "", "x".repeat(65), "a b", "ä", "a\n"].map(isLabel), [true, ...Array(5).fill(false)]);
});

Deno.test("delayOf() is right across the turn of the clock, and whichever of the two clocks is ahead", () => {
  const turn = 2 ** 32 / 10;
  assertEquals(delayOf(stampOf(turn + 20), turn - 5), 25);
  assertEquals(delayOf(stampOf(1_000), 1_030), -30);
});
