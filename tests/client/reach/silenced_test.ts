/** Whose call rings while no page is open, by what the person has set. */

import { assertEquals } from "@std/assert";
import { isSilenced, type KnownCaller } from "../../../client/reach/silenced.ts";
import type { PeerId } from "../../../signaling/protocol.ts";

const MOMENT = { nowMs: 1_800_000_000_000, minute: 23 * 60 };
const KIM: KnownCaller = { peerId: "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId, publicKey: "key", shownName: "Kim" };
const SAVED: KnownCaller = { ...KIM, savedAtMs: 1, verifiedAtMs: null };
const NEVER = { isOn: false, untilMs: null, isDaily: false, from: 22 * 60, to: 7 * 60, exceptUntilMs: null };

Deno.test("Without a page everybody rings, unless the person has muted them or is not to be disturbed", () => {
  for (
    const [caller, quiet, expected] of [
      [SAVED, undefined, false],
      [null, undefined, false],
      [null, "damaged", false],
      [{ ...SAVED, mutedUntilMs: MOMENT.nowMs + 1 }, undefined, true],
      [{ ...SAVED, mutedUntilMs: MOMENT.nowMs }, undefined, false],
      [SAVED, NEVER, false],
      [SAVED, { ...NEVER, isOn: true }, true],
      [null, { ...NEVER, untilMs: MOMENT.nowMs + 1 }, true],
      [SAVED, { ...NEVER, isDaily: true }, true],
      [SAVED, { ...NEVER, isDaily: true, from: 0, to: 60 }, false],
    ] as const
  ) {
    assertEquals(isSilenced(caller, { quiet, whoRings: undefined }, MOMENT), expected, JSON.stringify([caller, quiet]));
  }
});

Deno.test("Without a page those ring whom the person lets ring", () => {
  const verified: KnownCaller = { ...KIM, verifiedAtMs: 1 };
  for (
    const [whoRings, silenced] of [
      ["everybody", []],
      ["contacts", [KIM, null]],
      ["nobody", [KIM, SAVED, verified, null]],
    ] as const
  ) {
    const callers = [KIM, SAVED, verified, null];
    assertEquals(callers.filter((caller) => isSilenced(caller, { quiet: undefined, whoRings }, MOMENT)), [...silenced]);
  }
});
