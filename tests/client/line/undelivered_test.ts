import { assertEquals } from "@std/assert";
import { whyUndelivered } from "../../../client/line/undelivered.ts";
import { ERROR_CODES } from "../../../signaling/protocol.ts";

Deno.test("Three errors say that a message of a call did not reach the other end", () => {
  const why = ERROR_CODES.filter((code) => whyUndelivered(code) !== null);
  assertEquals(why.toSorted(), ["peer-unavailable", "rate-limited", "unavailable"]);
  for (const code of why) assertEquals<unknown>(whyUndelivered(code), code);
});
