/** A proof stands for one claim and no other; what one holds is in PROTOCOL.md. */

import { assert, assertEquals } from "@std/assert";
import {
  type CallClaim,
  type DescriptionClaim,
  encodeCallClaim,
  encodeDescriptionClaim,
  hashDescription,
  type Proof,
  verifyProof,
} from "../../../client/proof/call_proof.ts";
import {
  type CallId,
  type ConnectionId,
  derivePeerId,
  encodeBase64Url,
  type PeerId,
} from "../../../signaling/protocol.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const [OFFERED, ANSWERED, OTHER] = ["hash-of-offer", "hash-of-answer", "another-hash"] as const;

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
    told: { name: "Ann", audio: true, video: false },
    offerHash: OFFERED,
    answerHash: null,
  };
  const later: DescriptionClaim = {
    callId: "call-1" as CallId,
    connectionId: "connection-1" as ConnectionId,
    senderId: caller.peerId,
    receiverId: callee.peerId,
    offerHash: OFFERED,
    answerHash: null,
  };
  return { caller, callee, stranger, offer, answer: { ...offer, answerHash: ANSWERED }, later };
}

Deno.test("verifyProof() takes the proof of the ID that is named, for what it was made", async () => {
  const { caller, callee, offer, answer, later } = await createClaims();
  for (const claim of [encodeCallClaim(offer), encodeDescriptionClaim(later)]) {
    assert(await verifyProof(await caller.sign(claim), caller.peerId, claim));
  }
  const claim = encodeCallClaim(answer);
  assert(await verifyProof(await callee.sign(claim), callee.peerId, claim));
});

Deno.test("verifyProof() refuses a proof for another claim in any one field, and one by another key", async () => {
  const { caller, callee, stranger, offer, answer, later } = await createClaims();
  const { told } = offer;
  const calls: Partial<CallClaim>[] = [
    { callId: "call-2" as CallId },
    { callerId: stranger.peerId },
    { calleeId: stranger.peerId },
    { callerId: callee.peerId, calleeId: caller.peerId },
    { told: { ...told, name: "Kim" } },
    { told: { ...told, name: "Annt" } },
    { told: { audio: true, video: false } },
    { told: { ...told, audio: false } },
    { told: { ...told, video: true } },
    { told: { ...told, audio: false, video: true } },
    { offerHash: OTHER },
    { answerHash: OTHER },
  ];
  const descriptions: Partial<DescriptionClaim>[] = [
    { callId: "call-2" as CallId },
    { connectionId: "connection-2" as ConnectionId },
    { senderId: stranger.peerId },
    { receiverId: stranger.peerId },
    { senderId: callee.peerId, receiverId: caller.peerId },
    { offerHash: OTHER },
    { answerHash: OTHER },
  ];
  const rows = [
    ...calls.map((change) => [encodeCallClaim(offer), encodeCallClaim({ ...offer, ...change })] as const),
    ...calls.map((change) => [encodeCallClaim(answer), encodeCallClaim({ ...answer, ...change })] as const),
    ...descriptions.map((change) =>
      [encodeDescriptionClaim(later), encodeDescriptionClaim({ ...later, ...change })] as const
    ),
    [encodeCallClaim(offer), encodeCallClaim(answer)],
    [encodeCallClaim(offer), encodeDescriptionClaim(later)],
    [encodeDescriptionClaim(later), encodeDescriptionClaim({ ...later, answerHash: ANSWERED })],
  ] as const;
  for (const [made, other] of rows) {
    const proof = await caller.sign(made);
    assert(!await verifyProof(proof, caller.peerId, other), new TextDecoder().decode(other));
  }
  const claim = encodeCallClaim(offer);
  assert(!await verifyProof(await stranger.sign(claim), caller.peerId, claim), "another key");
});

Deno.test("verifyProof() refuses what is no proof, and never throws", async () => {
  const { caller, stranger, offer } = await createClaims();
  const claim = encodeCallClaim(offer);
  const [proof, other] = [await caller.sign(claim), await stranger.sign(claim)];
  const bad: (Proof | undefined)[] = [
    undefined,
    { publicKey: "", signature: "" },
    { ...proof, signature: "" },
    { ...proof, signature: `${proof.signature}AA` },
    { ...proof, signature: `${proof.signature.startsWith("A") ? "B" : "A"}${proof.signature.slice(1)}` },
    { ...proof, publicKey: respell(proof.publicKey) },
    { ...proof, publicKey: "AA" },
    { ...proof, publicKey: "ü" },
    { ...proof, publicKey: "A".repeat(43) },
    { ...proof, publicKey: "_".repeat(43) },
    { ...proof, publicKey: other.publicKey },
    { ...proof, signature: other.signature },
    { ...proof, signature: "ü" },
  ];
  for (const one of bad) assert(!await verifyProof(one, caller.peerId, claim), JSON.stringify(one));
  assert(await verifyProof(proof, caller.peerId, claim));
});

Deno.test("verifyProof() takes nothing where WebCrypto refuses the key", async () => {
  const { caller, offer } = await createClaims();
  const claim = encodeCallClaim(offer);
  const proof = await caller.sign(claim);
  const { importKey } = crypto.subtle;
  crypto.subtle.importKey = () => Promise.reject(new DOMException("No point of the curve", "DataError"));
  try {
    assertEquals(await verifyProof(proof, caller.peerId, claim), false);
  } finally {
    crypto.subtle.importKey = importKey;
  }
});

/** The same 32 bytes with another last letter: two of its bits mean nothing. */
function respell(key: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return key.slice(0, -1) + alphabet[alphabet.indexOf(key.slice(-1)) ^ 1];
}

Deno.test("verifyProof() takes no key of small order, under which a signature made once fits anything", async () => {
  const neutral = Uint8Array.of(1, ...new Array<number>(31).fill(0));
  const signature = encodeBase64Url(Uint8Array.of(...neutral, ...new Array<number>(32).fill(0)));
  const { offer } = await createClaims();
  const callerId = await derivePeerId(neutral);
  const claim = encodeCallClaim({ ...offer, callerId });
  assert(!await verifyProof({ publicKey: encodeBase64Url(neutral), signature }, callerId, claim));
});

Deno.test("hashDescription() is SHA-256 of the text, and differs for each letter and line end", async () => {
  // Of "v=0\r\n", by another program.
  assertEquals(await hashDescription({ sdp: "v=0\r\n" }), "TPV2JwlfvEiG3jePyzQHkXysogvweMo_D6w-XKmxktg");
  const hashes = await Promise.all(["v=0\r\n", "v=0\n", "v=0", "v=0\r\n ", ""].map((sdp) => hashDescription({ sdp })));
  assertEquals(new Set(hashes).size, hashes.length);
});

Deno.test("encodeCallClaim() writes label, role, call, both IDs, what is told and the hashes, each behind its length", () => {
  const claim: CallClaim = {
    callId: "c" as CallId,
    callerId: "a" as PeerId,
    calleeId: "b" as PeerId,
    told: { name: "Kim", audio: true, video: false },
    offerHash: "AA",
    answerHash: "BB",
  };
  assertEquals(read(encodeCallClaim(claim)), "|video-calling/call/2|answer|c|a|b|Kim|true|false|AA|BB");
  const offer = { ...claim, told: { audio: false, video: true }, answerHash: null };
  assertEquals(read(encodeCallClaim(offer)), "|video-calling/call/2|offer|c|a|b||false|true|AA");
});

Deno.test("encodeDescriptionClaim() writes label, type, call, connection, both IDs and the hashes", () => {
  const claim: DescriptionClaim = {
    callId: "c" as CallId,
    connectionId: "n" as ConnectionId,
    senderId: "a" as PeerId,
    receiverId: "b" as PeerId,
    offerHash: "AA",
    answerHash: "BB",
  };
  assertEquals(read(encodeDescriptionClaim(claim)), "|video-calling/description/1|answer|c|n|a|b|AA|BB");
  const offer = encodeDescriptionClaim({ ...claim, answerHash: null });
  assertEquals(read(offer), "|video-calling/description/1|offer|c|n|a|b|AA");
});

function read(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\0\0\0./gs, "|");
}
