/** What somebody wrote, made fit to be shown. */

import { assertEquals } from "@std/assert";
import { cleanText } from "../../../../client/features/chat/clean_text.ts";

Deno.test("cleanText() leaves what people write, and takes out what no text has a use for", () => {
  assertEquals(cleanText("  one\r\ntwo\rthree\n\tfour  "), "one\ntwo\nthree\n\tfour");
  assertEquals(cleanText("a\u0000b\u001bc\u009bd\u007f"), "abcd");
  assertEquals(cleanText("\ud800x"), "\ufffdx");
  assertEquals(cleanText("👩‍👩‍👧 محمد 你好"), "👩‍👩‍👧 محمد 你好");
  assertEquals(cleanText(`x${"\u0301".repeat(4_000)}y`), `x${"\u0301".repeat(8)}y`);
  for (const nothing of ["", " \n ", "\u0000\u0007"]) assertEquals(cleanText(nothing), "");
});
