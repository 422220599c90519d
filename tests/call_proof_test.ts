/** A proof stands for one claim and no other; what one holds is in PROTOCOL.md. */

import { assert, assertEquals } from "@std/assert";
import { type CallClaim, encodeCallClaim, type Proof, verifyCallProof } from "../client/call_proof.ts";
import { type CallId, derivePeerId, encodeBase64Url, type PeerId } from "../signaling/protocol.ts";
import { createTestIdentity } from "./doubles/test_identity.ts";

const FINGERPRINTS = ["00:11", "22:33", "44:55"] as const;

async function createClaims() {
  const [caller, callee, stranger] = [
    await createTestIdentity(),
    await createTestIdentity(),
    await createTestIdentity(),
  ];
  const offer: CallClaim = {
    callId: "call-1" as CallId,
    callerId: caller.peerId,
    calleeId: callee.peerId,
    offerFingerprint: FINGERPRINTS[0],
    answerFingerprint: null,
  };
  return { caller, callee, stranger, offer, answer: { ...offer, answerFingerprint: FINGERPRINTS[1] } };
}

Deno.test("verifyCallProof() takes the caller's proof of the offer and the callee's of the answer", async () => {
  const { caller, callee, offer, answer } = await createClaims();
  assert(await verifyCallProof(await caller.sign(encodeCallClaim(offer)), offer));
  assert(await verifyCallProof(await callee.sign(encodeCallClaim(answer)), answer));
});

Deno.test("verifyCallProof() refuses a proof for another claim in any one field, and one by another key", async () => {
  const { caller, callee, stranger, offer, answer } = await createClaims();
  const changes: Partial<CallClaim>[] = [
    { callId: "call-2" as CallId },
    { callerId: stranger.peerId },
    { calleeId: stranger.peerId },
    { callerId: callee.peerId, calleeId: caller.peerId },
    { offerFingerprint: FINGERPRINTS[2] },
    { answerFingerprint: FINGERPRINTS[2] },
  ];
  for (const [signer, claim] of [[caller, offer], [callee, answer]] as const) {
    const proof = await signer.sign(encodeCallClaim(claim));
    for (const change of changes) {
      assert(!await verifyCallProof(proof, { ...claim, ...change }), JSON.stringify(change));
    }
  }
  assert(!await verifyCallProof(await stranger.sign(encodeCallClaim(offer)), offer), "another key");
  assert(!await verifyCallProof(await caller.sign(encodeCallClaim(answer)), answer), "the caller for the callee");
  assert(!await verifyCallProof(await callee.sign(encodeCallClaim(offer)), { ...offer, callerId: callee.peerId }));
});

Deno.test("verifyCallProof() refuses what is no proof, and never throws", async () => {
  const { caller, stranger, offer } = await createClaims();
  const proof = await caller.sign(encodeCallClaim(offer));
  const other = await stranger.sign(encodeCallClaim(offer));
  const bad: (Proof | undefined)[] = [
    undefined,
    { publicKey: "", signature: "" },
    { ...proof, signature: "" },
    { ...proof, signature: `${proof.signature}AA` },
    { ...proof, signature: `A${proof.signature.slice(1)}`.replace(/^AA/, "BA") },
    { ...proof, publicKey: "AA" },
    { ...proof, publicKey: "A".repeat(43) },
    { ...proof, publicKey: "_".repeat(43) },
    { ...proof, publicKey: other.publicKey },
    { ...proof, signature: other.signature },
    { ...proof, signature: "ü" },
  ];
  for (const one of bad) assert(!await verifyCallProof(one, offer), JSON.stringify(one));
});

Deno.test("verifyCallProof() takes no key of small order, under which a signature made once fits anything", async () => {
  const neutral = Uint8Array.of(1, ...new Array<number>(31).fill(0));
  const signature = encodeBase64Url(Uint8Array.of(...neutral, ...new Array<number>(32).fill(0)));
  const { offer } = await createClaims();
  const claim = { ...offer, callerId: await derivePeerId(neutral) };
  assert(!await verifyCallProof({ publicKey: encodeBase64Url(neutral), signature }, claim));
});

Deno.test("encodeCallClaim() writes label, role, call, both IDs and the fingerprints, each behind its length", () => {
  const claim: CallClaim = {
    callId: "c" as CallId,
    callerId: "a" as PeerId,
    calleeId: "b" as PeerId,
    offerFingerprint: "AA",
    answerFingerprint: "BB",
  };
  const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replace(/\0\0\0./gs, "|");
  assertEquals(read(encodeCallClaim(claim)), "|video-calling/call/1|answer|c|a|b|AA|BB");
  const offer = { ...claim, answerFingerprint: null };
  assertEquals(read(encodeCallClaim(offer)), "|video-calling/call/1|offer|c|a|b|AA");
});
