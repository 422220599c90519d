/** The line of a small plot. */

import { assertEquals } from "@std/assert";
import { drawLine } from "../../../../../client/features/quality/screen/plot.tsx";

Deno.test("drawLine() ends at the end, leaves gaps where there is nothing, and makes nothing small look large", () => {
  assertEquals(drawLine([0, 50, 100], 100), "M57 19L58 10L59 1");
  assertEquals(drawLine([0, 400], 100), "M58 19L59 1", "What is more makes it higher");
  assertEquals(drawLine([1, null, null, 1, 1], 1), "M55 1M58 1L59 1");
  assertEquals(drawLine([null, null], 1), "");
  assertEquals(drawLine([], 1), "");
});
