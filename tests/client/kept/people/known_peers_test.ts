/** Whose name is whose, and what takes a warning away. */

import { assert, assertEquals } from "@std/assert";
import {
  Acquaintances,
  confirmName,
  isOthersName,
  notePeer,
  type ProvedPeer,
  setVerified,
} from "../../../../client/kept/people/acquaintances.ts";
import {
  createKnownPeerList,
  findKey,
  findPeer,
  findVerifiedAtMs,
  hasHadName,
  isContact,
  isKnown,
  isMuted,
  KNOWN_MAX,
  type KnownPeers,
  nameOf,
} from "../../../../client/kept/people/known_peers.ts";
import { mute, rename, setSaved } from "../../../../client/kept/people/contacts.ts";
import { KeptWorld } from "../../../doubles/kept_world.ts";
import { type CallId, createRandomPeerId, type PeerId } from "../../../../signaling/protocol.ts";

const [KIM, OTHER] = ["k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId, "0000-1111-2222-3333-4444" as PeerId];

function peer(peerId: PeerId, name: string | null = null, publicKey: string | null = "key"): ProvedPeer {
  return { peerId, name, publicKey };
}

Deno.test("a known name from another ID is somebody else's, also when it only looks the same", () => {
  const known = notePeer([], peer(KIM, "Kim Ó Lee"));
  for (const name of ["Kim Ó Lee", "kim o lee", "KIM  O LEE", "Ｋｉｍ Ó Lee", "Kim-O-Lee", "Kim Ó Lee."]) {
    assert(isOthersName(known, OTHER, name), name);
    assert(!isOthersName(known, KIM, name), name);
  }
  assert(!isOthersName(known, OTHER, "Kimberly"));
  assert(!isOthersName(known, OTHER, null));
  assert(!isOthersName([], OTHER, "Kim"));
});

Deno.test("notePeer() never gives away a name that somebody has; the person's word does", () => {
  const known = notePeer(notePeer([], peer(KIM, "Kim")), peer(OTHER, "Kim"));
  assert(isOthersName(known, OTHER, "Kim"), "A call alone must not take the warning away");
  const confirmed = confirmName(known, peer(OTHER, "Kim"));
  assert(!isOthersName(confirmed, OTHER, "Kim"));
  assert(!isOthersName(confirmed, KIM, "Kim"), "Two devices of one person may share a name");
});

Deno.test("people may change their name, and keep their last four", () => {
  const known = ["a", "b", "c", "d", "e"].reduce<KnownPeers>((before, name) => notePeer(before, peer(KIM, name)), []);
  assertEquals(known, [
    { peerId: KIM, names: ["e", "d", "c", "b"], shownName: "e", verifiedAtMs: null, savedAtMs: null, publicKey: "key" },
  ]);
  assertEquals(notePeer(known, peer(KIM, null)), known);
});

Deno.test("the latest name is kept as it was shown, and none that is somebody else's", () => {
  const shownAs = (known: KnownPeers, peerId: PeerId) => findPeer(known, peerId)?.shownName;
  const kim = notePeer(notePeer([], peer(KIM, "Kim Ó Lee")), peer(KIM, "KIM"));
  assertEquals(shownAs(kim, KIM), "KIM");
  assertEquals(shownAs(notePeer(kim, peer(KIM, null)), KIM), "KIM");
  assertEquals(shownAs(setVerified(kim, peer(KIM, "Eve"), 7), KIM), "KIM");
  const both = notePeer(kim, peer(OTHER, "kim"));
  assertEquals(shownAs(both, OTHER), null);
  assertEquals(shownAs(confirmName(both, peer(OTHER, "kim")), OTHER), "kim");
  assertEquals(["Kim Ó Lee", "kim", "Ann"].map((name) => hasHadName(both, KIM, name)), [true, true, false]);
  assert(!hasHadName(both, OTHER, "kim"));
});

Deno.test("what the person calls somebody is theirs alone, and comes before what they call themselves", () => {
  const known = rename(notePeer([], peer(KIM, "Kim")), KIM, "Mum");
  assertEquals(nameOf(findPeer(known, KIM)), "Mum");
  assertEquals([isOthersName(known, OTHER, "mum"), isOthersName(known, KIM, "Mum")], [true, false]);
  assertEquals(nameOf(findPeer(notePeer(known, peer(KIM, "Kimberly")), KIM)), "Mum");
  assertEquals(nameOf(findPeer(rename(known, KIM, " "), KIM)), "Kim");
  assertEquals(nameOf(findPeer(known, OTHER)), null);
});

Deno.test("isMuted() holds until the time is over, and for nobody else", () => {
  const known = mute(notePeer([], peer(KIM, "Kim")), KIM, 10);
  assertEquals([9, 10].map((nowMs) => isMuted(known, KIM, nowMs)), [true, false]);
  assertEquals([isMuted(known, OTHER, 9), isMuted(mute(known, KIM, null), KIM, 9)], [false, false]);
});

Deno.test("setVerified() is for one ID, and can be taken back", () => {
  const known = setVerified(notePeer([], peer(KIM, "Kim")), peer(KIM), 7);
  assertEquals([findVerifiedAtMs(known, KIM), findVerifiedAtMs(known, OTHER)], [7, null]);
  assertEquals(findVerifiedAtMs(notePeer(known, peer(KIM, "Kim")), KIM), 7);
  assertEquals(findVerifiedAtMs(setVerified(known, peer(KIM), null), KIM), null);
});

Deno.test("isContact() holds for who was saved or verified, and no longer once that is taken back", () => {
  const known = notePeer([], peer(KIM, "Kim"));
  assertEquals([isContact([], KIM), isContact(known, KIM)], [false, false]);
  const [saved, verified] = [setSaved(known, KIM, 7), setVerified(known, peer(KIM), 8)];
  assertEquals([saved, verified].map((peers) => [isContact(peers, KIM), isContact(peers, OTHER)]), [
    [true, false],
    [true, false],
  ]);
  assert(isContact(setVerified(setSaved(verified, KIM, 7), peer(KIM), null), KIM), "Still saved");
  assert(isContact(setSaved(setSaved(verified, KIM, 7), KIM, null), KIM), "Still verified");
  assertEquals(setSaved(saved, KIM, null), known);
});

Deno.test("a saved contact stays one with later calls, and one that was saved before a call gets a key and a name", () => {
  const saved = setSaved([], KIM, 7);
  assertEquals(saved, [
    { peerId: KIM, names: [], shownName: null, verifiedAtMs: null, savedAtMs: 7, publicKey: null },
  ]);
  assertEquals(notePeer(saved, peer(KIM, "Kim")), [
    { peerId: KIM, names: ["kim"], shownName: "Kim", verifiedAtMs: null, savedAtMs: 7, publicKey: "key" },
  ]);
});

Deno.test("the list is bounded, and contacts are dropped last", () => {
  let known = setSaved(setVerified([], peer(KIM), 1), OTHER, 1);
  for (let index = 0; index < KNOWN_MAX * 2; index++) {
    known = notePeer(known, peer(createRandomPeerId(), `name ${index}`));
  }
  assertEquals(known.length, KNOWN_MAX);
  assertEquals([findVerifiedAtMs(known, KIM), isContact(known, OTHER)], [1, true]);
  for (let index = 0; index < KNOWN_MAX * 2; index++) known = setVerified(known, peer(createRandomPeerId()), 2);
  assertEquals([known.length, findVerifiedAtMs(known, KIM)], [KNOWN_MAX, null]);
});

Deno.test("a key is kept with the ID, and never gives way to another", () => {
  const known = notePeer([], peer(KIM, "Kim", "first"));
  assertEquals([findKey(known, KIM), findKey(known, OTHER)], ["first", null]);
  for (const change of [notePeer, confirmName]) {
    assertEquals(findKey(change(known, peer(KIM, "Kim", "second")), KIM), "first");
  }
  assertEquals(findKey(setVerified(known, peer(KIM, null, "second"), 7), KIM), "first");
});

Deno.test("who was known before keys were kept gets a key with the next call, with or without a name", () => {
  const old = { peerId: KIM, names: ["kim"], shownName: null, verifiedAtMs: 7, savedAtMs: null, publicKey: null };
  const stranger = {
    peerId: OTHER,
    names: ["ann"],
    shownName: null,
    verifiedAtMs: null,
    savedAtMs: null,
    publicKey: null,
  };
  for (const name of ["Kim", "Kimberly", null, "Ann"]) {
    const known = notePeer([old, stranger], peer(KIM, name, "key"));
    assertEquals([findKey(known, KIM), findVerifiedAtMs(known, KIM)], ["key", 7], `${name}`);
    assertEquals(findKey(known, OTHER), null);
  }
  assertEquals(findKey(notePeer([], peer(KIM, null, "key")), KIM), "key");
});

Deno.test("the list of known people reads what was kept before there were keys, contacts or names as shown, and none that is none", async () => {
  using world = new KeptWorld();
  const entries = [
    { peerId: KIM, names: ["kim"], verifiedAtMs: 7, savedAtMs: 9, ownName: "Kimmy", mutedUntilMs: 8 },
    {
      ...{ peerId: OTHER, names: ["ann"], shownName: 5, verifiedAtMs: null, savedAtMs: "5", publicKey: 5 },
      ...{ ownName: {}, lastCallAtMs: -1, mutedUntilMs: "8" },
    },
    { peerId: "nobody", names: [], verifiedAtMs: null, publicKey: "key" },
  ];
  localStorage.setItem("known-peers", JSON.stringify(entries));
  let shown: KnownPeers = [];
  const store = world.openTab();
  const acquaintances = new Acquaintances(createKnownPeerList((peers) => shown = peers, store));
  const call = { callId: "call" as CallId, phase: "connected", remotePeerId: KIM, remoteName: "Kim" } as const;
  acquaintances.noteCall({ ...call, remotePublicKey: "key" }, 5);
  await store.load();
  await world.settle();
  const expected = [
    {
      ...{ peerId: KIM, names: ["kim"], shownName: "Kim", verifiedAtMs: 7, savedAtMs: 9, publicKey: "key" },
      ...{ ownName: "Kimmy", lastCallAtMs: 5, mutedUntilMs: 8 },
    },
    {
      ...{ peerId: OTHER, names: ["ann"], shownName: null, verifiedAtMs: null, savedAtMs: null, publicKey: null },
      ...{ ownName: null, lastCallAtMs: null, mutedUntilMs: null },
    },
  ];
  assertEquals([shown, world.records.get("known-peers")], [expected, expected]);
  assertEquals(localStorage.getItem("known-peers"), null);
});

Deno.test("whoever this browser has talked with is known, with a name or without, or with somebody else's", () => {
  assert(isKnown(notePeer([], peer(KIM, null)), KIM));
  assert(isKnown(notePeer(notePeer([], peer(KIM, "Kim")), peer(OTHER, "Kim")), OTHER));
  assert(!isKnown(notePeer([], peer(KIM, "Kim")), OTHER));
});

Deno.test("Acquaintances notes whom a call was with once it is connected, once, and what the person says of them", () => {
  let known: KnownPeers = [];
  const acquaintances = new Acquaintances({ change: (change) => known = change(known) });
  const call = {
    ...{ callId: "call" as CallId, phase: "connecting", remotePeerId: KIM, remoteName: "Kim", remotePublicKey: "key" },
  };
  acquaintances.noteCall(null, 5);
  acquaintances.noteCall(call, 5);
  assertEquals(known, []);
  acquaintances.noteCall({ ...call, phase: "connected" }, 5);
  acquaintances.noteCall({ ...call, phase: "connected", remoteName: "Eve" }, 6);
  const kim = {
    ...{ peerId: KIM, names: ["kim"], shownName: "Kim", verifiedAtMs: null, savedAtMs: null, publicKey: "key" },
    lastCallAtMs: 5,
  };
  assertEquals(known, [kim]);

  acquaintances.judgeWords({ ...call, remoteName: "Kimberly" }, { isSame: true }, 7);
  assertEquals(known, [{ ...kim, names: ["kimberly", "kim"], shownName: "Kimberly", verifiedAtMs: 7 }]);
  acquaintances.judgeWords(call, { isSame: false }, 8);
  assertEquals(findVerifiedAtMs(known, KIM), null);
  const other = { ...call, remotePeerId: OTHER };
  assert(isOthersName(known, OTHER, "Kim"));
  acquaintances.confirmName(other);
  assert(!isOthersName(known, OTHER, "Kim"));
});
