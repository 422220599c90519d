/** What somebody is called who has not answered: nobody gets a name by a link that is somebody else's. */

import { assertEquals } from "@std/assert";
import { foldName, type KnownPeer } from "../../../client/kept/people/known_peers.ts";
import { findCalledName } from "../../../client/model/called_name.ts";
import { links, readLink } from "../../../client/model/links.ts";
import { knownPeers, nameLook } from "../../../client/model/state.ts";
import type { PeerId } from "../../../signaling/protocol.ts";

const [KIM, OTHER] = ["k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId, "47z3-3qx1-ajh6-2rkb-z1a0" as PeerId];

function know(...peers: readonly Partial<KnownPeer>[]): void {
  const nobody = { peerId: KIM, names: [], shownName: null, verifiedAtMs: null, savedAtMs: null, publicKey: "key" };
  knownPeers.value = peers.map((peer) => ({ ...nobody, ...peer }));
}

function open(...texts: readonly string[]): void {
  links.value = [];
  for (const text of texts) readLink(text);
}

Deno.test("findCalledName() takes what the link says, made fit to be shown, for nobody who is known", () => {
  know();
  open();
  assertEquals(findCalledName(KIM), null);
  open(`https://call.example/#${KIM}/Kim_Lee`);
  assertEquals(findCalledName(KIM), { name: "Kim Lee", isProved: false });
  assertEquals(findCalledName(OTHER), null);
  open(`#${KIM}/${encodeURIComponent("\u202eKim \u2705\u{1F6E1}\ufe0f")}`);
  assertEquals(findCalledName(KIM), { name: "Kim", isProved: false });
  open(`#${KIM}/%E2%80%8B`);
  assertEquals(findCalledName(KIM), null);
  open(`#${KIM}/Kim`, KIM, `#${KIM}`, `#${OTHER}/Sam`);
  assertEquals([KIM, OTHER].map((peerId) => findCalledName(peerId)?.name), ["Kim", "Sam"], "A link without a name");
  open(`#${KIM}/Kim`, `Call me: https://call.example/#${KIM}/Kimberly.`);
  assertEquals(findCalledName(KIM)?.name, "Kimberly", "The latest counts");
});

Deno.test("findCalledName() has those who are known go by their own name, and nobody by that of another", () => {
  open(`#${KIM}/Sam`);
  know({ names: ["kim"], shownName: "Kim" });
  assertEquals(findCalledName(KIM), { name: "Kim", isProved: true });
  know({ peerId: OTHER, names: ["sam"], shownName: "Sam" });
  assertEquals(findCalledName(KIM), null, "Another's");
  nameLook.value = (name) => foldName(name).replaceAll("5", "s");
  open(`#${KIM}/5am`);
  assertEquals(findCalledName(KIM), null, "One that looks like another's");
  nameLook.value = foldName;
  open(`#${KIM}/Kim`);
  know({ names: ["kim"] });
  assertEquals(findCalledName(KIM), { name: "Kim", isProved: true }, "Known before names were kept as they are shown");
  know({ names: ["lee"] });
  assertEquals(findCalledName(KIM), { name: "Kim", isProved: false });
  know();
});

Deno.test("readLink() keeps no more links than the latest few, and of no text without an ID", () => {
  open("nothing", KIM);
  assertEquals(links.value, []);
  open(...Array.from({ length: 20 }, (_, index) => `#${KIM}/${index}`));
  assertEquals([links.value.length, findCalledName(KIM)?.name], [8, "19"]);
});
