/** Which place of a picture is under the pointer: with bars, zoomed, and never outside of it. */

import { assert, assertEquals } from "@std/assert";
import { keepIn, placeIn } from "../../../../client/features/draw/picture.ts";

const PICTURE = { width: 1920, height: 1080 };

function assertPlace(box: { left: number; top: number; width: number; height: number }, at: number[], place: number[]) {
  const { x, y } = placeIn(PICTURE, box, at[0] ?? 0, at[1] ?? 0);
  const [placeX = NaN, placeY = NaN] = place;
  assert(Math.hypot(x - placeX, y - placeY) < 1e-9, `${x}, ${y} in place of ${placeX}, ${placeY}`);
}

Deno.test("placeIn() leaves out the bars above and below a picture, and beside it", () => {
  // 1280 × 720 in the middle of 1280 × 800.
  const wide = { left: 0, top: 0, width: 1280, height: 800 };
  assertPlace(wide, [0, 40], [0, 0]);
  assertPlace(wide, [1280, 760], [1, 1]);
  assertPlace(wide, [640, 400], [0.5, 0.5]);
  assertPlace(wide, [320, 400], [0.25, 0.5]);
  // On a phone, 390 × 219.375 in 390 × 844, which begins at 10, 20.
  const tall = { left: 10, top: 20, width: 390, height: 844 };
  assertPlace(tall, [10, 20 + (844 - 219.375) / 2], [0, 0]);
  // 960 × 540 in the middle of 1600 × 540.
  assertPlace({ left: 0, top: 0, width: 1600, height: 540 }, [320, 270], [0, 0.5]);
});

Deno.test("placeIn() finds the same place under the same part of a picture that is zoomed and moved", () => {
  const whole = { left: 0, top: 0, width: 1280, height: 800 };
  const { x, y } = placeIn(PICTURE, whole, 900, 300);
  // Three times as large, around the pixel 900, 300; then moved by -70, 30.
  const zoomed = { left: 900 - 3 * 900 - 70, top: 300 - 3 * 300 + 30, width: 3 * 1280, height: 3 * 800 };
  assertPlace(zoomed, [900 - 70, 300 + 30], [x, y]);
});

Deno.test("A place beside the picture is told apart, and kept at its edge", () => {
  const wide = { left: 0, top: 0, width: 1280, height: 800 };
  const above = placeIn(PICTURE, wide, 640, 10);
  assertEquals([above.x, above.y < 0], [0.5, true]);
  assertEquals(keepIn(above), { x: 0.5, y: 0 });
  assertEquals(keepIn({ x: 1.5, y: 2 }), { x: 1, y: 1 });
  assertEquals(keepIn({ x: 0.3, y: 0.7 }), { x: 0.3, y: 0.7 });
});
