/** What counts at once, from its copy, also where the store is slow or cannot be read: who is blocked, and whose key is known. */

import { assert, assertEquals } from "@std/assert";
import { notePeer } from "../../../client/kept/people/acquaintances.ts";
import { block, blockedPeers, createBlockedList, unblock } from "../../../client/kept/people/blocked_peers.ts";
import type { KeptStore } from "../../../client/kept/kept_store.ts";
import { createKnownPeerList, findKey, type KnownPeers } from "../../../client/kept/people/known_peers.ts";
import { createRandomPeerId, type PeerId } from "../../../signaling/protocol.ts";
import type { Refusal } from "../../doubles/fake_indexed_db.ts";
import { KeptWorld } from "../../doubles/kept_world.ts";

const KIM = "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId;
const ANN = "a7mq-2vhd-9xtr-w4pz-0b5n" as PeerId;
const KEY = "A".repeat(43);
const NOBODY = { names: [], shownName: null, verifiedAtMs: null, savedAtMs: null };

class Tab {
  known: KnownPeers = [];
  readonly blockedList;
  readonly knownList;

  constructor(readonly store: KeptStore) {
    blockedPeers.value = [];
    this.blockedList = createBlockedList(store);
    this.knownList = createKnownPeerList((peers) => this.known = peers, store);
    void store.load();
  }

  block(peerId: PeerId): void {
    this.blockedList.change((peers) => block(peers, { peerId, name: null, atMs: 1 }));
  }

  get blockedIds(): readonly PeerId[] {
    return this.blockedList.value.map(({ peerId }) => peerId);
  }
}

for (const refusal of ["silent", "mute", "blocked", "fails", "absent"] satisfies Refusal[]) {
  Deno.test(`Who is blocked stays so, and whose key is known, where storage is ${refusal}`, async () => {
    using world = new KeptWorld();
    const first = new Tab(world.openTab());
    first.block(KIM);
    first.knownList.change((peers) => notePeer(peers, { peerId: ANN, name: "Ann", publicKey: KEY }));
    await world.settle();
    world.database.refusal = refusal;
    const tab = new Tab(world.openTab());
    assertEquals([blockedPeers.value.map(({ peerId }) => peerId), findKey(tab.known, ANN)], [[KIM], KEY], "At once");
    await world.settle();
    world.strike();
    await world.settle();
    tab.block(ANN);
    await world.settle();
    assertEquals([tab.blockedIds, findKey(tab.known, ANN)], [[ANN, KIM], KEY], "And after the wait");
    const next = new Tab(world.openTab());
    assertEquals(next.blockedIds, [ANN, KIM], "A change stays with the next page");
    world.database.refusal = "none";
    world.database.answer();
    await world.settle();
    world.strike();
  });
}

Deno.test("Of many people the copy has the latest, and the store all", async () => {
  using world = new KeptWorld();
  const tab = new Tab(world.openTab());
  const ids = Array.from({ length: 1_000 }, () => createRandomPeerId());
  tab.knownList.change(() => ids.map((peerId) => ({ ...NOBODY, peerId, publicKey: KEY })));
  await world.settle();
  const copy: unknown = JSON.parse(localStorage.getItem("known-peers copy") ?? "");
  assert(Array.isArray(copy));
  assertEquals(copy.map(({ peerId }) => peerId), ids.slice(0, 200));
  const next = new Tab(world.openTab());
  assertEquals(next.known.length, 200, "At once");
  await world.settle();
  assertEquals(next.known.length, 1_000);
});

Deno.test("Tabs whose store does not answer undo nothing of each other's in the copy", async () => {
  using world = new KeptWorld();
  world.database.refusal = "fails";
  const [one, other] = [new Tab(world.openTab()), new Tab(world.openTab())];
  await world.settle();
  one.block(KIM);
  other.block(ANN);
  assertEquals(new Tab(world.openTab()).blockedIds, [ANN, KIM]);
  await world.settle();
});

Deno.test("What the store has counts before the copy, and is copied", async () => {
  using world = new KeptWorld();
  const tab = new Tab(world.openTab());
  tab.block(KIM);
  await world.settle();
  localStorage.setItem("blocked-peers copy", "[]");
  const late = new Tab(world.openTab());
  assertEquals(late.blockedIds, []);
  await world.settle();
  assertEquals(late.blockedIds, [KIM]);
  world.database.refusal = "fails";
  assertEquals(new Tab(world.openTab()).blockedIds, [KIM]);
  await world.settle();
  world.database.refusal = "none";
  const last = new Tab(world.openTab());
  await world.settle();
  last.blockedList.change((peers) => unblock(peers, KIM));
  await world.settle();
  assertEquals(new Tab(world.openTab()).blockedIds, []);
  await world.settle();
});

Deno.test("A record that nobody can read gives way to its copy, and a copy that nobody can read to none", async () => {
  using world = new KeptWorld();
  new Tab(world.openTab()).block(KIM);
  await world.settle();
  world.records.set("blocked-peers", "nonsense");
  const tab = new Tab(world.openTab());
  await world.settle();
  assertEquals([tab.blockedIds, tab.store.trouble.value], [[KIM], "damaged"]);
  for (const copy of ['[{"peerId"', "5", "null"]) {
    localStorage.setItem("blocked-peers copy", copy);
    assertEquals(new Tab(world.openTab()).blockedIds, []);
    await world.settle();
  }
});
