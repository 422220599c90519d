/** How large a picture says to be, read before anything decodes it; and that nothing else passes for one. */

import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { readSize } from "../../../../client/features/chat_pictures/picture_size.ts";
import { createJpeg, createPng } from "../../../doubles/picture_bytes.ts";
import { runs } from "../../../doubles/runs.ts";

Deno.test("readSize() reads kind and size of a PNG and of a JPEG", () => {
  assertEquals(readSize(createPng(640, 480)), { type: "image/png", width: 640, height: 480 });
  assertEquals(readSize(createJpeg(1_600, 9)), { type: "image/jpeg", width: 1_600, height: 9 });
  assertEquals(readSize(createJpeg(65_535, 65_535, { frame: 0xc2 }))?.width, 65_535, "Of one that comes bit by bit");
});

Deno.test("readSize() takes nothing else for a picture, nor one whose parts do not follow on each other", () => {
  const others: Record<string, Uint8Array<ArrayBuffer>> = {
    "nothing": new Uint8Array(),
    "a GIF": new TextEncoder().encode("GIF89a" + "x".repeat(40)),
    "a WebP": new TextEncoder().encode("RIFFxxxxWEBPVP8 " + "x".repeat(40)),
    "an SVG": new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
    "a PNG without its first chunk": createPng(9, 9).with(12, 0),
    "half a PNG": createPng(9, 9).slice(0, 20),
    "a JPEG without a frame": createJpeg(9, 9, { frame: 0xda }),
    "a JPEG of a kind that nobody draws": createJpeg(9, 9, { frame: 0xc3 }),
    "a JPEG with bytes between its parts": createJpeg(9, 9, { between: [0] }),
    "a JPEG with filling between its parts": createJpeg(9, 9, { between: [0xff] }),
    "a JPEG with a part that has no length": createJpeg(9, 9, { between: [0xff, 0x01, 0, 2] }),
    "half a JPEG": createJpeg(9, 9).slice(0, 30),
  };
  for (const [what, bytes] of Object.entries(others)) assertEquals(readSize(bytes), null, what);
});

Deno.test("readSize() is soon done with whatever comes", () => {
  const hostile = new Uint8Array(1_048_576).fill(0xff);
  hostile.set([0xff, 0xd8]);
  for (let at = 2; at < hostile.length; at += 2) hostile.set([0xff, 0xe0, 0, 0].slice(0, 2), at);
  const zero = new Uint8Array(1_048_576);
  zero.set([0xff, 0xd8]);
  for (let at = 2; at + 4 <= zero.length; at += 4) zero.set([0xff, 0xe0, 0, 2], at);
  for (const bytes of [hostile, zero]) {
    const sinceMs = performance.now();
    assertEquals(readSize(bytes), null);
    assertEquals(performance.now() - sinceMs < 200, true);
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom([0xff, 0xd8], [...createPng(1, 1).slice(0, 16)]), (
      rest,
      start,
    ) => void readSize(new Uint8Array([...start, ...rest]))),
    { numRuns: runs(200) },
  );
});
