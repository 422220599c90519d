/** What an end proves of its own descriptions, and what its gates make of others'. */

import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Description } from "../../../client/connection/description.ts";
import {
  encodeCallClaim,
  encodeDescriptionClaim,
  hashDescription,
  type Proof,
  verifyProof,
} from "../../../client/proof/call_proof.ts";
import type { ConnectionId } from "../../../signaling/protocol.ts";
import { createFingerprint, createSdp } from "../../doubles/description.ts";
import type { TestIdentity } from "../../doubles/test_identity.ts";
import { CALL_ID, createEnds, type TrustEnd } from "../../doubles/trust_end.ts";

const TOLD = { name: "Ann", audio: true, video: false };
const OFFER = { type: "offer", sdp: createSdp(createFingerprint(1)) } as const;
const ANSWER = { type: "answer", sdp: createSdp(createFingerprint(2)) } as const;
const [OFFER_HASH, ANSWER_HASH] = [await hashDescription(OFFER), await hashDescription(ANSWER)];

function isBy(identity: TestIdentity, proof: Proof, claim: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return verifyProof(proof, identity.peerId, claim);
}

Deno.test("CallTrust proves an offer and an answer, with what they say of their end", async () => {
  const { caller, callee } = await createEnds();
  const claim = {
    callId: CALL_ID,
    callerId: caller.local.peerId,
    calleeId: callee.local.peerId,
    offerHash: OFFER_HASH,
  };
  const offered = encodeCallClaim({ ...claim, told: TOLD, answerHash: null });
  assert(await isBy(caller.local, await caller.trust.proveOffer(CALL_ID, OFFER, TOLD), offered));

  const answered = encodeCallClaim({ ...claim, told: TOLD, answerHash: ANSWER_HASH });
  const proof = await callee.trust.proveAnswer(CALL_ID, { offer: OFFER, answer: ANSWER }, TOLD);
  assert(await isBy(callee.local, proof, answered));
});

Deno.test("CallTrust proves the offer of a later connection, and the answer to one", async () => {
  const { caller } = await createEnds();
  const connectionId = "later" as ConnectionId;
  const ends = { senderId: caller.local.peerId, receiverId: caller.remote.peerId };
  for (const [answer, answerHash] of [[null, null], [ANSWER, ANSWER_HASH]] as const) {
    const claim = encodeDescriptionClaim({ callId: CALL_ID, connectionId, ...ends, offerHash: OFFER_HASH, answerHash });
    const proof = await caller.trust.proveDescription(CALL_ID, connectionId, { offer: OFFER, answer });
    assert(await isBy(caller.local, proof, claim));
  }
});

Deno.test("CallTrust proves nothing of a call that is over, without an ID, or without a key", async () => {
  const spoil: ((end: TrustEnd) => void)[] = [
    (end) => end.call = undefined,
    (end) => end.localPeerId = null,
    (end) => end.isSigning = false,
  ];
  for (const change of spoil) {
    const { caller } = await createEnds();
    change(caller);
    const { trust } = caller;
    const attempts = [
      () => trust.proveOffer(CALL_ID, OFFER, TOLD),
      () => trust.proveAnswer(CALL_ID, { offer: OFFER, answer: ANSWER }, TOLD),
      () => trust.proveDescription(CALL_ID, "later" as ConnectionId, { offer: OFFER, answer: null }),
    ];
    for (const attempt of attempts) {
      assert((await assertRejects(attempt)).message.startsWith("Cannot prove a description"), `${attempt}`);
    }
  }
});

/** The callee's answer to the call's own offer, or to that of a later connection. */
async function createAnswer(callee: TrustEnd, offer: Description, connectionId: ConnectionId | null): Promise<object> {
  if (connectionId !== null) {
    const proof = await callee.trust.proveDescription(CALL_ID, connectionId, { offer, answer: ANSWER });
    return { type: "description", connectionId, description: ANSWER, proof };
  }
  const told = { audio: false, video: false };
  const proof = await callee.trust.proveAnswer(CALL_ID, { offer, answer: ANSWER }, told);
  return { type: "video-offer-response", ...told, accepted: true, candidates: [], description: ANSWER, proof };
}

Deno.test("CallTrust takes an answer to what it has offered in the call, until the call is closed", async () => {
  const { caller, callee } = await createEnds();
  const answer = await createAnswer(callee, OFFER, null);
  assertEquals(await caller.receive(answer), "unproven", "It has offered nothing yet");
  await caller.trust.proveOffer(CALL_ID, OFFER, TOLD);
  assertEquals(await caller.receive(answer), "proven");
  caller.trust.close(CALL_ID);
  assertEquals(await caller.receive(answer), "unproven");
});

Deno.test("CallTrust keeps no offer of a call that has ended", async () => {
  const { caller, callee } = await createEnds();
  Object.assign(caller.call ?? {}, { phase: "ended" });
  await caller.trust.proveOffer(CALL_ID, OFFER, TOLD);
  assertEquals(await caller.receive(await createAnswer(callee, OFFER, null)), "unproven");
});

Deno.test("CallTrust takes answers to the call's offer and to the latest three of later connections", async () => {
  const { caller, callee } = await createEnds();
  await caller.trust.proveOffer(CALL_ID, OFFER, TOLD);
  const offers = ["1", "2", "3", "4"].map((name, index) => ({
    connectionId: name as ConnectionId,
    offer: { type: "offer", sdp: createSdp(createFingerprint(10 + index)) } as const,
  }));
  const verdicts = async () => {
    const found: unknown[] = [await caller.receive(await createAnswer(callee, OFFER, null))];
    for (const { connectionId, offer } of offers) {
      found.push(await caller.receive(await createAnswer(callee, offer, connectionId)));
    }
    return found;
  };
  for (const { connectionId, offer } of offers.slice(0, 3)) {
    await caller.trust.proveDescription(CALL_ID, connectionId, { offer, answer: null });
  }
  assertEquals(await verdicts(), ["proven", "proven", "proven", "proven", undefined]);
  const [, , , last] = offers;
  if (last === undefined) throw new Error("No fourth offer");
  await caller.trust.proveDescription(CALL_ID, last.connectionId, { offer: last.offer, answer: null });
  assertEquals(await verdicts(), ["proven", undefined, "proven", "proven", "proven"]);
});

Deno.test("CallTrust does not take its own answer's offer for one of its own", async () => {
  const { caller, callee } = await createEnds();
  const connectionId = "theirs" as ConnectionId;
  await caller.trust.proveDescription(CALL_ID, connectionId, { offer: OFFER, answer: ANSWER });
  assertEquals(await caller.receive(await createAnswer(callee, OFFER, connectionId)), undefined);
});

/** The caller's offer as the callee gets it. */
async function createOffer(caller: TrustEnd): Promise<object> {
  const proof = await caller.trust.proveOffer(CALL_ID, OFFER, TOLD);
  return { type: "video-offer-request", ...TOLD, description: OFFER, proof };
}

Deno.test("CallTrust takes nothing for proved without a key, and no description with its own certificate", async () => {
  const { caller, callee } = await createEnds();
  const offer = await createOffer(caller);
  assertEquals([await callee.receive(offer), callee.trust.isKeyless], ["proven", false]);
  callee.lifetime = "socket";
  assertEquals([await callee.receive(offer), callee.trust.isKeyless], ["unproven", true]);
  callee.lifetime = "kept";
  Object.assign(callee.call ?? {}, { localFingerprint: createFingerprint(1) });
  assertEquals(await callee.receive(offer), "unproven");
  callee.call = undefined;
  assertEquals(await callee.receive(offer), "proven", "An offer comes before its call");
});

Deno.test("CallTrust holds an ID to the key that it has proved in the call, or else had before", async () => {
  const { caller, callee } = await createEnds();
  const offer = await createOffer(caller);
  const { publicKey } = await caller.local.sign(new Uint8Array());
  callee.knownKey = "another";
  assertEquals([await callee.receive(offer), callee.asked.at(-1)], ["other-key", caller.local.peerId]);
  Object.assign(callee.call ?? {}, { remotePublicKey: publicKey });
  assertEquals(await callee.receive(offer), "proven");
  Object.assign(callee.call ?? {}, { remotePublicKey: "another" });
  callee.knownKey = publicKey;
  assertEquals(await callee.receive(offer), "other-key");
});

Deno.test("CallTrust judges an offer by the key that its ID had before", async () => {
  const { caller, callee } = await createEnds();
  const ends = { id: caller.local.peerId, clientId: callee.local.peerId, callId: CALL_ID, tabId: "tab", seq: 1 };
  const offer = { ...ends, ...await createOffer(caller) } as never;
  assertEquals([await callee.trust.isProven(offer), callee.asked.at(-1)], [true, caller.local.peerId]);
  callee.knownKey = "another";
  assertEquals(await callee.trust.isProven(offer), false);
});

Deno.test("CallTrust has a proven end only once both people want the call, and while it is on", async () => {
  const { callee } = await createEnds();
  const phases = ["outgoing", "incoming", "connecting", "connected", "reconnecting", "ended"] as const;
  const found = phases.filter((phase) => {
    callee.call = { ...callee.call, phase };
    return callee.trust.findProvenEnd(CALL_ID) !== null;
  });
  assertEquals(found, ["connecting", "connected", "reconnecting"]);
  callee.call = undefined;
  assertEquals(callee.trust.findProvenEnd(CALL_ID), null);
});
