/** What an end proves of its own descriptions, what its gates make of others', and whose comparison is whose. */

import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Call, Description } from "../client/call.ts";
import {
  encodeCallClaim,
  encodeDescriptionClaim,
  hashDescription,
  type Proof,
  verifyProof,
} from "../client/call_proof.ts";
import { CallTrust } from "../client/call_trust.ts";
import "../client/comparisons.ts"; // So that no test has to wait for it to be loaded.
import type { Verdict } from "../client/proof_gate.ts";
import type { CallId, ConnectionId, PeerMessage } from "../signaling/protocol.ts";
import { createFingerprint, createSdp } from "./doubles/description.ts";
import { takeTurn } from "./doubles/relayed_pair.ts";
import { createTestIdentity, type TestIdentity } from "./doubles/test_identity.ts";

const CALL_ID = "call" as CallId;
const TOLD = { name: "Ann", audio: true, video: false };
const OFFER = { type: "offer", sdp: createSdp(createFingerprint(1)) } as const;
const ANSWER = { type: "answer", sdp: createSdp(createFingerprint(2)) } as const;
const [OFFER_HASH, ANSWER_HASH] = [await hashDescription(OFFER), await hashDescription(ANSWER)];

/** One end's trust in one call with `remote`; what it sends and says is kept. */
class End {
  call: Partial<Call> | undefined;
  localPeerId: TestIdentity["peerId"] | null;
  lifetime: "kept" | "socket" = "kept";
  isSigning = true;
  knownKey: string | null = null;
  readonly sent: { type: string; step?: string; value?: string }[] = [];
  readonly events: unknown[] = [];
  readonly asked: unknown[] = [];
  changes = 0;
  readonly trust: CallTrust;

  constructor(readonly local: TestIdentity, readonly remote: TestIdentity, isOutgoing = true) {
    this.localPeerId = local.peerId;
    this.call = {
      ...{ callId: CALL_ID, remotePeerId: remote.peerId, isOutgoing, phase: "connected" },
      ...{ localFingerprint: createFingerprint(isOutgoing ? 1 : 2), remotePublicKey: null },
      remoteFingerprint: createFingerprint(isOutgoing ? 2 : 1),
    };
    this.trust = new CallTrust({
      identity: () => ({
        lifetime: this.lifetime,
        sign: (claim) => this.isSigning ? this.local.sign(claim) : Promise.resolve(null),
      }),
      now: () => 0,
      localPeerId: () => this.localPeerId,
      knownKey: (peerId) => {
        this.asked.push(peerId);
        return this.knownKey;
      },
      findCall: (callId) => callId === CALL_ID ? this.call as Call | undefined : undefined,
      dispatch: (callId, event) => void this.events.push([callId, event]),
      send: (callId, message) => void this.sent.push({ ...message, callId } as never),
      changed: () => void this.changes++,
    });
  }

  /** Puts a message of the other end through this end's gate. */
  async receive(message: object): Promise<Verdict | undefined> {
    const verdicts: Verdict[] = [];
    const gate = this.trust.createGate(CALL_ID, this.remote.peerId, (_, verdict) => void verdicts.push(verdict));
    const ends = { id: this.remote.peerId, clientId: this.local.peerId, callId: CALL_ID, tabId: "tab", seq: 1 };
    gate.receive({ ...ends, ...message } as unknown as PeerMessage);
    for (let turn = 0; turn < 100 && verdicts.length === 0; turn++) await takeTurn();
    return verdicts[0];
  }
}

async function createEnds(): Promise<{ caller: End; callee: End }> {
  const [caller, callee] = [await createTestIdentity(), await createTestIdentity()];
  return { caller: new End(caller, callee), callee: new End(callee, caller, false) };
}

function isBy(identity: TestIdentity, proof: Proof, claim: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return verifyProof(proof, identity.peerId, claim);
}

Deno.test("CallTrust proves an offer, and both answers that the person may give", async () => {
  const { caller, callee } = await createEnds();
  const claim = {
    callId: CALL_ID,
    callerId: caller.local.peerId,
    calleeId: callee.local.peerId,
    offerHash: OFFER_HASH,
  };
  const offered = encodeCallClaim({ ...claim, told: TOLD, answerHash: null });
  assert(await isBy(caller.local, await caller.trust.proveOffer(CALL_ID, OFFER, TOLD), offered));

  const { name, audio } = TOLD;
  const proofs = await callee.trust.proveAnswer(CALL_ID, { offer: OFFER, answer: ANSWER }, { name, audio });
  for (const [proof, video] of [[proofs.withVideo, true], [proofs.withoutVideo, false]] as const) {
    const answered = encodeCallClaim({ ...claim, told: { name, audio, video }, answerHash: ANSWER_HASH });
    assert(await isBy(callee.local, proof, answered), `with video: ${video}`);
  }
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
  const spoil: ((end: End) => void)[] = [
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
      () => trust.proveAnswer(CALL_ID, { offer: OFFER, answer: ANSWER }, { audio: true }),
      () => trust.proveDescription(CALL_ID, "later" as ConnectionId, { offer: OFFER, answer: null }),
    ];
    for (const attempt of attempts) {
      assert((await assertRejects(attempt)).message.startsWith("Cannot prove a description"), `${attempt}`);
    }
  }
});

/** The callee's answer to the call's own offer, or to that of a later connection. */
async function createAnswer(callee: End, offer: Description, connectionId: ConnectionId | null): Promise<object> {
  if (connectionId !== null) {
    const proof = await callee.trust.proveDescription(CALL_ID, connectionId, { offer, answer: ANSWER });
    return { type: "description", connectionId, description: ANSWER, proof };
  }
  const proofs = await callee.trust.proveAnswer(CALL_ID, { offer, answer: ANSWER }, { audio: true });
  const told = { audio: true, video: true, accepted: true, candidates: [] };
  return { type: "video-offer-response", ...told, description: ANSWER, proof: proofs.withVideo };
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
async function createOffer(caller: End): Promise<object> {
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

/** Carries the steps of a comparison until neither end has said more for a while. */
async function compare(caller: End, callee: End, change: (value: string) => string = (value) => value): Promise<void> {
  for (let idleTurns = 0; idleTurns < 30; idleTurns++) {
    for (const [from, to] of [[caller, callee], [callee, caller]] as const) {
      for (const { step, value } of from.sent.splice(0)) {
        idleTurns = 0;
        to.trust.receiveStep(CALL_ID, step as never, change(value ?? ""));
      }
    }
    await takeTurn();
  }
}

Deno.test("CallTrust compares words by both ends' certificates, and both see the same", async () => {
  const { caller, callee } = await createEnds();
  assertEquals(caller.trust.viewOf(CALL_ID), null);
  caller.trust.compareWords(CALL_ID);
  await compare(caller, callee);
  callee.trust.compareWords(CALL_ID);
  await compare(caller, callee);
  const [one, other] = [caller.trust.viewOf(CALL_ID), callee.trust.viewOf(CALL_ID)];
  assert(one?.code !== null && one !== null, JSON.stringify(one));
  assertEquals(one.code, other?.code as never);
  assert(caller.changes > 0 && callee.changes > 0);
  assertEquals([caller.events, callee.events], [[], []]);
  for (const end of [caller, callee]) {
    end.trust.close(CALL_ID);
    assertEquals(end.trust.viewOf(CALL_ID), null);
  }
  await compare(caller, callee);
});

Deno.test("CallTrust breaks a call in which the other end cheats at the words", async () => {
  const { caller, callee } = await createEnds();
  for (const end of [caller, callee]) end.trust.compareWords(CALL_ID);
  let steps = 0;
  await compare(
    caller,
    callee,
    (value) => ++steps > 2 ? value.replace(/^./, (first) => first === "A" ? "B" : "A") : value,
  );
  const events = [...caller.events, ...callee.events];
  assertEquals(events[0], [CALL_ID, { type: "words-differed" }] as unknown);
  for (const end of [caller, callee]) end.trust.close(CALL_ID);
  await compare(caller, callee);
});

Deno.test("CallTrust compares nothing before both ends are proved, or when the call is over", async () => {
  const spoil: ((end: End) => void)[] = [
    (end) => end.call = undefined,
    (end) => Object.assign(end.call ?? {}, { phase: "ended" }),
    (end) => Object.assign(end.call ?? {}, { localFingerprint: null }),
    (end) => Object.assign(end.call ?? {}, { remoteFingerprint: null }),
    (end) => end.localPeerId = null,
  ];
  for (const isOutgoing of [true, false]) {
    for (const change of spoil) {
      const { caller, callee } = await createEnds();
      const end = isOutgoing ? caller : callee;
      change(end);
      end.trust.compareWords(CALL_ID);
      await compare(caller, callee);
      assertEquals([end.trust.viewOf(CALL_ID), end.changes, end.sent], [null, 0, []], `${change}`);
    }
  }
});

Deno.test("CallTrust says that a comparison broke off when its code fails, and tries again at the next press", async () => {
  const { caller, callee } = await createEnds();
  const { warn } = console;
  console.warn = () => {};
  crypto.getRandomValues = ((get) => {
    let isFirst = true;
    return ((bytes: Uint8Array<ArrayBuffer>) => {
      if (isFirst) {
        isFirst = false;
        throw new Error("no");
      }
      return Reflect.apply(get, crypto, [bytes]);
    }) as typeof crypto.getRandomValues;
  })(crypto.getRandomValues);
  try {
    caller.trust.compareWords(CALL_ID);
    await compare(caller, callee);
    assertEquals(caller.trust.viewOf(CALL_ID), { phase: "aborted", isAskedFor: false, code: null });
    assertEquals(caller.changes, 1);
  } finally {
    Reflect.deleteProperty(crypto, "getRandomValues");
    console.warn = warn;
  }
  for (const end of [caller, callee]) end.trust.compareWords(CALL_ID);
  await compare(caller, callee);
  assert(caller.trust.viewOf(CALL_ID)?.code !== null);
  for (const end of [caller, callee]) end.trust.close(CALL_ID);
  await compare(caller, callee);
});
