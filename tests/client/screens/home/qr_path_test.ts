import { assert, assertEquals, assertThrows } from "@std/assert";
import decodeQR from "qr/decode.js";
import { drawQrCode } from "../../../../client/screens/home/qr_path.ts";

const LINK = "https://call.example/#k7mq-2vhd-9xtr-w4pz-0b5n";

/** Paints the runs of a path as a camera sees them: 4 dots for each module. */
function paint({ path, size }: { readonly path: string; readonly size: number }) {
  const width = 4 * size;
  const data = new Uint8Array(4 * width * width).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = 4 * Number(y); row < 4 * Number(y) + 4; row++) {
      const from = 4 * (row * width + 4 * Number(x));
      data.fill(0, from, from + 16 * Number(length));
    }
  }
  return { data, width, height: width };
}

Deno.test("A link is drawn as a QR code that says it, with four blank modules around", () => {
  const drawn = drawQrCode(LINK);
  assertEquals(decodeQR(paint(drawn)), LINK);
  assertEquals(drawn.path.replaceAll(/M\d+ \d+h(\d+)v1h-\1z/g, ""), "", "Nothing but runs of dark modules");
  for (const [, x, y, length] of drawn.path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    assert(Number(x) >= 4 && Number(y) >= 4 && Number(y) < drawn.size - 4);
    assert(Number(x) + Number(length) <= drawn.size - 4);
  }
});

Deno.test("A text that no QR code holds is refused", () => {
  assertThrows(() => drawQrCode("x".repeat(3_000)));
});
