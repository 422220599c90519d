/** Whom the person has called may call back, for a day. */

import { assertEquals } from "@std/assert";
import {
  createDialledList,
  DIALLED_MAX,
  DIALLED_MS,
  isDialled,
  noteDialled,
} from "../../../../client/features/who_rings/dialled.ts";
import type { PeerId } from "../../../../signaling/protocol.ts";
import { KeptWorld } from "../../../doubles/kept_world.ts";

const nameId = (index: number) => `0000-0000-0000-0000-${String(index).padStart(4, "0")}` as PeerId;

Deno.test("whom one tab has called may call back in another, for a day; a few of them", async () => {
  using world = new KeptWorld();
  const stores = [world.openTab(), world.openTab()];
  const [one, other] = stores.map((store) => createDialledList(store));
  if (one === undefined || other === undefined) throw new Error("There are two tabs");
  for (const store of stores) await store.load();
  for (let index = 0; index < 40; index++) {
    one.change((before) => noteDialled(before, { peerId: nameId(index), atMs: index }));
  }
  one.change((before) => noteDialled(before, { peerId: nameId(10), atMs: 100 }));
  await world.settle();
  assertEquals(other.value.length, DIALLED_MAX);
  const may = (index: number, nowMs: number) => isDialled(other.value, nameId(index), nowMs);
  assertEquals([may(39, 100), may(10, 100), may(0, 100), may(50, 100)], [true, true, false, false]);
  assertEquals([may(39, DIALLED_MS + 50), may(10, DIALLED_MS + 50)], [false, true]);
});
