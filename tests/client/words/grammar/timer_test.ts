import { assertEquals } from "@std/assert";
import { formatTimer } from "../../../../client/words/grammar/timer.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

Deno.test("formatTimer() counts in minutes and seconds, and in hours when there are any", () => {
  const rows: [ms: number, text: string][] = [
    [-5, "00:00"],
    [0, "00:00"],
    [999, "00:00"],
    [1_000, "00:01"],
    [MINUTE - 1, "00:59"],
    [MINUTE, "01:00"],
    [HOUR - 1, "59:59"],
    [HOUR, "1:00:00"],
    [HOUR + 2 * MINUTE + 3 * SECOND, "1:02:03"],
    [100 * HOUR, "100:00:00"],
  ];
  for (const [ms, text] of rows) assertEquals(formatTimer(ms), text);
});
