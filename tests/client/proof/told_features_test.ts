/** What an end tells of its features in a description, and that nobody on the way can change it. */

import { assert, assertEquals } from "@std/assert";
import { encodeCallClaim, hashDescription, verifyProof } from "../../../client/proof/call_proof.ts";
import { checkDescription } from "../../../client/proof/description_check.ts";
import { readFeatures, tellFeatures } from "../../../client/proof/told_features.ts";
import { type CallId, FEATURES_MAX } from "../../../signaling/protocol.ts";
import { createFingerprint, createSdp } from "../../doubles/description.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const OFFER = { type: "offer", sdp: createSdp() } as const;
const NAMES = ["comparison", "media-state", "x9"];

function readRecorded(name: string): string {
  const url = new URL(`../../doubles/descriptions/${name}.sdp`, import.meta.url);
  return Deno.readTextFileSync(url).replace(/\r?\n/g, "\r\n");
}

Deno.test("Features stand in a description as they were told, and leave it what it was", () => {
  for (const name of ["chromium_offer", "chromium_answer", "firefox_offer", "firefox_answer"]) {
    const sdp = readRecorded(name);
    const told = tellFeatures({ type: "offer", sdp }, NAMES);
    assertEquals(readFeatures(told.sdp), NAMES);
    assertEquals(checkDescription(told.sdp), checkDescription(sdp));
    assertEquals(told.sdp.replace(/^a=video-calling-features:.*\r\n/m, ""), sdp);
    assert(told.sdp.indexOf("a=video-calling-features:") < told.sdp.indexOf("m="), "It is the session's");
  }
});

Deno.test("A description of a page that is older than features tells none", () => {
  assertEquals(readFeatures(OFFER.sdp), null);
  assertEquals(tellFeatures(OFFER, []), OFFER);
  const ofSection = OFFER.sdp.replace(/^(m=.*\r\n)/m, "$1a=video-calling-features:comparison\r\n");
  assert(ofSection !== OFFER.sdp);
  assertEquals(readFeatures(ofSection), null, "Only the session's own counts");
});

Deno.test("Of features that nobody could have, and of too many, none is read", () => {
  const read = (text: string) => readFeatures(OFFER.sdp.replace(/^(?=m=)/m, `a=video-calling-features:${text}\r\n`));
  assertEquals(read("comparison  Chat __proto__ -x chat\tx files"), ["comparison", "files"]);
  assertEquals(read("x".repeat(33)), []);
  assertEquals(read(""), []);
  const many = Array.from({ length: FEATURES_MAX + 1 }, (_, index) => `f${index}`);
  assertEquals(read(many.join(" ")), many.slice(0, -1));
  assertEquals(readFeatures(tellFeatures(OFFER, many).sdp), many.slice(0, -1));
});

Deno.test("A relay that takes a feature out, or puts one in, breaks the proof; pages that know other features check it", async () => {
  const [caller, callee] = [await createTestIdentity(), await createTestIdentity()];
  const claim = async (sdp: string) =>
    encodeCallClaim({
      ...{ callId: "call" as CallId, callerId: caller.peerId, calleeId: callee.peerId, answerHash: null },
      ...{ told: { audio: true, video: true }, offerHash: await hashDescription({ sdp }) },
    });
  const { sdp } = tellFeatures({ type: "offer", sdp: createSdp(createFingerprint(1)) }, ["comparison", "tomorrow"]);
  const proof = await caller.sign(await claim(sdp));
  const isProven = async (received: string) => await verifyProof(proof, caller.peerId, await claim(received));
  assert(await isProven(sdp));
  for (
    const changed of [sdp.replace(" tomorrow", ""), sdp.replace("comparison", "chat"), createSdp(createFingerprint(1))]
  ) {
    assert(!await isProven(changed), changed);
  }
});
