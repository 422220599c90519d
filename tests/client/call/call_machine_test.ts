/** What the interleavings of call_set_test.ts cannot show: wrong moments, strangers, timers, and what is sent exactly. */

import { assert, assertEquals } from "@std/assert";
import {
  type Call,
  type CallEffect,
  type CallEvent,
  type CallMessage,
  CONNECT_TIMEOUT_MS,
  createCall,
  HEDGE_MS,
  NOTE_MS,
  PATIENCE_MS,
} from "../../../client/call/call.ts";
import { placeCall, receiveCall, stepCall } from "../../../client/call/call_machine.ts";
import { isRemoteGone } from "../../../client/call/call_waiting.ts";
import { readMedia } from "../../../client/media/source.ts";
import { RECENT_MS } from "../../../client/kept/recent_calls.ts";
import type { EndReason } from "../../../client/call/end_reason.ts";
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
} from "../../../signaling/protocol.ts";
import { createFingerprint, createSdp } from "../../doubles/description.ts";

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
const ANSWER_PREPARED: CallEvent = {
  type: "answer-prepared",
  answer: { description: ANSWER, proof: PROOF, name: null },
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
  accepted: run(createIncoming(), ACCEPTED)[0],
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

Deno.test("stepCall() says of a call that the relay held back that it was, if it never rang", () => {
  const timerFired: CallEvent = { type: "timer-fired", timer: "ring" };
  const [held, effects] = stepCall(at("outgoing"), { type: "held-back" }, 1);
  assertEquals([held.isHeldBack, held.phase, effects], [true, "outgoing", []]);
  assertEquals(stepCall(held, timerFired, 2)[0].endReason, "held-back");
  const [rung] = stepCall({ ...held, isRinging: true }, timerFired, 2);
  assertEquals(rung.endReason, "unanswered");
  for (const moment of ANSWERED) assertEquals(stepCall(at(moment), { type: "held-back" }, 1)[0].isHeldBack, false);
});

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
    ["outgoing", decline("incompatible"), "incompatible", "hang-up incompatible"],
    ["outgoing", { type: "preparation-failed", cause: "no-webrtc" }, "no-webrtc", "hang-up cancelled"],
    ["outgoing", { type: "preparation-failed", cause: "unprepared" }, "unprepared", "hang-up cancelled"],
    ["outgoing", { type: "offline" }, "offline", "hang-up timeout"],
    ["ringing", { type: "offline" }, "unanswered", "hang-up timeout"], // It did reach them.
    ["incoming", { type: "offline" }, "unanswered", "video-offer-response timeout"],
    ["outgoing", { type: "keyless" }, "keyless", null],
    ["incoming", { type: "declined" }, "declined", "video-offer-response declined"],
    ["incoming", hungUp, "cancelled", "video-offer-response declined"],
    ["incoming", timerFired, "unanswered", "video-offer-response timeout"],
    ["incoming", { type: "send-refused" }, "unavailable", null],
    ["incoming", { type: "preparation-failed", cause: "no-webrtc" }, "no-webrtc", "video-offer-response unsupported"],
    ["incoming", { type: "preparation-failed", cause: "unprepared" }, "unprepared", "video-offer-response unsupported"],
    [
      "incoming",
      { type: "preparation-failed", cause: "incompatible" },
      "incompatible",
      "video-offer-response incompatible",
    ],
    ["incoming", { type: "peer-left" }, "vanished", null],
    ["accepted", { type: "peer-left" }, "too-late", null],
    ["callerConnecting", { type: "peer-gone" }, "unavailable", "hang-up lost"],
    ["callerConnecting", { type: "peer-left" }, "remote-hung-up", "hang-up lost"],
    ["calleeConnecting", { type: "peer-gone" }, "too-late", "hang-up lost"],
    ["calleeConnecting", { type: "peer-left" }, "too-late", "hang-up lost"],
    ["reconnecting", { type: "peer-gone" }, "page-gone", "hang-up lost"],
    ["reconnecting", { type: "peer-left" }, "remote-hung-up", "hang-up lost"],
    ["incoming", hangUp("cancelled"), "cancelled", null],
    ["incoming", hangUp("ended"), "cancelled", null],
    ["incoming", hangUp("timeout"), "unanswered", null],
    ["incoming", hangUp("declined"), "declined-elsewhere", null],
    ["incoming", hangUp("busy"), "declined-elsewhere", null],
    // Another tab here could not take it, or the caller went on without: nothing was tried that could have failed here.
    ["incoming", hangUp("unsupported"), "cancelled", null],
    ["incoming", hangUp("incompatible"), "cancelled", null],
    ["incoming", hangUp("failed"), "cancelled", null],
    ["incoming", receive({ type: "call-claimed", claimedBy: FOREIGN_TAB }), "answered-elsewhere", null],
    ["calleeConnecting", receive({ type: "call-claimed", claimedBy: FOREIGN_TAB }), "answered-elsewhere", null],
    ["callerConnecting", { type: "timer-fired", timer: "connect" }, "failed", "hang-up failed"],
    ["calleeConnecting", { type: "timer-fired", timer: "connect" }, "failed", "hang-up failed"],
    ...ANSWERED.flatMap((moment): typeof rows => [
      [moment, hungUp, "hung-up", "hang-up ended"],
      [moment, hangUp("ended"), "remote-hung-up", null],
      [moment, hangUp("cancelled"), moment === "calleeConnecting" ? "too-late" : "remote-hung-up", null],
      [moment, hangUp("timeout"), moment === "calleeConnecting" ? "too-late" : "remote-hung-up", null],
      [moment, hangUp("lost"), /Connecting/.test(moment) ? "failed" : "lost", null],
      [moment, hangUp("failed"), "failed", null],
      [moment, hangUp("flooded"), "remote-flooded", null],
      [moment, { type: "flooded" }, "flooded", "hang-up flooded"],
      [moment, hangUp("incompatible"), "incompatible", null],
      [moment, { type: "preparation-failed", cause: "incompatible" }, "incompatible", "hang-up incompatible"],
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
    ["outgoing", { type: "peer-gone" }], // Whoever it rings for may open another page.
    ["outgoing", { type: "peer-left" }],
    ["connected", { type: "peer-gone" }], // The path is alive.
    ["connected", { type: "peer-left" }],
    ["connected", { type: "timer-fired", timer: "wait" }],
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
    { type: "preparation-failed", cause: "unprepared" },
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
    { type: "feature", feature: "media-state", body: { audio: false, video: false } },
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
    { type: "answer-prepared", answer: { description: ANSWER, proof: PROOF, name: "Kim" } },
    { type: "candidates-gathered", candidates, connectionId: null },
    { type: "accepted", video: false },
  );
  const message = {
    type: "video-offer-response",
    accepted: true,
    description: ANSWER,
    proof: PROOF,
    candidates,
  } as const;
  assertEquals(call.phase, "connecting");
  assertEquals(sent(effects), [{ ...message, audio: false, video: false, name: "Kim" }], "Nothing is sent yet");
  assertEquals(kinds(effects), ["stop-timer", "send", "open-features", "start-timer", "start-timer", "open-media"]);
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
    answer: { description: remade, proof: PROOF, name: null },
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

Deno.test("stepCall() leaves for no reason of its own and offers no other connection before the call is accepted", () => {
  const events: CallEvent[] = [
    { type: "left", endReason: "words-differed", word: "unverified" },
    { type: "description-created", description: OFFER, connectionId: CONNECTION_ID, proof: PROOF },
  ];
  for (const event of events) {
    for (const moment of ["outgoing", "incoming"]) assertEquals(run(at(moment), event), [at(moment), []]);
    for (const moment of ANSWERED) assertEquals(sent(run(at(moment), event)[1]).length, 1);
  }
  for (const moment of ["outgoing", "incoming", ...ANSWERED]) {
    assertEquals(run(at(moment), { type: "media-opened" }), [at(moment), []]);
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
  assertEquals(call, createCall({ ...fields, remoteMedia: readMedia({ audio: true, video: false }) }));
});

Deno.test("stepCall() follows the connection from the first time it opens", () => {
  const steps: [event: CallEvent["type"], nowMs: number, phase: Call["phase"], effects: string[]][] = [
    ["connection-interrupted", 1, "connecting", []],
    ["connection-failed", 2, "connecting", ["replace-connection"]],
    ["connection-opened", 3, "connected", ["stop-timer", "stop-timer", "stop-timer", "note-connected", "start-timer"]],
    ["connection-failed", 4, "connected", []],
    ["connection-interrupted", 5, "reconnecting", ["start-timer"]],
    ["connection-interrupted", 5, "reconnecting", []],
    ["connection-opened", 6, "connected", ["stop-timer", "stop-timer", "stop-timer"]],
  ];
  let call = at("callerConnecting");
  for (const [type, nowMs, phase, expected] of steps) {
    const [next, effects] = stepCall(call, { type } as CallEvent, nowMs);
    assertEquals([next.phase, kinds(effects)], [phase, expected], type);
    call = next;
  }
  assertEquals(call.connectedAtMs, 3, "The call has lasted since then");
});

Deno.test("stepCall() has a call noted again for as long as it lasts, more often than it is forgotten", () => {
  const fired: CallEvent = { type: "timer-fired", timer: "note" };
  assert(NOTE_MS * 2 < RECENT_MS, "One that comes late does no harm");
  const again: CallEffect[] = [{ type: "note-connected" }, { type: "start-timer", timer: "note", ms: NOTE_MS }];
  assertEquals(run(at("callerConnecting"), { type: "connection-opened" })[1].slice(-2), again);
  for (const moment of ["connected", "reconnecting"]) assertEquals(run(at(moment), fired), [at(moment), again]);
  assertEquals(run(at("connected"), { type: "hung-up" }, fired)[1], []);
});

Deno.test("stepCall() lets a call whose caller is not there end without a word, so that it may ring again", () => {
  for (const [moment, endReason] of [["incoming", "vanished"], ["accepted", "too-late"]] as const) {
    const [call, effects] = run(at(moment), { type: "peer-gone" });
    assertEquals([call.phase, call.endReason, sent(effects)], ["ended", endReason, []]);
    assertEquals(kinds(effects).slice(-2), ["close", "forget"]);
  }
});

Deno.test("stepCall() says no longer that it rings while nobody is heard there, and again when somebody is", () => {
  const [rings] = run(at("outgoing"), receive({ type: "ringing" }));
  const [quiet, effects] = run(rings, { type: "peer-away" });
  assertEquals([quiet.phase, quiet.isRinging, effects], ["outgoing", false, []]);
  assertEquals(run(quiet, { type: "peer-back" })[0].isRinging, true);
  assertEquals(run(quiet, { type: "timer-fired", timer: "ring" })[0].endReason, "unavailable");
  assertEquals(run(at("outgoing"), { type: "peer-back" })[0].isRinging, false, "It has not rung yet");
  for (const moment of ANSWERED) assertEquals(run(at(moment), { type: "peer-back" })[0].isRinging, false);
});

Deno.test("stepCall() says of an accepted call that the other end is away, until it is heard or connected", () => {
  for (const moment of ["callerConnecting", "calleeConnecting"] as const) {
    const [away, effects] = run(at(moment), { type: "peer-away" });
    assertEquals([away.phase, away.isRemoteAway, effects], ["connecting", true, []]);
    assertEquals(run(away, { type: "peer-back" })[0].isRemoteAway, false);
    assertEquals(run(away, { type: "connection-opened" })[0].isRemoteAway, false);
  }
});

Deno.test("stepCall() waits for a connected peer for 170 s at most, and for one that is away for two minutes", () => {
  const fired: CallEvent = { type: "timer-fired", timer: "wait" };
  const [away, back] = [{ type: "peer-away" }, { type: "peer-back" }] as const;
  const rows: [events: CallEvent[], waited: number][] = [
    [[fired, fired, fired, fired], 170_000],
    [[away, fired, fired, fired], 120_000],
    [[fired, away, fired, fired], 120_000],
    [[away, back, fired, fired, fired, fired], 170_000],
    [[fired, fired, away, fired], 120_000],
    [[fired, fired, fired, away, fired], 170_000],
  ];
  for (const [events, waited] of rows) {
    let [call, effects] = run(at("connected"), { type: "connection-interrupted" });
    let ms = 0;
    for (const event of events) {
      assertEquals(call.phase, "reconnecting", `Over too early: ${JSON.stringify(events)}`);
      const timer = effects.find((effect) => effect.type === "start-timer");
      if (event === fired && timer?.type === "start-timer") ms += timer.ms;
      const [next, more] = run(call, event);
      if (event === fired) effects = more;
      call = next;
    }
    assertEquals([call.endReason, sent(effects), ms], ["lost", [{ type: "hang-up", reason: "lost" }], waited]);
  }
  const [stale] = run(at("reconnecting"), fired);
  assertEquals([stale.waits, run(stale, { type: "connection-opened" })[0].waits], [1, 0], "It begins anew");
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

// --- A page that was closed ---------------------------------------------------------------------------------------

Deno.test("stepCall() waits for a page that was closed, calls it gone, and waits on for it if the person wants to", () => {
  const fired: CallEvent = { type: "timer-fired", timer: "wait" };
  const waited = (effects: readonly CallEffect[]) =>
    effects.flatMap((effect) => effect.type === "start-timer" && effect.timer === "wait" ? [effect.ms] : []);
  const connected = at("connected");
  for (const moment of [connected, { ...at("reconnecting"), connectedAtMs: 1 }]) {
    const [closed, effects] = run(moment, hangUp("closed"));
    assertEquals([closed.phase, closed.isRemoteClosed, isRemoteGone(closed)], ["reconnecting", true, false]);
    assertEquals([waited(effects), sent(effects)], [[15_000], []]);
    const [gone, waiting] = run(closed, fired);
    assertEquals([isRemoteGone(gone), waited(waiting)], [true, [45_000]]);
    const [ended, last] = run(gone, fired);
    assertEquals([ended.endReason, sent(last)], ["page-gone", [{ type: "hang-up", reason: "lost" }]]);
    const [kept, keeping] = run(gone, { type: "kept-waiting" });
    assertEquals([isRemoteGone(kept), waited(keeping)], [false, [PATIENCE_MS]]);
    assertEquals(run(kept, fired)[0].endReason, "page-gone");
    const [back] = run(kept, { type: "connection-opened" });
    assertEquals([back.phase, back.isRemoteClosed, back.isKeptWaiting], ["connected", false, false]);
  }
  assertEquals(run(at("calleeConnecting"), hangUp("closed"))[0].endReason, "remote-hung-up", "It never was");
  assertEquals(run(connected, { type: "kept-waiting" }), [connected, []]);
});

Deno.test("stepCall() calls a peer gone that has been away for a minute, and one that is only not heard never", () => {
  const fired: CallEvent = { type: "timer-fired", timer: "wait" };
  const reconnecting = at("reconnecting");
  for (const isAway of [true, false]) {
    const [start] = isAway ? run(reconnecting, { type: "peer-away" }) : [reconnecting];
    assertEquals([run(start, fired)[0], run(start, fired, fired)[0]].map(isRemoteGone), [false, isAway]);
  }
});

Deno.test("stepCall() takes a word of the page in another's place for that of the other, once", () => {
  const reconnecting = { ...at("reconnecting"), waits: 1 };
  const [closed] = run(reconnecting, { type: "peer-closed" });
  assertEquals([closed.isRemoteClosed, closed.waits], [true, 0]);
  assertEquals(run(closed, { type: "peer-closed" }), [closed, []], "Nobody on the way can make it wait for ever");
  assertEquals(run(at("connected"), { type: "peer-closed" }), [at("connected"), []]);
});

Deno.test("stepCall() says that its page is closed only to an end that knows what to make of it", () => {
  const closing: CallEvent = { type: "page-closing" };
  const know = { remoteFeatures: ["rejoin"], connectedAtMs: 1 };
  const say = (call: Call) => sent(run(call, closing)[1]);
  assertEquals(say({ ...at("connected"), ...know }), [{ type: "hang-up", reason: "closed" }]);
  for (const remoteFeatures of [null, [], ["comparison"]]) {
    assertEquals(say({ ...at("connected"), ...know, remoteFeatures }), [{ type: "hang-up", reason: "ended" }]);
  }
  assertEquals(say({ ...at("calleeConnecting"), remoteFeatures: ["rejoin"] }), [{ type: "hang-up", reason: "ended" }]);
  assertEquals(say(at("outgoing")), [{ type: "hang-up", reason: "cancelled" }]);
});

Deno.test("stepCall() waits on for a page that is loaded again while it goes on with a call", () => {
  const rejoined = { callId: "before" as CallId, connectedAtMs: -60_000, name: "Kim" };
  for (const before of [at("outgoing"), at("calleeConnecting"), at("callerConnecting")]) {
    const [, effects] = run({ ...before, rejoined }, { type: "page-closing" });
    assertEquals(sent(effects), [{ type: "hang-up", reason: "closed" }], before.phase);
  }
  const [closed] = run({ ...at("calleeConnecting"), rejoined }, hangUp("closed"));
  assertEquals([closed.phase, closed.isRemoteClosed], ["reconnecting", true]);
});

Deno.test("stepCall() begins no other wait for a page that says again that it was closed", () => {
  const [closed] = run(at("connected"), hangUp("closed"));
  const [gone] = run(closed, { type: "timer-fired", timer: "wait" });
  assertEquals(run(gone, hangUp("closed")), [gone, []]);
});

Deno.test("placeCall() calls the other end by what it is called here, until its answer says how it calls itself", () => {
  const place = (name: string | null) => placeCall(CALL_ID, LOCAL_TAB, REMOTE_ID, { isPatient: false, name })[0];
  assertEquals([place("Kim").remoteName, place(null).remoteName], ["Kim", null]);
  for (const said of ["Lee", null]) {
    const named = said === null ? {} : { name: said };
    const answer = receive({
      ...{ type: "video-offer-response", accepted: true, description: ANSWER, candidates: [], ...MEDIA, ...named },
      tabId: REMOTE_TAB,
    });
    const [answered] = stepCall(place("Kim"), answer, 0);
    assertEquals([answered.phase, answered.remoteName], ["connecting", said]);
  }
});

Deno.test("placeCall() says which call it goes on with, and its time goes on", () => {
  const rejoined = { callId: "before" as CallId, connectedAtMs: -60_000, name: "Lee" };
  const [call, effects] = placeCall(CALL_ID, LOCAL_TAB, REMOTE_ID, { isPatient: false, rejoined, video: false });
  assertEquals(effects, [{ type: "prepare-offer", video: false, rejoins: "before" as CallId }]);
  const [connected] = run(call, OFFER_PREPARED, accept(REMOTE_TAB), { type: "connection-opened" });
  assertEquals([connected.connectedAtMs, call.remoteName, connected.remoteName], [-60_000, "Lee", "Lee"]);
});
