import { assert, assertEquals } from "@std/assert";
import { formatDuration } from "../../../../client/words/grammar/durations.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

Deno.test("formatDuration() says a time as people do, and keeps a figure with its unit", () => {
  const rows: [ms: number, text: string][] = [
    [-1, "0 seconds"],
    [0, "0 seconds"],
    [1_999, "1 second"],
    [48 * SECOND, "48 seconds"],
    [MINUTE, "1 minute"],
    [12 * MINUTE + 5 * SECOND, "12 minutes, 5 seconds"],
    [HOUR, "1 hour"],
    [HOUR + 59 * SECOND, "1 hour"],
    [HOUR + 2 * MINUTE, "1 hour, 2 minutes"],
    [26 * HOUR, "26 hours"],
  ];
  for (const [ms, text] of rows) {
    const formatted = formatDuration(ms, "en");
    assertEquals(formatted.replaceAll("\u00a0", " "), text);
    assert(!/\d [a-z]/.test(formatted), `${formatted} may break between figure and unit`);
  }
});

Deno.test("formatDuration() says it in the person's language, as Intl.DurationFormat does", () => {
  const plain = (ms: number, locale: string) => formatDuration(ms, locale).replaceAll("\u00a0", " ");
  assertEquals(plain(12 * MINUTE + 5 * SECOND, "de-AT"), "12 Minuten, 5 Sekunden");
  assertEquals(plain(HOUR + 2 * MINUTE, "ar-EG-u-nu-latn"), "ساعة ودقيقتان");
  assertEquals(plain(12 * MINUTE + 5 * SECOND, "ar-EG-u-nu-latn"), "12 دقيقة و5 ثوان");
  for (const locale of ["en", "de", "ar-u-nu-latn"]) {
    for (const [minutes, seconds] of [[1, 1], [2, 3], [11, 59], [0, 7]] as const) {
      const parts = minutes === 0 ? { seconds } : { minutes, seconds };
      const expected = new Intl.DurationFormat(locale, { style: "long" }).format(parts);
      assertEquals(plain(minutes * MINUTE + seconds * SECOND, locale), expected.replaceAll("\u00a0", " "));
    }
  }
});
