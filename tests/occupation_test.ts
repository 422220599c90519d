/** What keeps a stranger's ring from the screen, from whom, and until when. */

import { assert } from "@std/assert";
import { INVITED_MS, Occupation, TYPING_MS } from "../client/occupation.ts";
import type { PeerId } from "../signaling/protocol.ts";

const [KIM, EVE] = ["k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId, "0000-1111-2222-3333-4444" as PeerId];

Deno.test("Occupation counts typing for a while after the last change, and no field that only kept the focus", () => {
  let nowMs = 1_000_000;
  const occupation = new Occupation(() => nowMs);
  assert(!occupation.isAbsorbed(EVE, true), "text that stood there before is nobody's typing");
  occupation.noteInput();
  nowMs += TYPING_MS - 1;
  assert(occupation.isAbsorbed(EVE, true));
  assert(!occupation.isAbsorbed(EVE, false), "the field was left, or emptied");
  nowMs += 1;
  assert(!occupation.isAbsorbed(EVE, true));
  occupation.noteInput();
  assert(occupation.isAbsorbed(EVE, true));
});

Deno.test("Occupation counts a link for a minute, and never against whose it is", () => {
  let nowMs = 1_000_000;
  const occupation = new Occupation(() => nowMs);
  occupation.noteLink(null);
  assert(!occupation.isAbsorbed(EVE, false));
  occupation.noteLink(KIM);
  nowMs += INVITED_MS - 1;
  assert(occupation.isAbsorbed(EVE, false));
  assert(!occupation.isAbsorbed(KIM, false));
  nowMs += 1;
  assert(!occupation.isAbsorbed(EVE, false));
});
