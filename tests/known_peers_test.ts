/** Whose name is whose, and what takes a warning away. */

import { assert, assertEquals } from "@std/assert";
import {
  confirmName,
  findKey,
  findVerifiedAtMs,
  isKnown,
  isOthersName,
  KNOWN_MAX,
  KnownPeerList,
  type KnownPeers,
  notePeer,
  type ProvedPeer,
  setVerified,
} from "../client/known_peers.ts";
import { type CallId, createRandomPeerId, type PeerId } from "../signaling/protocol.ts";

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
  assertEquals(known, [{ peerId: KIM, names: ["e", "d", "c", "b"], verifiedAtMs: null, publicKey: "key" }]);
  assertEquals(notePeer(known, peer(KIM, null)), known);
});

Deno.test("setVerified() is for one ID, and can be taken back", () => {
  const known = setVerified(notePeer([], peer(KIM, "Kim")), peer(KIM), 7);
  assertEquals([findVerifiedAtMs(known, KIM), findVerifiedAtMs(known, OTHER)], [7, null]);
  assertEquals(findVerifiedAtMs(notePeer(known, peer(KIM, "Kim")), KIM), 7);
  assertEquals(findVerifiedAtMs(setVerified(known, peer(KIM), null), KIM), null);
});

Deno.test("the list is bounded, and whoever was verified is dropped last", () => {
  let known = setVerified([], peer(KIM), 1);
  for (let index = 0; index < KNOWN_MAX * 2; index++) {
    known = notePeer(known, peer(createRandomPeerId(), `name ${index}`));
  }
  assertEquals(known.length, KNOWN_MAX);
  assertEquals(findVerifiedAtMs(known, KIM), 1);
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
  const old = { peerId: KIM, names: ["kim"], verifiedAtMs: 7, publicKey: null };
  const stranger = { peerId: OTHER, names: ["ann"], verifiedAtMs: null, publicKey: null };
  for (const name of ["Kim", "Kimberly", null, "Ann"]) {
    const known = notePeer([old, stranger], peer(KIM, name, "key"));
    assertEquals([findKey(known, KIM), findVerifiedAtMs(known, KIM)], ["key", 7], `${name}`);
    assertEquals(findKey(known, OTHER), null);
  }
  assertEquals(findKey(notePeer([], peer(KIM, null, "key")), KIM), "key");
});

Deno.test("KnownPeerList reads what was kept before there were keys, and no key that is none", () => {
  const entries = [
    { peerId: KIM, names: ["kim"], verifiedAtMs: 7 },
    { peerId: OTHER, names: ["ann"], verifiedAtMs: null, publicKey: 5 },
    { peerId: "nobody", names: [], verifiedAtMs: null, publicKey: "key" },
  ];
  localStorage.setItem("known-peers", JSON.stringify(entries));
  try {
    let shown: KnownPeers = [];
    const list = new KnownPeerList((peers) => shown = peers);
    const call = { callId: "call" as CallId, phase: "connected", remotePeerId: KIM, remoteName: "Kim" } as const;
    list.noteCall({ ...call, remotePublicKey: "key" });
    assertEquals(shown, [
      { peerId: KIM, names: ["kim"], verifiedAtMs: 7, publicKey: "key" },
      { peerId: OTHER, names: ["ann"], verifiedAtMs: null, publicKey: null },
    ]);
  } finally {
    localStorage.removeItem("known-peers");
  }
});

Deno.test("whoever this browser has talked with is known, with a name or without, or with somebody else's", () => {
  assert(isKnown(notePeer([], peer(KIM, null)), KIM));
  assert(isKnown(notePeer(notePeer([], peer(KIM, "Kim")), peer(OTHER, "Kim")), OTHER));
  assert(!isKnown(notePeer([], peer(KIM, "Kim")), OTHER));
});
