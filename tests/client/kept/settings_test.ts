/** What the person has set: kept, moved from where older pages kept it, and shared by the tabs. */

import { assertEquals } from "@std/assert";
import type { Kept } from "../../../client/kept/kept.ts";
import type { KeptStore } from "../../../client/kept/kept_store.ts";
import { createNameSetting, createRelaySetting, keepHasPeople } from "../../../client/kept/settings.ts";
import { NAME_LENGTH_MAX } from "../../../signaling/protocol.ts";
import { KeptWorld } from "../../doubles/kept_world.ts";

class Tab {
  readonly shown = { name: "", isRelayOnly: false };
  readonly name: Kept<string>;
  readonly relayOnly: Kept<boolean>;

  constructor(readonly store: KeptStore) {
    this.name = createNameSetting((name) => this.shown.name = name, store);
    this.relayOnly = createRelaySetting((isRelayOnly) => this.shown.isRelayOnly = isRelayOnly, store);
  }
}

async function openTab(world: KeptWorld): Promise<Tab> {
  const tab = new Tab(world.openTab());
  await tab.store.load();
  await world.settle();
  return tab;
}

Deno.test("Name and relay are kept, and change in other tabs too", async () => {
  using world = new KeptWorld();
  const [one, other] = [await openTab(world), await openTab(world)];
  one.name.change(() => "Kim");
  one.relayOnly.change(() => true);
  await world.settle();
  for (const tab of [one, other, await openTab(world)]) assertEquals(tab.shown, { name: "Kim", isRelayOnly: true });
  other.relayOnly.change(() => false);
  await world.settle();
  assertEquals(one.shown, { name: "Kim", isRelayOnly: false });
});

Deno.test("Name and relay are moved from where older pages kept them, as they were", async () => {
  for (
    const [name, relay, isRelayOnly] of [["12", "yes", true], ["null", "", false], ['"Kim"', "yes", true]] as const
  ) {
    using world = new KeptWorld();
    localStorage.setItem("name", name);
    localStorage.setItem("relay-only", relay);
    assertEquals(new Tab(world.openTab()).shown, { name, isRelayOnly }, "Before anything was read");
    const tab = await openTab(world);
    assertEquals([tab.shown, Object.fromEntries(world.records)], [{ name, isRelayOnly }, {
      ...{ name, "relay-only": isRelayOnly },
    }]);
    assertEquals([localStorage.getItem("name"), localStorage.getItem("relay-only")], [null, null]);
  }
});

Deno.test("A name that is none, or too long, is none, or cut", async () => {
  using world = new KeptWorld();
  await openTab(world);
  world.records.set("name", 5).set("relay-only", "yes");
  const tab = await openTab(world);
  assertEquals(tab.shown, { name: "", isRelayOnly: false });
  assertEquals(world.reports, ["Cannot read what is kept as name", "Cannot read what is kept as relay-only"]);
  tab.name.change(() => "x".repeat(NAME_LENGTH_MAX + 1));
  assertEquals(tab.shown.name.length, NAME_LENGTH_MAX);
});

Deno.test("Whoever hides their address hides it also where that cannot be read any more, until they say otherwise", async () => {
  using world = new KeptWorld();
  const before = await openTab(world);
  before.relayOnly.change(() => true);
  await world.settle();
  world.records.set("relay-only", { isOn: true }); // As a later page may keep it.
  assertEquals((await openTab(world)).shown.isRelayOnly, true);
  assertEquals(new Tab(world.openTab()).shown.isRelayOnly, true, "Before anything was read, and where nothing can be");
  world.records.set("relay-only", true);
  const after = await openTab(world);
  after.relayOnly.change(() => false);
  await world.settle();
  assertEquals(new Tab(world.openTab()).shown.isRelayOnly, false);
});

Deno.test("The next page is told whether there are people, as early.ts reads it", () => {
  using _world = new KeptWorld();
  keepHasPeople(true);
  assertEquals(localStorage.getItem("has-people"), "yes");
  keepHasPeople(false);
  assertEquals(localStorage.getItem("has-people"), "[]");
});
