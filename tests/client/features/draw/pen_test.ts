/** What of a hand's moves is taken: the early ones, so that the other end need not wait for a frame, and none twice. */

import { assertEquals } from "@std/assert";
import { createPen } from "../../../../client/features/draw/screen/pen.ts";

const PICTURE = { width: 100, height: 100 };
const TARGET = {
  getBoundingClientRect: () => ({ ...PICTURE, left: 0, top: 0 }),
  setPointerCapture() {},
};

type Type = "pointerdown" | "pointermove" | "pointerrawupdate";

/** Tells where the pen has been, in hundredths of the picture's width, after these moves along its middle. */
function follow(moves: readonly [type: Type, x: number, timeStamp: number][]): number[] {
  const marked: number[] = [];
  const pen = createPen(null, PICTURE, (_stroke, place) => marked.push(Math.round((place?.x ?? -1) * 100)));
  const takers = {
    pointerdown: pen.onPointerDown,
    pointermove: pen.onPointerMove,
    pointerrawupdate: pen.onpointerrawupdate,
  };
  for (const [type, clientX, timeStamp] of moves) {
    const event = {
      type,
      clientX,
      clientY: 50,
      timeStamp,
      isPrimary: true,
      button: 0,
      buttons: 1,
      pointerId: 1,
      currentTarget: TARGET,
    };
    takers[type](event as unknown as Parameters<typeof pen.onPointerMove>[0]);
  }
  pen.onLostPointerCapture();
  return marked;
}

// Each test is later than those before it, as moves are: the page has one pen.
Deno.test("A move is taken before its frame, which says nothing new then", () => {
  assertEquals(follow([["pointerrawupdate", 10, 1_000], ["pointermove", 10, 1_000]]), [10]);
});

Deno.test("Of moves a thousandth of a second apart one in 16 ms is taken, and the last of a frame", () => {
  const early = Array.from({ length: 20 }, (_, at): [Type, number, number] => ["pointerrawupdate", at, 2_000 + at]);
  assertEquals(follow([...early, ["pointermove", 19, 2_019]]), [0, 17, 19]);
});

Deno.test("Without early moves those of the frames are taken, and each press, however soon after them", () => {
  assertEquals(follow([["pointermove", 10, 3_000], ["pointerdown", 10, 3_000], ["pointermove", 20, 3_016]]), [
    10,
    10,
    20,
  ]);
});

Deno.test("A stroke that was cut off is not gone on with by a hand that only hovers", () => {
  const strokes: number[] = [];
  const take = (type: "onPointerDown" | "onPointerMove", buttons: number, timeStamp: number) => {
    const pen = createPen(null, PICTURE, (stroke) => strokes.push(stroke)); // Each time another: the picture's size changed.
    const place = { clientX: 50, clientY: 50, isPrimary: true, button: 0, pointerId: 1, currentTarget: TARGET };
    const event = { ...place, type: type.slice(2).toLowerCase(), buttons, timeStamp };
    pen[type](event as unknown as Parameters<typeof pen.onPointerMove>[0]);
  };
  take("onPointerDown", 1, 4_000);
  take("onPointerMove", 1, 4_020);
  take("onPointerMove", 0, 4_040);
  assertEquals(strokes.map((stroke) => stroke > 0), [true, true, false]);
});
