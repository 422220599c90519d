import { assertEquals } from "@std/assert";
import { pan, pinch, WHOLE, type Zoom, zoomAt } from "../../../../client/features/screen_share/zoom.ts";

const SIZE = { width: 800, height: 400 };

/** Where in the picture, at scale 1, what is at this place comes from. */
function findSource({ scale, x, y }: Zoom, place: { x: number; y: number }) {
  return { x: (place.x - x) / scale, y: (place.y - y) / scale };
}

Deno.test("What is under the pointer stays there when it is zoomed, in and out", () => {
  const place = { x: 150, y: -80 };
  const once = zoomAt(WHOLE, 2, place, SIZE);
  assertEquals(findSource(once, place), place);
  const other = { x: -90, y: 40 };
  const source = findSource(once, other);
  const twice = zoomAt(once, 1.5, other, SIZE);
  const round = ({ x, y }: { x: number; y: number }) => [x, y].map((value) => value.toFixed(6));
  assertEquals(round(findSource(twice, other)), round(source));
  assertEquals(zoomAt(twice, 0.01, other, SIZE), { scale: 1, x: 0, y: 0 });
});

Deno.test("A picture is never moved past its edges, nor zoomed past what helps", () => {
  const zoomed = zoomAt(WHOLE, 1_000, { x: 0, y: 0 }, SIZE);
  assertEquals(zoomed.scale, 8);
  assertEquals(pan(zoomed, { x: 1e6, y: -1e6 }, SIZE), { scale: 8, x: 2_800, y: -1_400 });
  assertEquals(pan(WHOLE, { x: 5, y: 5 }, SIZE), { scale: 1, x: 0, y: 0 });
});

Deno.test("One finger moves; two that spread zoom where they are", () => {
  assertEquals(pinch([{ x: 1, y: 1 }], [{ x: 4, y: 5 }]), { by: { x: 3, y: 4 }, factor: 1, at: { x: 4, y: 5 } });
  const { by, factor, at } = pinch([{ x: -10, y: 0 }, { x: 10, y: 0 }], [{ x: -15, y: 0 }, { x: 25, y: 0 }]);
  assertEquals([by.x, factor, at.x], [5, 2, 5]);
});
