/**
 * The pictures that people compare are unlike each other at a glance: each is drawn as small as on a phone, and what of
 * two has ink in the same places is measured, both as it is and a little shifted.
 */

import { assert, assertEquals } from "@std/assert";
import { DRAWINGS } from "../../client/features/comparison/screen/drawings.ts";
import { things } from "../../client/words/en/things.ts";
import { browserTest } from "./browser_test_case.ts";

/** How alike two may be: 1 is the same ink in the same places. */
const ALIKE_MAX = 0.86;

/** Draws each on so many cells a side, as ink from 0 to 1; tells also whether any is on the edge of the grid. */
const DRAW = `(drawings, cells) => drawings.map((drawing) => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 96;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.scale(2, 2);
  Object.assign(context, { lineWidth: 2.5, lineCap: "round", lineJoin: "round" });
  const [filled, drawn] = drawing.split("|").map((path) => new Path2D(path));
  context.globalAlpha = 0.45;
  context.fill(filled, "evenodd");
  context.globalAlpha = 1;
  context.stroke(filled);
  context.stroke(drawn);
  const { data } = context.getImageData(0, 0, 96, 96);
  const ink = new Array(cells * cells).fill(0);
  let edge = 0;
  for (let y = 0; y < 96; y++) {
    for (let x = 0; x < 96; x++) {
      const alpha = data[4 * (96 * y + x) + 3] / 255;
      ink[Math.floor(y * cells / 96) * cells + Math.floor(x * cells / 96)] += alpha * (cells / 96) ** 2;
      if (x < 1 || y < 1 || x > 94 || y > 94) edge += alpha;
    }
  }
  return { ink, edge };
})`;

/** The cosine of what stands in the same cells, one of the two moved by so many. */
function compare(one: readonly number[], other: readonly number[], cells: number, dx: number, dy: number): number {
  let [both, ones, others] = [0, 0, 0];
  for (let y = 0; y < cells; y++) {
    for (let x = 0; x < cells; x++) {
      const a = one[y * cells + x] ?? 0;
      const isIn = x + dx >= 0 && x + dx < cells && y + dy >= 0 && y + dy < cells;
      const b = isIn ? other[(y + dy) * cells + x + dx] ?? 0 : 0;
      both += a * b;
      ones += a * a;
      others += b * b;
    }
  }
  return both / Math.sqrt(ones * others);
}

browserTest("The pictures to compare are unlike each other, at a glance too, and none is cut off", async (scene) => {
  const person = await scene.open();
  const cells = 24;
  const drawn = await person.evaluate<{ ink: number[]; edge: number }[]>(
    `(${DRAW})(${JSON.stringify(DRAWINGS)}, ${cells})`,
  );
  assertEquals(drawn.length, 64);
  const nameOf = (thing: number) => things.names[thing] ?? "";
  for (const [thing, { ink, edge }] of drawn.entries()) {
    const share = ink.reduce((sum, cell) => sum + cell, 0) / ink.length;
    assert(share > 0.1 && share < 0.6, `${nameOf(thing)} has ink on ${share}`);
    assertEquals(edge, 0, `${nameOf(thing)} is cut off`);
  }
  const pairs = drawn.flatMap(({ ink }, thing) =>
    drawn.slice(0, thing).map(({ ink: other }, before) => {
      const moves = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => compare(ink, other, cells, dx, dy)));
      return { names: `${nameOf(before)} and ${nameOf(thing)}`, alike: Math.max(...moves) };
    })
  ).sort((a, b) => b.alike - a.alike);
  const most = pairs.slice(0, 8).map(({ names, alike }) => `${names} ${alike.toFixed(2)}`);
  console.log(`Most alike: ${most.join(", ")}`);
  assertEquals(pairs.filter(({ alike }) => alike > ALIKE_MAX), []);
});
