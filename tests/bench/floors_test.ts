/** The slope of memory that `deno task bench:churn` judges by, on memory that is known to leak or not to. */

import { assert, assertEquals } from "@std/assert";
import { findFloors, fitSlope, type Point } from "../../bench/compare/report.ts";

const HOUR_SECONDS = 3_600;

/** Memory of a process that collects its garbage once a minute, read every 5 s, and a little beyond the hour. */
function createSawtooth({ leakPerHour, phase }: { leakPerHour: number; phase: number }): Point[] {
  return Array.from({ length: 722 }, (_, n): Point => {
    const seconds = n * 5.01;
    return [seconds, 30 + 20 * ((seconds / 60 + phase) % 1) + leakPerHour * seconds / HOUR_SECONDS];
  });
}

Deno.test("The slope of the floors is that of the leak, wherever the garbage collection falls", () => {
  for (const leakPerHour of [0, 5, 50]) {
    for (const phase of [0, 0.1, 0.25, 0.5, 0.75, 0.9]) {
      const slope = fitSlope(findFloors(createSawtooth({ leakPerHour, phase }), HOUR_SECONDS));
      assert(Math.abs(slope - leakPerHour) < 1, `${slope} for ${leakPerHour} at ${phase}`);
    }
  }
});

Deno.test("The floors are of whole windows only, after the first quarter", () => {
  const floors = findFloors(createSawtooth({ leakPerHour: 0, phase: 0 }), HOUR_SECONDS);
  assertEquals(floors.length, 9);
  assert(floors.every(([seconds]) => seconds >= 900 && seconds < HOUR_SECONDS));
});
