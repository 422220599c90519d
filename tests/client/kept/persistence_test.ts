/** When the browser is asked not to clear what is kept. */

import { assertEquals } from "@std/assert";
import { Persistence } from "../../../client/kept/persistence.ts";
import { KeptWorld } from "../../doubles/kept_world.ts";

class FakeStorage {
  asked = 0;
  isPersisted = false;

  persist(): Promise<boolean> {
    this.asked++;
    return Promise.resolve(false);
  }

  persisted(): Promise<boolean> {
    return Promise.resolve(this.isPersisted);
  }
}

async function openTab(world: KeptWorld, storage?: FakeStorage): Promise<Persistence> {
  const store = world.openTab();
  const persistence = new Persistence(storage, store);
  await store.load();
  await world.settle();
  return persistence;
}

const MET = { phase: "ended", connectedAtMs: 1 } as const;

Deno.test("Persistence asks after the first call in which people met, and never again in this browser", async () => {
  using world = new KeptWorld();
  const storage = new FakeStorage();
  const tab = await openTab(world, storage);
  for (const call of [null, { ...MET, phase: "connected" }, { ...MET, connectedAtMs: null }]) await tab.follow(call);
  assertEquals(storage.asked, 0);
  await Promise.all([tab.follow(MET), tab.follow(MET)]);
  await world.settle();
  await tab.follow(MET);
  await (await openTab(world, storage)).follow(MET);
  assertEquals(storage.asked, 1);
});

Deno.test("Persistence asks nobody who has granted it, or cannot", async () => {
  using world = new KeptWorld();
  const storage = new FakeStorage();
  storage.isPersisted = true;
  await (await openTab(world, storage)).follow(MET);
  await (await openTab(world)).follow(MET);
  assertEquals([storage.asked, world.records.size], [0, 0]);
});
