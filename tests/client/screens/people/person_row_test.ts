/** What is drawn of somebody in the list. */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { KnownPeer } from "../../../../client/kept/people/known_peers.ts";
import { onlinePeers } from "../../../../client/model/presence.ts";
import { listPeople } from "../../../../client/screens/people/list_people.ts";
import { PersonRow } from "../../../../client/screens/people/person_row.tsx";
import type { PeerId } from "../../../../signaling/protocol.ts";

const KIM = "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId;

function draw(fields: Partial<KnownPeer>): string {
  const nobody = { peerId: KIM, names: [], shownName: "Kim", verifiedAtMs: null, savedAtMs: null, publicKey: null };
  const [person] = listPeople({ known: [{ ...nobody, ...fields }], missed: [], blocked: [] });
  assert(person !== undefined);
  return renderToString(h(PersonRow, { person, call: () => {}, open: () => {} }));
}

Deno.test("who is online has a dot, and the word for whoever does not see it", () => {
  assertEquals(draw({}).includes("Online"), false);
  onlinePeers.value = new Set(["0000-1111-2222-3333-4444" as PeerId]);
  assertEquals(draw({}).includes("Online"), false, "Somebody else is");
  onlinePeers.value = new Set([KIM]);
  try {
    assertMatch(draw({}), /<i class="online"><span class="unseen">Online<\/span><\/i>/);
  } finally {
    onlinePeers.value = new Set();
  }
});

Deno.test("who is verified, saved or muted is said to be so", () => {
  const plain = draw({});
  for (const word of ["Verified", "Contact", "Muted"]) assertEquals(plain.includes(word), false, word);
  assertMatch(draw({ verifiedAtMs: 1 }), /Verified/);
  assertMatch(draw({ savedAtMs: 1 }), /Contact/);
  assertMatch(draw({ mutedUntilMs: Number.MAX_SAFE_INTEGER }), /Muted/);
  assertEquals(draw({ mutedUntilMs: 1 }).includes("Muted"), false, "Not any more");
});
