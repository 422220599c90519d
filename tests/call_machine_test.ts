/** What the interleavings of call_set_test.ts cannot show: wrong moments, strangers, timers, and what is sent exactly. */

import { assertEquals } from "@std/assert";
import {
  type Call,
  type CallEffect,
  type CallEvent,
  type CallMessage,
  CONNECT_TIMEOUT_MS,
  createCall,
  HEDGE_MS,
  PATIENCE_MS,
} from "../client/call.ts";
import { placeCall, receiveCall, stepCall } from "../client/call_machine.ts";
import type { EndReason } from "../client/state.ts";
import {
  type CallId,
  CANDIDATES_MAX,
  type ConnectionId,
  type DeclineReason,
  type HangUpReason,
  type IceCandidates,
  type PeerId,
  type PeerMessage,
  RING_TIMEOUT_MS,
  type TabId,
} from "../signaling/protocol.ts";
import { createFingerprint, createSdp } from "./doubles/description.ts";

const CALL_ID = "call" as CallId;
const LOCAL_TAB = "local" as TabId;
const REMOTE_TAB = "remote" as TabId;
const FOREIGN_TAB = "foreign" as TabId;
const CONNECTION_ID = "connection" as ConnectionId;
const REMOTE_ID = "k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId;
const OFFER = { type: "offer", sdp: createSdp(createFingerprint(1)) } as const;
const ANSWER = { type: "answer", sdp: createSdp(createFingerprint(2)) } as const;
const PROOF = { publicKey: "key", signature: "signature" };
const MEDIA = { audio: true, video: true };
const ACCEPTED: CallEvent = { type: "accepted", video: true };
const PROOFS = { withVideo: PROOF, withoutVideo: { publicKey: "key", signature: "without" } };
const ANSWER_PREPARED: CallEvent = {
  type: "answer-prepared",
  answer: { description: ANSWER, proofs: PROOFS, name: null },
};
const OFFER_PREPARED: CallEvent = {
  type: "offer-prepared",
  description: OFFER,
  proof: PROOF,
  media: MEDIA,
  name: null,
};
const LATER_MS = 1_000;

type Message = CallMessage & { tabId?: TabId };

/** A message of the other end, from the tab that has the call unless told otherwise. */
function receive(message: Message): CallEvent {
  const envelope = { id: REMOTE_ID, clientId: "0000-0000-0000-0000-0000", callId: CALL_ID, tabId: REMOTE_TAB, seq: 1 };
  return { type: "message-received", message: { ...envelope, ...message } as PeerMessage };
}

function accept(tabId: TabId): CallEvent {
  return receive({
    type: "video-offer-response",
    accepted: true,
    description: ANSWER,
    candidates: createCandidates(1),
    ...MEDIA,
    tabId,
  });
}

function decline(reason: DeclineReason): CallEvent {
  return receive({ type: "video-offer-response", accepted: false, reason });
}

function hangUp(reason: HangUpReason): CallEvent {
  return receive({ type: "hang-up", reason });
}

function createCandidates(count: number): IceCandidates {
  const candidateAt = (index: number) => `candidate:${index} 1 udp 1 192.0.2.1 ${index} typ host`;
  return Array.from({ length: count }, (_, index) => ({ candidate: candidateAt(index) }));
}

/** Puts `events` to the call, one after the other; returns it and what the last one did. */
function run(call: Call, ...events: CallEvent[]): readonly [Call, readonly CallEffect[]] {
  return events.reduce<readonly [Call, readonly CallEffect[]]>(
    ([before], event) => stepCall(before, event, LATER_MS),
    [call, []],
  );
}

function sent(effects: readonly CallEffect[]): CallMessage[] {
  return effects.flatMap((effect) => effect.type === "send" ? [effect.message] : []);
}

function kinds(effects: readonly CallEffect[]): string[] {
  return effects.map((effect) => effect.type);
}

function createIncoming(): Call {
  const offer = receive({ type: "video-offer-request", description: OFFER, ...MEDIA });
  if (offer.type !== "message-received" || offer.message.type !== "video-offer-request") throw new Error("No offer");
  return receiveCall(offer.message, LOCAL_TAB)[0];
}

function createOutgoing(): Call {
  const [call] = placeCall(CALL_ID, LOCAL_TAB, REMOTE_ID, { isPatient: false });
  return run(call, OFFER_PREPARED)[0];
}

/** A call at each moment of its life, by what led there. */
const MOMENTS: Record<string, Call> = {
  outgoing: createOutgoing(),
  ringing: { ...createOutgoing(), isRinging: true },
  incoming: run(createIncoming(), ANSWER_PREPARED)[0],
  callerConnecting: run(createOutgoing(), accept(REMOTE_TAB))[0],
  calleeConnecting: run(createIncoming(), ANSWER_PREPARED, ACCEPTED)[0],
  connected: run(createOutgoing(), accept(REMOTE_TAB), { type: "connection-opened" })[0],
  reconnecting: run(
    createOutgoing(),
    accept(REMOTE_TAB),
    { type: "connection-opened" },
    { type: "connection-interrupted" },
  )[0],
};
const ANSWERED = ["callerConnecting", "calleeConnecting", "connected", "reconnecting"];

function at(moment: string): Call {
  const call = MOMENTS[moment];
  if (call === undefined) throw new Error(`No such moment: ${moment}`);
  return call;
}

// --- How a call ends ----------------------------------------------------------------------------------------------

Deno.test("stepCall() gives each end of a call its reason, and tells the other end what it must know", () => {
  const hungUp: CallEvent = { type: "hung-up" };
  const timerFired: CallEvent = { type: "timer-fired", timer: "ring" };
  const rows: [moment: string, event: CallEvent, endReason: EndReason, sent: string | null][] = [
    ["outgoing", hungUp, "cancelled", "hang-up cancelled"],
    ["outgoing", decline("declined"), "declined", "hang-up declined"],
    ["outgoing", decline("busy"), "busy", "hang-up busy"],
    ["outgoing", decline("timeout"), "unanswered", "hang-up timeout"],
    ["outgoing", decline("unsupported"), "unsupported", "hang-up unsupported"],
    ["outgoing", timerFired, "unavailable", "hang-up timeout"], // It never rang: nobody can have failed to answer.
    ["ringing", timerFired, "unanswered", "hang-up timeout"],
    ["outgoing", { type: "send-refused" }, "unavailable", null],
    ["outgoing", { type: "preparation-failed" }, "unsupported", "hang-up failed"],
    ["incoming", { type: "declined" }, "declined", "video-offer-response declined"],
    ["incoming", hungUp, "cancelled", "video-offer-response declined"],
    ["incoming", timerFired, "unanswered", "video-offer-response timeout"],
    ["incoming", { type: "send-refused" }, "unavailable", null],
    ["incoming", { type: "preparation-failed" }, "unsupported", "video-offer-response unsupported"],
    ["incoming", hangUp("cancelled"), "cancelled", null],
    ["incoming", hangUp("ended"), "cancelled", null],
    ["incoming", hangUp("timeout"), "unanswered", null],
    ["incoming", hangUp("declined"), "declined-elsewhere", null],
    ["incoming", hangUp("busy"), "declined-elsewhere", null],
    ["incoming", hangUp("unsupported"), "failed", null],
    ["incoming", hangUp("failed"), "failed", null],
    ["incoming", receive({ type: "call-claimed", claimedBy: FOREIGN_TAB }), "answered-elsewhere", null],
    ["calleeConnecting", receive({ type: "call-claimed", claimedBy: FOREIGN_TAB }), "answered-elsewhere", null],
    ["callerConnecting", { type: "timer-fired", timer: "connect" }, "failed", "hang-up failed"],
    ["calleeConnecting", { type: "timer-fired", timer: "connect" }, "failed", "hang-up failed"],
    ...ANSWERED.flatMap((moment): typeof rows => [
      [moment, hungUp, "hung-up", "hang-up ended"],
      [moment, hangUp("ended"), "remote-hung-up", null],
      [moment, hangUp("cancelled"), "remote-hung-up", null],
      [moment, hangUp("failed"), "failed", null],
    ]),
  ];
  for (const [moment, event, endReason, expected] of rows) {
    const [call, effects] = run(at(moment), event);
    const label = `${moment}: ${JSON.stringify(event)}`;
    assertEquals([call.phase, call.endReason, call.endedAtMs], ["ended", endReason, LATER_MS], label);
    const texts = sent(effects).map((message) => `${message.type} ${"reason" in message ? message.reason : ""}`);
    assertEquals(texts, expected === null ? [] : [expected], label);
    assertEquals(kinds(effects).slice(-3), ["stop-timer", "stop-timer", "close"], label);
  }
});

Deno.test("stepCall() ends nothing on an event that the moment has no use for", () => {
  const rows: [moment: string, event: CallEvent][] = [
    ["outgoing", hangUp("ended")], // A callee that will not have the call says so by a response.
    ["outgoing", { type: "timer-fired", timer: "connect" }],
    ["outgoing", { type: "declined" }],
    ["outgoing", receive({ type: "call-claimed", claimedBy: FOREIGN_TAB })],
    ["incoming", receive({ type: "call-claimed", claimedBy: LOCAL_TAB })],
    ["incoming", decline("busy")],
    ["incoming", { type: "timer-fired", timer: "connect" }],
    ["connected", { type: "timer-fired", timer: "connect" }],
    ["reconnecting", { type: "timer-fired", timer: "connect" }],
    ...ANSWERED.flatMap((moment): typeof rows => [
      [moment, { type: "send-refused" }],
      [moment, { type: "declined" }],
      [moment, { type: "timer-fired", timer: "ring" }],
      [moment, decline("declined")],
    ]),
  ];
  for (const [moment, event] of rows) {
    const [call, effects] = run(at(moment), event);
    assertEquals([call, effects], [at(moment), []], `${moment}: ${JSON.stringify(event)}`);
  }
});

Deno.test("stepCall() changes nothing in a call that has ended", () => {
  const [ended] = run(at("connected"), { type: "hung-up" });
  const events: CallEvent[] = [ACCEPTED, OFFER_PREPARED, ANSWER_PREPARED, accept(REMOTE_TAB), hangUp("ended")];
  events.push({ type: "connection-opened" }, { type: "send-refused" }, { type: "timer-fired", timer: "ring" });
  for (const event of events) assertEquals(run(ended, event), [ended, []], JSON.stringify(event));
});

Deno.test("stepCall() refuses an offer that was set aside as busy when its own call is answered or ends", () => {
  const setAside = { callId: "theirs" as CallId, tabId: REMOTE_TAB };
  const rejection: CallEffect = {
    type: "reject-offer",
    callId: setAside.callId,
    reason: "busy",
    isMissed: false,
    name: null,
  };
  const unanswered: CallEvent[] = [
    { type: "send-refused" },
    { type: "hung-up" },
    { type: "timer-fired", timer: "ring" },
    { type: "preparation-failed" },
    decline("declined"),
  ];
  for (const event of unanswered) {
    const [, effects] = run({ ...at("outgoing"), setAside }, event);
    assertEquals(effects.filter(({ type }) => type === "reject-offer"), [rejection], JSON.stringify(event));
  }
  const [answered, effects] = run({ ...at("outgoing"), setAside }, accept(REMOTE_TAB));
  assertEquals(effects.filter(({ type }) => type === "reject-offer"), [rejection], "Its caller has dropped it by now");
  assertEquals(answered.setAside, null);
});

// --- Tabs ---------------------------------------------------------------------------------------------------------

Deno.test("stepCall() tells a second acceptance, however late, who has the call", () => {
  for (const moment of ["callerConnecting", "connected", "reconnecting"]) {
    const [call, effects] = run(at(moment), accept(FOREIGN_TAB));
    assertEquals(call, { ...at(moment), toldTabIds: [FOREIGN_TAB] });
    assertEquals(sent(effects), [{ type: "call-claimed", claimedBy: REMOTE_TAB }]);
    assertEquals(run(call, accept(FOREIGN_TAB)), [call, []], "Whoever goes on accepting has been told");
    let told = call;
    for (let tab = 0; tab < 50; tab++) [told] = run(told, accept(`tab${tab}` as TabId));
    assertEquals(told.toldTabIds.length, 16, "However many tabs a peer has");
    assertEquals(run(at(moment), accept(REMOTE_TAB)), [at(moment), []], "It needs no telling twice");
  }
});

Deno.test("stepCall() ignores a foreign tab once the call is bound, and hears any before", () => {
  const messages: Message[] = [
    { type: "hang-up", reason: "ended" },
    { type: "ice-candidate", candidates: createCandidates(1) },
    { type: "description", description: OFFER, connectionId: CONNECTION_ID },
    { type: "media-state", audio: false, video: false },
    { type: "call-claimed", claimedBy: FOREIGN_TAB },
    { type: "ringing" },
  ];
  for (const moment of ["incoming", ...ANSWERED]) {
    for (const message of messages) {
      const result = run(at(moment), receive({ ...message, tabId: FOREIGN_TAB }));
      assertEquals(result, [at(moment), []], `${moment}: ${message.type}`);
    }
  }
  assertEquals(run(at("outgoing"), receive({ type: "ringing", tabId: FOREIGN_TAB }))[0].isRinging, true);
});

// --- Accepting ----------------------------------------------------------------------------------------------------

Deno.test("stepCall() sends an acceptance at once when the answer is prepared, with all that was gathered", () => {
  const candidates = createCandidates(3);
  const [call, effects] = run(
    createIncoming(),
    { type: "answer-prepared", answer: { description: ANSWER, proofs: PROOFS, name: "Kim" } },
    { type: "candidates-gathered", candidates, connectionId: null },
    { type: "accepted", video: false },
  );
  const message = {
    type: "video-offer-response",
    accepted: true,
    description: ANSWER,
    proof: PROOFS.withoutVideo,
    candidates,
  } as const;
  assertEquals(call.phase, "connecting");
  assertEquals(sent(effects), [{ ...message, audio: true, video: false, name: "Kim" }]);
  assertEquals(kinds(effects), ["stop-timer", "send", "start-timer", "start-timer", "open-media"]);
});

Deno.test("stepCall() holds an acceptance back while the answer is prepared, then sends it once", () => {
  const [waiting, effects] = run(createIncoming(), ACCEPTED);
  assertEquals([waiting.phase, kinds(effects)], ["incoming", ["open-media"]]);
  assertEquals(run(waiting, ACCEPTED), [waiting, []], "Pressed twice");
  assertEquals(run(waiting, { type: "connection-failed" }), [waiting, []], "The answer is not spoiled: it is not made");
  const [call, answering] = run(waiting, ANSWER_PREPARED);
  assertEquals([call.phase, sent(answering).length], ["connecting", 1]);
  assertEquals(sent(run(call, ANSWER_PREPARED)[1]), [], "Answered twice");
});

Deno.test("stepCall() makes an answer that spoiled while it rang anew when it is accepted", () => {
  const [spoiled, effects] = run(
    createIncoming(),
    ANSWER_PREPARED,
    { type: "candidates-gathered", candidates: createCandidates(2), connectionId: null },
    { type: "connection-failed" },
  );
  assertEquals([spoiled.phase, spoiled.heldCandidates, effects], ["incoming", [], []]);
  const [accepted, accepting] = run(spoiled, ACCEPTED);
  assertEquals(accepting, [{ type: "prepare-answer", description: OFFER }, { type: "open-media", video: true }]);
  const remade = { type: "answer", sdp: "remade" } as const;
  const [call, answering] = run(accepted, {
    type: "answer-prepared",
    answer: { description: remade, proofs: PROOFS, name: null },
  });
  const [message] = sent(answering);
  assertEquals(message?.type === "video-offer-response" && message.accepted && message.description, remade);
  assertEquals(call.phase, "connecting");
});

// --- Candidates ---------------------------------------------------------------------------------------------------

Deno.test("stepCall() puts at most CANDIDATES_MAX in one message, and loses none", () => {
  const all = createCandidates(CANDIDATES_MAX * 2 + 1);
  const gathered: CallEvent = { type: "candidates-gathered", candidates: all, connectionId: null };
  const rows: (readonly [Call, readonly CallEffect[]])[] = [
    run(createIncoming(), ANSWER_PREPARED, gathered, ACCEPTED),
    run(createOutgoing(), gathered, accept(REMOTE_TAB)),
    run(at("connected"), gathered),
  ];
  for (const [call, effects] of rows) {
    const parts = sent(effects).flatMap((message) => "candidates" in message ? [message.candidates] : []);
    assertEquals(parts.map((part) => part.length), [CANDIDATES_MAX, CANDIDATES_MAX, 1]);
    assertEquals(parts.flat(), all);
    assertEquals(call.heldCandidates, []);
  }
});

Deno.test("stepCall() keeps its own candidates and drops the other end's until the call is accepted", () => {
  for (const moment of ["outgoing", "incoming"]) {
    const held = createCandidates(2);
    const [call, effects] = run(at(moment), { type: "candidates-gathered", candidates: held, connectionId: null });
    assertEquals([call.heldCandidates, effects], [held, []]);
    assertEquals(run(at(moment), receive({ type: "ice-candidate", candidates: held })), [at(moment), []]);
    assertEquals(run(at(moment), receive({ type: "description", description: OFFER, connectionId: CONNECTION_ID })), [
      at(moment),
      [],
    ]);
  }
  for (const moment of ANSWERED) {
    const candidates = createCandidates(2);
    const [, effects] = run(at(moment), receive({ type: "ice-candidate", candidates }));
    assertEquals(effects, [{ type: "add-candidates", candidates, connectionId: null }]);
    const ofAnother = receive({ type: "ice-candidate", candidates, connectionId: CONNECTION_ID });
    assertEquals(run(at(moment), ofAnother)[1], [{ type: "add-candidates", candidates, connectionId: CONNECTION_ID }]);
  }
});

Deno.test("stepCall() says nothing of its media and offers no other connection before the call is accepted", () => {
  const events: CallEvent[] = [
    { type: "local-media-changed", media: MEDIA },
    { type: "description-created", description: OFFER, connectionId: CONNECTION_ID, proof: PROOF },
  ];
  for (const event of events) {
    for (const moment of ["outgoing", "incoming"]) assertEquals(run(at(moment), event), [at(moment), []]);
    for (const moment of ANSWERED) assertEquals(sent(run(at(moment), event)[1]).length, 1);
  }
});

// --- Timers and the connection --------------------------------------------------------------------------------------

Deno.test("stepCall() starts the ring timer with the ring and the connect timer with the answer", () => {
  const place = (isPatient: boolean) => placeCall(CALL_ID, LOCAL_TAB, REMOTE_ID, { isPatient })[0];
  const rows: [effects: readonly CallEffect[], timer: "ring" | "connect", ms: number][] = [
    [run(place(false), OFFER_PREPARED)[1], "ring", RING_TIMEOUT_MS],
    [run(place(true), OFFER_PREPARED)[1], "ring", PATIENCE_MS],
    [run(at("outgoing"), accept(REMOTE_TAB))[1], "connect", CONNECT_TIMEOUT_MS],
    [run(at("incoming"), ACCEPTED)[1], "connect", CONNECT_TIMEOUT_MS],
  ];
  for (const [effects, timer, ms] of rows) {
    const started: CallEffect[] = [{ type: "start-timer", timer, ms }];
    if (timer === "connect") started.push({ type: "start-timer", timer: "hedge", ms: HEDGE_MS });
    assertEquals(effects.filter(({ type }) => type === "start-timer"), started);
    const stopped: CallEffect[] = timer === "connect" ? [{ type: "stop-timer", timer: "ring" }] : [];
    assertEquals(effects.filter(({ type }) => type === "stop-timer"), stopped);
  }
});

Deno.test("receiveCall() rings, prepares an answer and belongs to the caller's tab from the start", () => {
  const event = receive({ type: "video-offer-request", description: OFFER, audio: true, video: false, name: "Kim" });
  if (event.type !== "message-received" || event.message.type !== "video-offer-request") throw new Error("No offer");
  const [call, effects] = receiveCall(event.message, LOCAL_TAB);
  assertEquals(effects, [
    { type: "bind-channel", remoteTabId: REMOTE_TAB },
    { type: "send", message: { type: "ringing" } },
    { type: "prepare-answer", description: OFFER },
    { type: "start-timer", timer: "ring", ms: RING_TIMEOUT_MS },
  ]);
  const expected = {
    isOutgoing: false,
    remoteTabId: REMOTE_TAB,
    remoteName: "Kim",
    hasVideo: false,
    offer: OFFER,
    remoteFingerprint: createFingerprint(1),
  };
  const fields = { callId: CALL_ID, localTabId: LOCAL_TAB, remotePeerId: REMOTE_ID, ...expected };
  assertEquals(call, createCall({ ...fields, remoteMedia: { audio: true, video: false } }));
});

Deno.test("stepCall() follows the connection from the first time it opens", () => {
  const steps: [event: CallEvent["type"], nowMs: number, phase: Call["phase"], effects: string[]][] = [
    ["connection-interrupted", 1, "connecting", []],
    ["connection-failed", 2, "connecting", ["replace-connection"]],
    ["connection-opened", 3, "connected", ["stop-timer", "stop-timer"]],
    ["connection-failed", 4, "connected", []],
    ["connection-interrupted", 5, "reconnecting", []],
    ["connection-opened", 6, "connected", ["stop-timer", "stop-timer"]],
  ];
  let call = at("callerConnecting");
  for (const [type, nowMs, phase, expected] of steps) {
    const [next, effects] = stepCall(call, { type } as CallEvent, nowMs);
    assertEquals([next.phase, kinds(effects)], [phase, expected], type);
    call = next;
  }
  assertEquals(call.connectedAtMs, 3, "The call has lasted since then");
});

Deno.test("stepCall() tries another connection beside one that takes long, again and again until one is there", () => {
  const hedge: CallEvent = { type: "timer-fired", timer: "hedge" };
  const again: CallEffect[] = [{ type: "replace-connection" }, { type: "start-timer", timer: "hedge", ms: HEDGE_MS }];
  assertEquals(run(at("callerConnecting"), hedge)[1], again);
  assertEquals(run(at("calleeConnecting"), hedge)[1], again);
  for (const moment of ["outgoing", "incoming", "connected", "reconnecting"]) {
    assertEquals(run(at(moment), hedge), [at(moment), []]);
  }
});

Deno.test("stepCall() passes on what it found of a connection that never came up, and takes the other's word", () => {
  const [diagnosed] = run(at("callerConnecting"), { type: "connection-diagnosed", detail: "no-path" });
  const heard = receive({ type: "hang-up", reason: "failed", detail: "relay-refused" });
  const [own, effects] = run(diagnosed, { type: "timer-fired", timer: "connect" });
  assertEquals(sent(effects), [{ type: "hang-up", reason: "failed", detail: "no-path" }]);
  assertEquals(own.failure, { local: "no-path", remote: null });
  const [told] = run(own, heard);
  assertEquals([told.phase, told.failure], ["ended", { local: "no-path", remote: "relay-refused" }]);
  const [theirs, report] = run(diagnosed, heard);
  assertEquals([theirs.endReason, theirs.failure], ["failed", told.failure]);
  assertEquals(sent(report), [{ type: "hang-up", reason: "failed", detail: "no-path" }]);
  const [ended] = run(at("connected"), { type: "hung-up" });
  assertEquals(run(ended, heard), [ended, []], "A call that did connect did not fail");
});
