/** Who may ring, by what the person has set and what the caller is to them. */

import { assertEquals } from "@std/assert";
import { judgeRing } from "../../../../client/features/who_rings/ring_rules.ts";
import { createWhoRingsSetting, whoRings } from "../../../../client/features/who_rings/who_rings_setting.ts";
import { KeptWorld } from "../../../doubles/kept_world.ts";

const STRANGER = { isContact: false, isDialled: false, isInvited: false, isKnocking: false };

Deno.test("judgeRing() lets contacts ring, whom the person called, and whom they invited; or everybody, or nobody", () => {
  const standings = [
    STRANGER,
    { ...STRANGER, isContact: true },
    { ...STRANGER, isDialled: true },
    { ...STRANGER, isInvited: true },
  ];
  const judged = (["everybody", "contacts", "nobody"] as const).map((who) =>
    standings.map((standing) => judgeRing(who, standing))
  );
  assertEquals(judged, [[null, null, null, null], ["contacts-only", null, null, null], Array(4).fill("declined")]);
});

Deno.test("judgeRing() has a knock ring for none but those who ring anyway, also under everybody", () => {
  const standings = [STRANGER, { ...STRANGER, isContact: true }, { ...STRANGER, isInvited: true }];
  const judged = (["everybody", "contacts", "nobody"] as const).map((who) =>
    standings.map((standing) => judgeRing(who, { ...standing, isKnocking: true }))
  );
  assertEquals(judged, [["contacts-only", null, null], ["contacts-only", null, null], Array(3).fill("declined")]);
});

Deno.test("Who may ring is kept, holds in other tabs, and from a page's first moment on", async () => {
  using world = new KeptWorld();
  const setting = createWhoRingsSetting(world.openTab());
  setting.change(() => "contacts");
  await world.settle();
  assertEquals(world.records.get("who-rings"), "contacts");
  whoRings.value = "everybody";
  createWhoRingsSetting(world.openTab()); // Its store has not answered yet.
  assertEquals(whoRings.value, "contacts");
  assertEquals(localStorage.getItem("who-rings copy"), '"contacts"', "As `lookouts.ts` looks for it");
});
