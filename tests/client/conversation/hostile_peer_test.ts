/**
 * What the other end of a call may not do to this one: each message of the protocol at each moment, to each role, and
 * what leads elsewhere. How much it may say, and proofs, have tests of their own (message_budget_test.ts,
 * proof_gate_test.ts, man_in_the_middle_test.ts).
 */

import { assert, assertEquals } from "@std/assert";
import { oneInFront } from "../../../client/admission/admission.ts";
import type { Call, CallEvent, CallMessage, Step } from "../../../client/call/call.ts";
import { placeCall, receiveCall, stepCall } from "../../../client/call/call_machine.ts";
import type { Conversation } from "../../../client/conversation/call_screen.ts";
import { receiveIn, refuseIn } from "../../../client/conversation/conversation.ts";
import type { CallId, ConnectionId, PeerId, PeerMessage, TabId } from "../../../signaling/protocol.ts";
import { createFingerprint, createSdp } from "../../doubles/description.ts";

const [CALL_ID, LOCAL_TAB, REMOTE_TAB] = ["call" as CallId, "local" as TabId, "remote" as TabId];
const [LOCAL_ID, REMOTE_ID] = ["0000-0000-0000-0000-0000" as PeerId, "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId];
const [OFFER, ANSWER] = [
  { type: "offer", sdp: createSdp(createFingerprint(1)) } as const,
  { type: "answer", sdp: createSdp(createFingerprint(2)) } as const,
];
const CONNECTION_ID = "connection" as ConnectionId;
const PROOF = { publicKey: "key", signature: "signature" };
const MEDIA = { audio: true, video: true };
const CANDIDATE = { candidate: "candidate:1 1 udp 1 192.0.2.1 9 typ host" };

type Fields = CallMessage & { callId?: CallId; id?: PeerId };

function createMessage(fields: Fields): PeerMessage {
  const envelope = { id: REMOTE_ID, clientId: LOCAL_ID, callId: CALL_ID, tabId: REMOTE_TAB, seq: 1 };
  return { ...envelope, ...fields } as PeerMessage;
}

function receive(call: Call, message: CallMessage, nowMs = 0): Step {
  return stepCall(call, { type: "message-received", message: createMessage(message) }, nowMs);
}

function play(call: Call, ...events: CallEvent[]): Call {
  return events.reduce((before, event) => stepCall(before, event, 0)[0], call);
}

const REQUEST: CallMessage = { type: "video-offer-request", description: OFFER, proof: PROOF, ...MEDIA };
const ACCEPTANCE: CallMessage = {
  ...{ type: "video-offer-response", accepted: true, description: ANSWER, proof: PROOF, candidates: [CANDIDATE] },
  ...MEDIA,
};

function createOutgoing(): Call {
  const [call] = placeCall(CALL_ID, LOCAL_TAB, REMOTE_ID, { isPatient: false });
  return play(call, { type: "offer-prepared", description: OFFER, proof: PROOF, media: MEDIA, name: null });
}

function createIncoming(): Call {
  const message = createMessage(REQUEST);
  if (message.type !== "video-offer-request") throw new Error("No offer");
  const [call] = receiveCall(message, LOCAL_TAB);
  return play(call, {
    type: "answer-prepared",
    answer: { description: ANSWER, proof: PROOF, name: null },
  });
}

const MOMENTS: Record<string, Call> = {
  "caller waiting": createOutgoing(),
  "callee ringing": createIncoming(),
  "caller connected": play(receive(createOutgoing(), ACCEPTANCE)[0], { type: "connection-opened" }),
  "callee connected": play(
    createIncoming(),
    { type: "accepted", video: true },
    { type: "connection-opened" },
  ),
};
const CONNECTED = ["caller connected", "callee connected"];

/** A description of a later connection, by the end that `moment` faces. */
function laterDescription(moment: string): CallMessage {
  const fingerprint = createFingerprint(moment.startsWith("caller") ? 2 : 1);
  return {
    type: "description",
    connectionId: CONNECTION_ID,
    description: { type: "offer", sdp: createSdp(fingerprint) },
  };
}

Deno.test("each message does something only to the role and at the moment that it is for", () => {
  const all = Object.keys(MOMENTS);
  const messages: [name: string, messageFor: (moment: string) => CallMessage, moments: string[]][] = [
    ["video-offer-request", () => REQUEST, []],
    ["ringing", () => ({ type: "ringing" }), ["caller waiting"]],
    ["acceptance", () => ACCEPTANCE, ["caller waiting"]],
    ["refusal", () => ({ type: "video-offer-response", accepted: false, reason: "declined" }), ["caller waiting"]],
    ["call-claimed", () => ({ type: "call-claimed", claimedBy: "other" as TabId }), [
      "callee ringing",
      "callee connected",
    ]],
    ["ice-candidate", () => ({ type: "ice-candidate", candidates: [CANDIDATE] }), CONNECTED],
    ["description", laterDescription, CONNECTED],
    ["feature", () => ({ type: "feature", feature: "comparison", body: { step: "ask", value: "" } }), CONNECTED],
    ["hang-up", () => ({ type: "hang-up", reason: "ended" }), all.filter((moment) => moment !== "caller waiting")],
  ];
  for (const [name, messageFor, moments] of messages) {
    for (const [moment, call] of Object.entries(MOMENTS)) {
      const [after, effects] = receive(call, messageFor(moment));
      const hasActed = effects.length > 0 || after !== call;
      assertEquals(hasActed, moments.includes(moment), `${name} at ${moment}`);
    }
  }
});

Deno.test("no message opens a device or adds a track: only the person's own click does", () => {
  const steps: CallMessage[] = [
    REQUEST,
    ACCEPTANCE,
    { type: "ringing" },
    { type: "call-claimed", claimedBy: LOCAL_TAB },
    { type: "ice-candidate", candidates: [CANDIDATE] },
    { type: "description", connectionId: CONNECTION_ID, description: OFFER },
    { type: "feature", feature: "media-state", body: MEDIA },
    { type: "feature", feature: "comparison", body: { step: "commit", value: "x" } },
  ];
  let calls: Call[] = [MOMENTS["callee ringing"] ?? createIncoming()];
  for (let round = 0; round < 3; round++) {
    calls = calls.flatMap((call) =>
      steps.map((message) => {
        const [after, effects] = receive(call, message);
        assertEquals(effects.filter(({ type }) => type === "open-media"), [], message.type);
        const said = effects.flatMap((effect) => effect.type === "send" ? [effect.message] : []);
        assert(said.every((message) => message.type !== "video-offer-response" || !message.accepted));
        assert(after.phase === "incoming" || after.phase === "ended", `${message.type} made it ${after.phase}`);
        return after;
      })
    );
  }
});

Deno.test("a description with another certificate, or with anything that may not be, ends the call at once", () => {
  for (const moment of CONNECTED) {
    const call = MOMENTS[moment];
    if (call === undefined) throw new Error(moment);
    const proved = laterDescription(moment);
    assertEquals(receive(call, proved)[1].map(({ type }) => type), ["apply-description"]);
    for (const sdp of [createSdp(createFingerprint(9)), createSdp().replace("a=mid:0", "x"), "v=0", ""]) {
      const description = { type: "offer", sdp } as const;
      const [after, effects] = receive(call, { type: "description", connectionId: CONNECTION_ID, description });
      assertEquals([after.phase, after.endReason], ["ended", "unverified"]);
      assertEquals(effects.filter(({ type }) => type === "apply-description"), []);
      assert(effects.some((effect) => effect.type === "send" && effect.message.type === "hang-up"));
    }
  }
});

Deno.test("candidates that name a host to look up are left out, wherever they come", () => {
  const lookUp = { candidate: "candidate:1 1 udp 1 tracker.example 9 typ host" };
  const candidates = [lookUp, CANDIDATE];
  const connected = MOMENTS["caller connected"] ?? createOutgoing();
  const [, later] = receive(connected, { type: "ice-candidate", candidates });
  const [, first] = receive(createOutgoing(), { ...ACCEPTANCE, candidates } as CallMessage);
  for (const effects of [later, first]) {
    const added = effects.flatMap((effect) => effect.type === "add-candidates" ? effect.candidates : []);
    assertEquals(added, [CANDIDATE]);
  }
});

// --- What nobody proves ---------------------------------------------------------------------------------------------

function createSet(...calls: Call[]): Conversation {
  return { localTabId: LOCAL_TAB, policy: oneInFront(1), calls: new Map(calls.map((call) => [call.callId, call])) };
}

Deno.test("an acceptance without its proof ends the call, sends no candidate and applies nothing", () => {
  const call = play(createOutgoing(), { type: "candidates-gathered", candidates: [CANDIDATE], connectionId: null });
  const [set, effects] = refuseIn(createSet(call), createMessage(ACCEPTANCE), {}, 0);
  assertEquals(set.calls.get(CALL_ID)?.endReason, "unverified");
  const said = effects.flatMap(({ effect }) => effect.type === "send" ? [effect.message] : []);
  assertEquals(said, [{ type: "hang-up", reason: "unverified" }]);
  assertEquals(effects.filter(({ effect }) => /apply|add|bind/.test(effect.type)), []);
});

Deno.test("a later description without its proof ends the call that its tab is in, and nothing else", () => {
  for (const moment of CONNECTED) {
    const call = MOMENTS[moment] ?? createOutgoing();
    const message = createMessage(laterDescription(moment));
    for (const [isOtherKey, endReason] of [[false, "unverified"], [true, "other-key"]] as const) {
      const [set, effects] = refuseIn(createSet(call), message, { isOtherKey }, 0);
      assertEquals(set.calls.get(CALL_ID)?.endReason, endReason);
      const said = effects.flatMap(({ effect }) => effect.type === "send" ? [effect.message] : []);
      assertEquals(said, [{ type: "hang-up", reason: "unverified" }]);
      assertEquals(effects.filter(({ effect }) => /apply|add|bind/.test(effect.type)), []);
    }
    const others = [{ ...message, tabId: "other" as TabId }, { ...message, id: LOCAL_ID }];
    for (const other of others) {
      assertEquals(refuseIn(createSet(call), other, {}, 0), [createSet(call), []]);
    }
  }
  for (const call of [createOutgoing(), createIncoming()]) {
    const early = createMessage(laterDescription("callee"));
    assertEquals(refuseIn(createSet(call), early, {}, 0), [createSet(call), []]);
  }
});

Deno.test("an acceptance without its proof is nothing to a call that somebody has answered, nor a stranger's", () => {
  const connected = MOMENTS["caller connected"] ?? createOutgoing();
  const late = createMessage(ACCEPTANCE);
  assertEquals(refuseIn(createSet(connected), late, {}, 0), [createSet(connected), []]);
  const waiting = createOutgoing();
  const strangers = createMessage({ ...ACCEPTANCE, id: "zzzz-zzzz-zzzz-zzzz-zzzz" as PeerId } as Fields);
  assertEquals(refuseIn(createSet(waiting), strangers, {}, 0), [createSet(waiting), []]);
});

Deno.test("an answer for somebody else's call is nobody's", () => {
  const waiting = createOutgoing();
  const foreign = createMessage({ ...ACCEPTANCE, callId: "foreign" as CallId } as Fields);
  assertEquals(receiveIn(createSet(waiting), foreign, 0), [createSet(waiting), []]);
  const strangers = createMessage({ ...ACCEPTANCE, id: "zzzz-zzzz-zzzz-zzzz-zzzz" as PeerId } as Fields);
  assertEquals(receiveIn(createSet(waiting), strangers, 0), [createSet(waiting), []]);
});

Deno.test("both ends say what happened, each from its side", () => {
  const told = receive(createOutgoing(), { type: "video-offer-response", accepted: false, reason: "unverified" })[0];
  const hungUp = receive(MOMENTS["callee ringing"] ?? createIncoming(), { type: "hang-up", reason: "unverified" })[0];
  const inCall = receive(MOMENTS["callee connected"] ?? createIncoming(), { type: "hang-up", reason: "unverified" })[0];
  for (const call of [told, hungUp, inCall]) assertEquals(call.endReason, "remote-unverified");
});
