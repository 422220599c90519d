/** Whose name is whose, and what takes a warning away. */

import { assert, assertEquals } from "@std/assert";
import {
  confirmName,
  findVerifiedAtMs,
  isOthersName,
  KNOWN_MAX,
  type KnownPeers,
  notePeer,
  setVerified,
} from "../client/known_peers.ts";
import { createRandomPeerId, type PeerId } from "../signaling/protocol.ts";

const [KIM, OTHER] = ["k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId, "0000-1111-2222-3333-4444" as PeerId];

Deno.test("a known name from another ID is somebody else's, also when it only looks the same", () => {
  const known = notePeer([], KIM, "Kim Ó Lee");
  for (const name of ["Kim Ó Lee", "kim o lee", "KIM  O LEE", "Ｋｉｍ Ó Lee", "Kim-O-Lee", "Kim Ó Lee."]) {
    assert(isOthersName(known, OTHER, name), name);
    assert(!isOthersName(known, KIM, name), name);
  }
  assert(!isOthersName(known, OTHER, "Kimberly"));
  assert(!isOthersName(known, OTHER, null));
  assert(!isOthersName([], OTHER, "Kim"));
});

Deno.test("notePeer() never gives away a name that somebody has; the person's word does", () => {
  const known = notePeer(notePeer([], KIM, "Kim"), OTHER, "Kim");
  assert(isOthersName(known, OTHER, "Kim"), "A call alone must not take the warning away");
  const confirmed = confirmName(known, OTHER, "Kim");
  assert(!isOthersName(confirmed, OTHER, "Kim"));
  assert(!isOthersName(confirmed, KIM, "Kim"), "Two devices of one person may share a name");
});

Deno.test("people may change their name, and keep their last four", () => {
  const known = ["a", "b", "c", "d", "e"].reduce<KnownPeers>((before, name) => notePeer(before, KIM, name), []);
  assertEquals(known, [{ peerId: KIM, names: ["e", "d", "c", "b"], verifiedAtMs: null }]);
  assertEquals(notePeer(known, KIM, null), known);
});

Deno.test("setVerified() is for one ID, and can be taken back", () => {
  const known = setVerified(notePeer([], KIM, "Kim"), KIM, 7);
  assertEquals([findVerifiedAtMs(known, KIM), findVerifiedAtMs(known, OTHER)], [7, null]);
  assertEquals(findVerifiedAtMs(notePeer(known, KIM, "Kim"), KIM), 7);
  assertEquals(findVerifiedAtMs(setVerified(known, KIM, null), KIM), null);
});

Deno.test("the list is bounded, and whoever was verified is dropped last", () => {
  let known = setVerified([], KIM, 1);
  for (let index = 0; index < KNOWN_MAX * 2; index++) known = notePeer(known, createRandomPeerId(), `name ${index}`);
  assertEquals(known.length, KNOWN_MAX);
  assertEquals(findVerifiedAtMs(known, KIM), 1);
  for (let index = 0; index < KNOWN_MAX * 2; index++) known = setVerified(known, createRandomPeerId(), 2);
  assertEquals([known.length, findVerifiedAtMs(known, KIM)], [KNOWN_MAX, null]);
});
