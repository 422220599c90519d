/** Who a caller is to the person, and what their offer is judged by. */

import { assertEquals } from "@std/assert";
import { Callers } from "../../../client/admission/callers.ts";
import type { PeerId } from "../../../signaling/protocol.ts";

const [KIM, SAM] = ["k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId, "0000-1111-2222-3333-4444" as PeerId];

Deno.test("Callers.describe() says for each caller by themselves whether they are not to disturb", () => {
  const callers = new Callers({
    isInCallWith: () => false,
    callerOf: () => "known",
    isAbsorbed: () => false,
    isQuiet: (callerId) => callerId === KIM,
  });
  const quiet = [KIM, SAM].map((id) => callers.describe({ id }, { strangerRings: 0 }).isQuiet);
  assertEquals(quiet, [true, false]);
});
