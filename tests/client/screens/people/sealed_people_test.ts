/** People in a file: there again with the passphrase, and without it nobody. */

import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { cleanName } from "../../../../client/identity/name.ts";
import type { KnownPeer } from "../../../../client/kept/people/known_peers.ts";
import { ITERATIONS, openPeople, sealPeople } from "../../../../client/screens/people/sealed_people.ts";
import { createRandomPeerId, derivePeerId, encodeBase64Url } from "../../../../signaling/protocol.ts";

const PASSPHRASE = "correct horse battery";
/** Enough to try what is not about them. */
const FEW = 10;

async function person(fields: Partial<KnownPeer> = {}): Promise<KnownPeer> {
  const key = crypto.getRandomValues(new Uint8Array(32));
  return {
    ...{ peerId: await derivePeerId(key), publicKey: encodeBase64Url(key), names: ["kim"], shownName: "Kim" },
    ...{ verifiedAtMs: 7, savedAtMs: 8, ownName: "Mum", lastCallAtMs: 9, mutedUntilMs: null, ...fields },
  };
}

Deno.test("people come back as they were, 2,000 of them too, and the file says nothing of them", async () => {
  const people = await Promise.all(Array.from({ length: 2_000 }, () => person()));
  const sealed = await sealPeople(people, PASSPHRASE, FEW);
  assertEquals(await openPeople(sealed, PASSPHRASE, cleanName), people);
  for (const said of ["peerId", "ownName", people[0]?.peerId ?? "", people[0]?.publicKey ?? ""]) {
    assert(!sealed.includes(said), said);
  }
  assertNotEquals(await sealPeople([], PASSPHRASE, FEW), await sealPeople([], PASSPHRASE, FEW), "Another salt each");
});

Deno.test("a file is made to cost whoever tries passphrases, and its text does not depend on how they are typed", async () => {
  const sealed = await sealPeople([], "Frühling");
  assertEquals(JSON.parse(sealed).iterations, ITERATIONS);
  assertEquals(ITERATIONS, 600_000);
  assertEquals(await openPeople(sealed, "Fru\u0308hling", cleanName), []);
});

Deno.test("another passphrase, or a file that was changed, gives nobody", async () => {
  const sealed = await sealPeople([await person()], PASSPHRASE, FEW);
  assertEquals(await openPeople(sealed, `${PASSPHRASE}!`, cleanName), "wrong");
  const { data, ...envelope } = JSON.parse(sealed);
  const changed = JSON.stringify({ ...envelope, data: (data[0] === "A" ? "B" : "A") + data.slice(1) });
  assertEquals(await openPeople(changed, PASSPHRASE, cleanName), "wrong");
});

Deno.test("a file that is none of ours, or would keep the page busy, is not tried", async () => {
  const envelope = JSON.parse(await sealPeople([], PASSPHRASE, FEW));
  const foreign = [
    ...["", "no JSON", "null", "[]", "{}"],
    ...[{ type: "contacts" }, { version: 2 }, { iterations: 1e12 }, { iterations: 0 }, { salt: "!" }, { data: null }]
      .map((fields) => JSON.stringify({ ...envelope, ...fields })),
  ];
  for (const text of foreign) assertEquals(await openPeople(text, PASSPHRASE, cleanName), "foreign", text);
});

Deno.test("what a file says is cleaned and checked: names, and keys that are not their IDs'", async () => {
  const [kim, other] = [await person({ shownName: "Kim\u202e ✓", ownName: "\u202e" }), await person()];
  const people = [kim, { ...other, peerId: createRandomPeerId() }, { peerId: "nobody" }, 5] as KnownPeer[];
  const opened = await openPeople(await sealPeople(people, PASSPHRASE, FEW), PASSPHRASE, cleanName);
  assert(Array.isArray(opened));
  assertEquals(opened.map(({ shownName, ownName, publicKey }) => [shownName, ownName, publicKey]), [
    ["Kim", null, kim.publicKey],
    ["Kim", "Mum", null],
  ]);
});
