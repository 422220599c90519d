/** The gate lets through what is proved, says of the rest that it is not, and never changes the order. */

import { assert, assertEquals } from "@std/assert";
import { type CallClaim, encodeCallClaim } from "../client/call_proof.ts";
import { ProofGate, WAITING_MAX } from "../client/proof_gate.ts";
import type { CallId, PeerMessage, TabId } from "../signaling/protocol.ts";
import { createFingerprint, createSdp } from "./doubles/description.ts";
import { takeTurn } from "./doubles/relayed_pair.ts";
import { createTestIdentity } from "./doubles/test_identity.ts";

const [OFFERED, ANSWERED] = [createFingerprint(1), createFingerprint(2)];

async function createMessages() {
  const [caller, callee] = [await createTestIdentity(), await createTestIdentity()];
  const claim: CallClaim = {
    ...{ callId: "call" as CallId, callerId: caller.peerId, calleeId: callee.peerId },
    ...{ offerFingerprint: OFFERED, answerFingerprint: null },
  };
  const envelope = {
    id: caller.peerId,
    clientId: callee.peerId,
    callId: "call" as CallId,
    tabId: "tab" as TabId,
    seq: 1,
  };
  const offer = {
    ...{ type: "video-offer-request", ...envelope, audio: true, video: true },
    description: { type: "offer", sdp: createSdp(OFFERED) },
    proof: await caller.sign(encodeCallClaim(claim)),
  } as PeerMessage;
  const answer = {
    ...{ type: "video-offer-response", ...envelope, id: callee.peerId, clientId: caller.peerId, accepted: true },
    ...{ audio: true, video: true, candidates: [] },
    description: { type: "answer", sdp: createSdp(ANSWERED) },
    proof: await callee.sign(encodeCallClaim({ ...claim, answerFingerprint: ANSWERED })),
  } as PeerMessage;
  const ringing = { type: "ringing", ...envelope } as PeerMessage;
  return { offer, answer, ringing };
}

/** Puts messages through a gate and returns what comes out, with the word on each, when `count` have. */
async function pass(messages: readonly PeerMessage[], localFingerprint: string | null, count = messages.length) {
  const passed: [PeerMessage, boolean][] = [];
  const gate = new ProofGate({
    localFingerprint: () => localFingerprint,
    deliver: (message, isProven) => passed.push([message, isProven]),
  });
  for (const message of messages) gate.receive(message);
  while (passed.length < count) await takeTurn();
  return passed;
}

Deno.test("ProofGate passes on what is proved, and anything else with the word that it is not", async () => {
  const { offer, answer } = await createMessages();
  assertEquals(await pass([offer], null), [[offer, true]]);
  assertEquals(await pass([answer], OFFERED), [[answer, true]]);
  const unproven: [PeerMessage, string | null][] = [
    [{ ...offer, proof: undefined } as unknown as PeerMessage, null],
    [{ ...offer, callId: "another" as CallId }, null],
    [{ ...offer, description: { type: "offer", sdp: createSdp(ANSWERED) } } as PeerMessage, null],
    [{ ...offer, description: { type: "offer", sdp: "v=0" } } as PeerMessage, null],
    [answer, null], // This end has offered nothing.
    [answer, createFingerprint(3)], // It has offered something else.
    [answer, ANSWERED], // It is told its own certificate.
  ];
  for (const [message, localFingerprint] of unproven) {
    assertEquals(await pass([message], localFingerprint), [[message, false]]);
  }
});

Deno.test("ProofGate passes what needs no proof at once, and in its turn while one is checked", async () => {
  const { offer, ringing } = await createMessages();
  const passed: string[] = [];
  const gate = new ProofGate({ localFingerprint: () => null, deliver: ({ type }) => passed.push(type) });
  gate.receive(ringing);
  assertEquals(passed, ["ringing"]);
  gate.receive(offer);
  gate.receive(ringing);
  assertEquals(passed, ["ringing"]);
  while (passed.length < 3) await takeTurn();
  assertEquals(passed, ["ringing", "video-offer-request", "ringing"]);
  gate.receive(ringing);
  assertEquals(passed.length, 4, "Nothing waits any more");
});

Deno.test("ProofGate keeps a bounded number waiting", async () => {
  const { offer, ringing } = await createMessages();
  const passed = await pass([offer, ...Array(WAITING_MAX * 3).fill(ringing)], null, WAITING_MAX);
  for (let turn = 0; turn < 20; turn++) await takeTurn();
  assert(passed.length <= WAITING_MAX + 1, `${passed.length} were kept`);
});
