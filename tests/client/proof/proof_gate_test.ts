/** The gate lets through what is proved, says of the rest that it is not, and never changes the order. */

import { assertEquals } from "@std/assert";
import { encodeCallClaim, encodeDescriptionClaim, hashDescription } from "../../../client/proof/call_proof.ts";
import { isOfferProven, type Verdict } from "../../../client/proof/claim_check.ts";
import { ProofGate, type ProofGateOptions, WAITING_MAX } from "../../../client/proof/proof_gate.ts";
import type { CallId, ConnectionId, PeerMessage, TabId } from "../../../signaling/protocol.ts";
import { createFingerprint, createSdp } from "../../doubles/description.ts";
import { takeTurn } from "../../doubles/relayed_pair.ts";
import { createTestIdentity } from "../../doubles/test_identity.ts";

const [OFFERED, ANSWERED] = [createFingerprint(1), createFingerprint(2)];
const [OFFER, ANSWER] = [
  { type: "offer", sdp: createSdp(OFFERED) } as const,
  { type: "answer", sdp: createSdp(ANSWERED) } as const,
];
const [OFFER_HASH, ANSWER_HASH] = [await hashDescription(OFFER), await hashDescription(ANSWER)];
const CONNECTION_ID = "connection" as ConnectionId;

async function createMessages() {
  const [caller, callee] = [await createTestIdentity(), await createTestIdentity()];
  const callId = "call" as CallId;
  const told = { name: "Ann", audio: true, video: true };
  const claim = { callId, callerId: caller.peerId, calleeId: callee.peerId, told, offerHash: OFFER_HASH };
  const later = { callId, connectionId: CONNECTION_ID, offerHash: OFFER_HASH };
  const byCaller = { id: caller.peerId, clientId: callee.peerId, callId, tabId: "tab" as TabId, seq: 1 };
  const byCallee = { ...byCaller, id: callee.peerId, clientId: caller.peerId };
  const offer = {
    ...{ type: "video-offer-request", ...byCaller, ...told, description: OFFER },
    proof: await caller.sign(encodeCallClaim({ ...claim, answerHash: null })),
  } as PeerMessage;
  const answer = {
    ...{ type: "video-offer-response", ...byCallee, ...told, accepted: true, candidates: [], description: ANSWER },
    proof: await callee.sign(encodeCallClaim({ ...claim, answerHash: ANSWER_HASH })),
  } as PeerMessage;
  const laterOffer = {
    ...{ type: "description", ...byCaller, connectionId: CONNECTION_ID, description: OFFER },
    proof: await caller.sign(
      encodeDescriptionClaim({ ...later, senderId: caller.peerId, receiverId: callee.peerId, answerHash: null }),
    ),
  } as PeerMessage;
  const laterAnswer = {
    ...{ type: "description", ...byCallee, connectionId: CONNECTION_ID, description: ANSWER },
    proof: await callee.sign(
      encodeDescriptionClaim({ ...later, senderId: callee.peerId, receiverId: caller.peerId, answerHash: ANSWER_HASH }),
    ),
  } as PeerMessage;
  const ringing = { type: "ringing", ...byCaller } as PeerMessage;
  const hangUp = { type: "hang-up", reason: "ended", ...byCaller } as PeerMessage;
  return { offer, answer, laterOffer, laterAnswer, ringing, hangUp, caller };
}

/** What an end knows that is called, or that has offered `OFFER`, as the call's first connection and as another. */
const CALLED: Partial<ProofGateOptions> = {};
const CALLING: Partial<ProofGateOptions> = { localFingerprint: () => OFFERED, offerHash: () => OFFER_HASH };

type Passed = [PeerMessage, Verdict][];

function createGate(options: Partial<ProofGateOptions> = {}) {
  const passed: Passed = [];
  const gate = new ProofGate({
    localFingerprint: () => null,
    offerHash: () => undefined,
    knownKey: () => null,
    isKeyless: () => false,
    deliver: (message, verdict) => passed.push([message, verdict]),
    ...options,
  });
  return { gate, passed };
}

/** Puts messages through a gate and returns what comes out, with the word on each, when `count` have. */
async function pass(
  messages: readonly PeerMessage[],
  options: Partial<ProofGateOptions>,
  count = messages.length,
): Promise<Passed> {
  const { gate, passed } = createGate(options);
  for (const message of messages) gate.receive(message);
  await waitFor(passed, count);
  return passed;
}

/** Lets the gate work until `count` have passed; gives up when nothing comes any more. */
async function waitFor(passed: Passed, count: number): Promise<void> {
  for (let turn = 0; turn < 5_000 && passed.length < count; turn++) await takeTurn();
}

Deno.test("ProofGate passes on what is proved, and anything else with the word that it is not", async () => {
  const { offer, answer, laterOffer, laterAnswer } = await createMessages();
  for (const message of [offer, laterOffer]) assertEquals(await pass([message], CALLED), [[message, "proven"]]);
  for (const message of [answer, laterAnswer]) assertEquals(await pass([message], CALLING), [[message, "proven"]]);

  const altered = { type: "offer", sdp: createSdp(OFFERED).replace("m=video 9", "m=video 0") };
  const unproven: [PeerMessage, Partial<ProofGateOptions>][] = [
    ...[offer, laterOffer].flatMap((message): [PeerMessage, Partial<ProofGateOptions>][] => [
      [{ ...message, proof: undefined } as unknown as PeerMessage, CALLED],
      [{ ...message, callId: "another" as CallId }, CALLED],
      [{ ...message, description: { type: "offer", sdp: createSdp(ANSWERED) } } as PeerMessage, CALLED],
      [{ ...message, description: altered } as PeerMessage, CALLED],
      [{ ...message, description: { type: "offer", sdp: "v=0" } } as PeerMessage, CALLED],
      [message, { localFingerprint: () => OFFERED }], // It is told its own certificate.
    ]),
    [{ ...offer, name: "Kim" } as PeerMessage, CALLED],
    [{ ...laterOffer, connectionId: "another" } as PeerMessage, CALLED],
    [answer, CALLED], // This end has offered nothing.
    ...[answer, laterAnswer].flatMap((message): [PeerMessage, Partial<ProofGateOptions>][] => [
      [message, { ...CALLING, offerHash: () => ANSWER_HASH }], // It has offered something else.
      [message, { ...CALLING, localFingerprint: () => ANSWERED }],
    ]),
  ];
  for (const [message, options] of unproven) {
    assertEquals(await pass([message], options), [[message, "unproven"]], JSON.stringify(message));
  }
});

Deno.test("ProofGate drops the answer to an offer that this end has given up", async () => {
  const { laterAnswer, ringing } = await createMessages();
  assertEquals(await pass([laterAnswer, ringing], CALLED, 1), [[ringing, "proven"]]);
});

Deno.test("ProofGate says of a right proof by another key than the known one that it is another's", async () => {
  const { offer, answer, laterOffer, caller } = await createMessages();
  const { publicKey } = await caller.sign(new Uint8Array());
  for (const message of [offer, laterOffer]) {
    assertEquals(await pass([message], { knownKey: () => publicKey }), [[message, "proven"]]);
    assertEquals(await pass([message], { knownKey: () => "another" }), [[message, "other-key"]]);
  }
  assertEquals(await pass([answer], { ...CALLING, knownKey: () => publicKey }), [[answer, "other-key"]]);
  const stripped = { ...offer, proof: undefined } as unknown as PeerMessage;
  assertEquals(await pass([stripped], { knownKey: () => "another" }), [[stripped, "unproven"]]);
});

Deno.test("ProofGate passes what needs no proof at once, and in its turn while one is checked", async () => {
  const { offer, ringing } = await createMessages();
  const { gate, passed } = createGate();
  const types = () => passed.map(([{ type }]) => type);
  gate.receive(ringing);
  assertEquals(passed, [[ringing, "proven"]]);
  gate.receive(offer);
  gate.receive(ringing);
  assertEquals(types(), ["ringing"]);
  await waitFor(passed, 3);
  assertEquals(types(), ["ringing", "video-offer-request", "ringing"]);
  gate.receive(ringing);
  assertEquals(passed.length, 4, "Nothing waits any more");
});

Deno.test("ProofGate says when enough wait, and drops none of what comes all the same", async () => {
  const { offer, ringing, hangUp } = await createMessages();
  const { gate, passed } = createGate();
  const all = [offer, ...Array(WAITING_MAX * 3).fill(ringing), hangUp];
  const full = all.map((message) => {
    gate.receive(message);
    return gate.isFull;
  });
  assertEquals(full.indexOf(true), WAITING_MAX, "The first is being checked and waits no more");
  await waitFor(passed, all.length);
  assertEquals([passed.map(([message]) => message), gate.isFull], [all, false]);
});

Deno.test("ProofGate believes nobody where this end has no key", async () => {
  const { offer, ringing } = await createMessages();
  const isKeyless = () => true;
  assertEquals(await pass([offer, ringing], { isKeyless }), [[offer, "unproven"], [ringing, "unproven"]]);
});

Deno.test("ProofGate takes the one offer that is known to be proved at once, and no copy of it", async () => {
  const { offer } = await createMessages();
  const stripped = { ...offer, proof: undefined } as unknown as PeerMessage;
  const { gate, passed } = createGate({ proven: stripped } as Partial<ProofGateOptions>);
  gate.receive(stripped);
  assertEquals(passed, [[stripped, "proven"]]);
  gate.receive({ ...stripped });
  await waitFor(passed, 2);
  assertEquals(passed[1]?.[1], "unproven");
});

Deno.test("ProofGate takes for unproved what cannot be checked, and goes on", async () => {
  const { offer, ringing } = await createMessages();
  const localFingerprint = () => {
    throw new Error("no");
  };
  assertEquals(await pass([offer, ringing], { localFingerprint }), [[offer, "unproven"], [ringing, "proven"]]);
});

Deno.test("ProofGate checks an offer that crosses this end's own as an offer", async () => {
  const { offer, laterOffer } = await createMessages();
  for (const message of [offer, laterOffer]) {
    const crossing = { offerHash: () => ANSWER_HASH, localFingerprint: () => ANSWERED };
    assertEquals(await pass([message], crossing), [[message, "proven"]]);
  }
});

Deno.test("ProofGate takes no description that may not be applied, whoever signed it", async () => {
  const { offer, caller } = await createMessages();
  const description = { type: "offer", sdp: "v=0" } as const;
  const { callId, id: callerId, clientId: calleeId } = offer;
  const told = { name: "Ann", audio: true, video: true };
  const claim = { callId, callerId, calleeId, told, offerHash: await hashDescription(description), answerHash: null };
  const signed = { ...offer, description, proof: await caller.sign(encodeCallClaim(claim)) } as PeerMessage;
  for (const localFingerprint of [null, ANSWERED]) {
    assertEquals(await pass([signed], { localFingerprint: () => localFingerprint }), [[signed, "unproven"]]);
  }
});

Deno.test("isOfferProven() takes an offer by the key that is known, or by any where none is", async () => {
  const { offer, caller } = await createMessages();
  const { publicKey } = await caller.sign(new Uint8Array());
  const request = offer as Parameters<typeof isOfferProven>[0];
  assertEquals([await isOfferProven(request, null), await isOfferProven(request, publicKey)], [true, true]);
  assertEquals(await isOfferProven(request, "another"), false);
  assertEquals(await isOfferProven({ ...request, video: false }, null), false);
});
