/** Who is listed, in which order and by which name, and who is found. */

import { assertEquals } from "@std/assert";
import type { KnownPeer } from "../../../../client/kept/people/known_peers.ts";
import type { MissedCaller } from "../../../../client/kept/people/missed_calls.ts";
import { findPeople, type Kept, listPeople } from "../../../../client/screens/people/list_people.ts";
import type { PeerId } from "../../../../signaling/protocol.ts";

const [KIM, SAM, LEE, ANN] = ["k7mq-2vhd-9xtr-w4pz-0b5n", "0000-1111-2222-3333-4444", "1eee-0000", "ann0-0000"].map(
  (id) => id as PeerId,
) as [PeerId, PeerId, PeerId, PeerId];

function knows(peerId: PeerId, fields: Partial<KnownPeer> = {}): KnownPeer {
  const nobody = { names: [], shownName: null, verifiedAtMs: null, savedAtMs: null, publicKey: null };
  return { peerId, ...nobody, ...fields };
}

function missed(remotePeerId: PeerId, atMs: number, remoteName: string | null = null): MissedCaller {
  return { remotePeerId, remoteName, atMs, count: 1, callIds: ["a"] };
}

function list(kept: Partial<Kept>): string[] {
  return listPeople({ known: [], missed: [], blocked: [], ...kept }).map(({ peerId, group, name, claimedName }) =>
    [group, name ?? peerId, ...claimedName === null ? [] : [`“${claimedName}”`]].join(" ")
  );
}

Deno.test("whose calls were missed come first, then strangers, then all others by their latest call", () => {
  const known = [
    knows(LEE, { shownName: "Lee", lastCallAtMs: 5 }),
    knows(KIM, { shownName: "Kim", lastCallAtMs: 1 }),
    knows(SAM, { shownName: "Sam", savedAtMs: 8 }),
    knows(ANN, { shownName: "Ann", lastCallAtMs: 7 }),
  ];
  const stranger = "zzzz-0000" as PeerId;
  assertEquals(list({ known, missed: [missed(stranger, 9, "Your bank"), missed(KIM, 9, "Kim")] }), [
    "missed Kim",
    "strangers zzzz-0000 “Your bank”",
    "others Sam",
    "others Ann",
    "others Lee",
  ]);
});

Deno.test("a call that was missed before the latest one is missed no more, and nobody blocked is listed", () => {
  const known = [knows(KIM, { shownName: "Kim", lastCallAtMs: 5 }), knows(SAM), knows(LEE)];
  const blocked = [{ peerId: SAM, name: null, atMs: 1 }];
  assertEquals(list({ known, missed: [missed(KIM, 4), missed(SAM, 9)], blocked }), ["others Kim", `others ${LEE}`]);
  assertEquals(list({ known, missed: [missed(KIM, 6)], blocked }), ["missed Kim", `others ${LEE}`]);
});

Deno.test("a name is the person's own, or one that they had in a call; any other is only claimed", () => {
  const known = [knows(KIM, { names: ["kim"], shownName: "Kim", ownName: "Mum" })];
  assertEquals(list({ known, missed: [missed(KIM, 1, "Your bank")] }), ["missed Mum"]);
  const old = [knows(KIM, { names: ["kim"] })];
  assertEquals(list({ known: old, missed: [missed(KIM, 1, "Kim")] }), ["missed Kim"]);
  assertEquals(list({ known: old, missed: [missed(KIM, 1, "Sam")] }), [`missed ${KIM} “Sam”`]);
  assertEquals(list({ missed: [missed(KIM, 1, "Kim")] }), [`strangers ${KIM} “Kim”`]);
});

Deno.test("people are found by any of their names and by their IDs, however these are written", () => {
  const known = [
    knows(KIM, { names: ["kim", "kimberly"], shownName: "Kim", ownName: "Mum" }),
    knows(SAM, { names: ["josé"], shownName: "José Ó Lee" }),
  ];
  const people = listPeople({ known, missed: [], blocked: [] });
  const find = (query: string) => findPeople(people, query).map(({ peerId }) => peerId);
  for (const query of ["mum", "KIMBER", "k7mq-2vhd", "K7MQ2", "w4pz 0b5n"]) assertEquals(find(query), [KIM], query);
  for (const query of ["jose", "o lee", "ÓLEE", "2222"]) assertEquals(find(query), [SAM], query);
  assertEquals([find(" "), find("nobody")], [[KIM, SAM], []]);
});
