/** What keeps a stranger's ring from the screen, from whom, and until when. */

import { assert, assertEquals } from "@std/assert";
import { callerOf } from "../../../client/admission/caller.ts";
import { INVITED_MS, Occupation, TYPING_MS } from "../../../client/admission/occupation.ts";
import type { PeerId } from "../../../signaling/protocol.ts";

const [KIM, EVE] = ["k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId, "0000-1111-2222-3333-4444" as PeerId];

Deno.test("Occupation counts typing for a while after the last change, and no field that only kept the focus", () => {
  let nowMs = 1_000_000;
  let hasText = true;
  const occupation = new Occupation({ now: () => nowMs, hasText: () => hasText });
  assert(!occupation.isAbsorbed(EVE), "text that stood there before is nobody's typing");
  occupation.noteInput();
  nowMs += TYPING_MS - 1;
  assert(occupation.isAbsorbed(EVE));
  hasText = false;
  assert(!occupation.isAbsorbed(EVE), "the field was left, or emptied");
  hasText = true;
  nowMs += 1;
  assert(!occupation.isAbsorbed(EVE));
  occupation.noteInput();
  assert(occupation.isAbsorbed(EVE));
});

Deno.test("Occupation counts a link for a minute, and never against whose it is", () => {
  let nowMs = 1_000_000;
  const occupation = new Occupation({ now: () => nowMs, hasText: () => false });
  occupation.noteLink(null);
  assert(!occupation.isAbsorbed(EVE));
  occupation.noteLink(KIM);
  nowMs += INVITED_MS - 1;
  assert(occupation.isAbsorbed(EVE));
  assert(!occupation.isAbsorbed(KIM));
  nowMs += 1;
  assert(!occupation.isAbsorbed(EVE));
});

Deno.test("callerOf() tells whom the browser knows from strangers, and whom the person has blocked from both", () => {
  const [blocked, known] = [[{ peerId: EVE }], [{ peerId: EVE }, { peerId: KIM }]];
  assertEquals(callerOf(KIM, { blocked, known }), "known");
  assertEquals(callerOf(EVE, { blocked, known }), "blocked");
  assertEquals(callerOf(EVE, { blocked: [], known }), "known");
  assertEquals(callerOf(KIM, { blocked, known: [] }), "stranger");
});
