/** Who counts as typing, and until when. */

import { assert } from "@std/assert";
import { Typing, TYPING_MS } from "../client/typing.ts";

Deno.test("Typing goes on for a while after the last change, and not in a field that only kept the focus", () => {
  let nowMs = 1_000_000;
  const typing = new Typing(() => nowMs);
  assert(!typing.isGoingOn(true), "text that stood there before is nobody's typing");
  typing.noteInput();
  nowMs += TYPING_MS - 1;
  assert(typing.isGoingOn(true));
  assert(!typing.isGoingOn(false), "the field was left, or emptied");
  nowMs += 1;
  assert(!typing.isGoingOn(true));
  typing.noteInput();
  assert(typing.isGoingOn(true));
});
