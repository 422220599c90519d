/** What the person does with the people they know, and those who come from another device. */

import { assert, assertEquals } from "@std/assert";
import {
  ALWAYS_MS,
  forget,
  mergePeople,
  mute,
  rename,
  setSaved,
  tomorrowMorning,
} from "../../../../client/kept/people/contacts.ts";
import { isContact, isKnown, isMuted, KNOWN_MAX, type KnownPeer } from "../../../../client/kept/people/known_peers.ts";
import { createRandomPeerId, NAME_LENGTH_MAX, type PeerId } from "../../../../signaling/protocol.ts";

const [KIM, SAM] = ["k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId, "0000-1111-2222-3333-4444" as PeerId];

function person(peerId: PeerId, fields: Partial<KnownPeer> = {}): KnownPeer {
  const nobody = { names: [], shownName: null, verifiedAtMs: null, savedAtMs: null, publicKey: null };
  return { peerId, ...nobody, ...fields };
}

Deno.test("to save, rename or mute somebody changes them alone, where they are, and makes a stranger known", () => {
  const known = [person(KIM), person(SAM)];
  assertEquals(setSaved(known, SAM, 7), [person(KIM), person(SAM, { savedAtMs: 7 })]);
  assertEquals(rename(known, SAM, ` ${"x".repeat(NAME_LENGTH_MAX + 1)}`)[1]?.ownName, "x".repeat(NAME_LENGTH_MAX));
  assert(isMuted(mute(known, SAM, ALWAYS_MS), SAM, Date.now()));
  assertEquals(setSaved([person(KIM)], SAM, 7), [person(SAM, { savedAtMs: 7 }), person(KIM)]);
  assertEquals(forget(known, KIM), [person(SAM)]);
});

Deno.test("a full list has room for who is saved, and drops the oldest who is no contact", () => {
  const oldest = person(createRandomPeerId());
  const contact = person(createRandomPeerId(), { savedAtMs: 1 });
  const others = Array.from({ length: KNOWN_MAX - 2 }, () => person(createRandomPeerId()));
  const known = setSaved([...others, oldest, contact], KIM, 7);
  assertEquals(known.length, KNOWN_MAX);
  assertEquals([KIM, contact.peerId, oldest.peerId].map((peerId) => isKnown(known, peerId)), [true, true, false]);
});

Deno.test("mergePeople() loses nothing that is known here, and takes what is missing", () => {
  const own = person(KIM, {
    ...{ names: ["kim"], shownName: "Kim", publicKey: "own", ownName: "Mum", lastCallAtMs: 9, mutedUntilMs: 5 },
  });
  const other = person(KIM, {
    ...{ names: ["kimberly"], shownName: "Kimberly", publicKey: "own", ownName: "Ma", lastCallAtMs: 8 },
    ...{ verifiedAtMs: 3, savedAtMs: 4 },
  });
  const nothing = { ownName: null, lastCallAtMs: null, mutedUntilMs: null };
  const sam = person(SAM, { shownName: "Sam", verifiedAtMs: 2, ...nothing });
  assertEquals(mergePeople([own], [other, sam]), [
    { ...own, names: ["kim", "kimberly"], verifiedAtMs: 3, savedAtMs: 4 },
    sam,
  ]);
  assertEquals(mergePeople([person(KIM)], [other])[0], { ...other, mutedUntilMs: null });
  const once = mergePeople([own], [other, sam]);
  assertEquals(mergePeople(once, [other, sam]), once, "A second time changes nothing");
});

Deno.test("mergePeople() verifies nobody by another key than the one that is known here", () => {
  const [own, other] = [person(KIM, { publicKey: "own" }), person(KIM, { publicKey: "other", verifiedAtMs: 3 })];
  const [merged] = mergePeople([own], [other]);
  assertEquals([merged?.publicKey, merged?.verifiedAtMs], ["own", null]);
});

Deno.test("mergePeople() keeps contacts first where there are too many", () => {
  const many = (count: number, fields = {}) =>
    Array.from({ length: count }, () => person(createRandomPeerId(), fields));
  const contacts = many(10, { savedAtMs: 1 });
  const merged = mergePeople(many(KNOWN_MAX), contacts);
  assertEquals(merged.length, KNOWN_MAX);
  assert(contacts.every(({ peerId }) => isContact(merged, peerId)));
});

Deno.test("tomorrowMorning() is the next day at eight, on the last of a month too", () => {
  assertEquals(tomorrowMorning(new Date(2026, 10, 30, 23, 59).getTime()), new Date(2026, 11, 1, 8).getTime());
  assertEquals(tomorrowMorning(new Date(2026, 10, 30, 0, 1).getTime()), new Date(2026, 11, 1, 8).getTime());
});
