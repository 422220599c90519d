/**
 * One call as one end sees it: `(call, event) → [call, effects]`. Pure: time arrives in events, timers are effects,
 * and nothing here touches a socket, a peer connection or the screen. `call_set.ts` decides which call an event is for.
 *
 *               accepted by the other end                    bytes stop        bytes come back
 *   outgoing ───────────────────────────► connecting ─► connected ─► reconnecting ─► connected
 *   incoming ───────────────────────────►      │            │              │
 *      │        accepted here                   ▼            ▼              ▼
 *      └──────── declined, cancelled, … ─────────────────► ended(reason)
 *
 * Nothing that holds an address crosses before the callee accepts: each end keeps its candidates in `heldCandidates`
 * until then, and a candidate that comes early is dropped.
 *
 * Offers and acceptances come here only when their proof stands (`proof_gate.ts`). What comes later is held to it: each
 * message must fit its sender's role, the moment and the budget, and each description the certificate that was proved.
 */

import {
  type CallId,
  CANDIDATES_MAX,
  type ConnectionId,
  type DeclineReason,
  type FailureDetail,
  type HangUpReason,
  type IceCandidates,
  type PeerId,
  type PeerMessage,
  RING_TIMEOUT_MS,
  type TabId,
} from "../signaling/protocol.ts";
import {
  type Call,
  type CallEffect,
  type CallEvent,
  type CallMessage,
  CONNECT_TIMEOUT_MS,
  createCall,
  HEDGE_MS,
  type Offer,
  PATIENCE_MS,
  type Step,
  type TimerName,
} from "./call.ts";
import { checkDescription, keepUsableCandidates, readFingerprint } from "./description_check.ts";
import { spend } from "./message_budget.ts";
import type { EndReason } from "./state.ts";

/** What a description, or a step of a comparison, takes of its sender's budget; a candidate takes 1. */
const DESCRIPTION_COST = 10;

type HangUp = Extract<PeerMessage, { type: "hang-up" }>;

/** The connection has its descriptions: from now on it may come up, or another is tried beside it. */
const WAIT_FOR_CONNECTION: readonly CallEffect[] = [
  { type: "start-timer", timer: "connect", ms: CONNECT_TIMEOUT_MS },
  { type: "start-timer", timer: "hedge", ms: HEDGE_MS },
];

/** Starts a call to `remotePeerId`; the offer goes out when the driver has prepared it. */
export function placeCall(
  callId: CallId,
  localTabId: TabId,
  remotePeerId: PeerId,
  { isPatient }: { isPatient: boolean },
): Step {
  return [createCall({ callId, localTabId, remotePeerId, isOutgoing: true, isPatient }), [{ type: "prepare-offer" }]];
}

/** Starts to ring for an offer that just came. */
export function receiveCall(offer: Offer, localTabId: TabId): Step {
  const call = createCall({
    callId: offer.callId,
    localTabId,
    remotePeerId: offer.id,
    isOutgoing: false,
    remoteTabId: offer.tabId,
    remoteName: offer.name ?? null,
    hasVideo: offer.video,
    offer: offer.description,
    remoteFingerprint: readFingerprint(offer.description.sdp),
    remoteMedia: { audio: offer.audio, video: offer.video },
  });
  return [call, [
    { type: "bind-channel", remoteTabId: offer.tabId },
    { type: "send", message: { type: "ringing" } },
    { type: "prepare-answer", description: offer.description },
    { type: "start-timer", timer: "ring", ms: RING_TIMEOUT_MS },
  ]];
}

export function isLive(call: Call): boolean {
  return call.phase !== "ended";
}

/** Whether the answer has been given, so that addresses may cross and media may flow. */
function isAnswered(call: Call): boolean {
  return call.phase === "connecting" || call.phase === "connected" || call.phase === "reconnecting";
}

/** Turns down the offer that was set aside: its caller waits for it, unless they have dropped it for this very call. */
export function rejectSetAside({ setAside }: Call): CallEffect[] {
  if (setAside === null) return [];
  return [{ type: "reject-offer", callId: setAside.callId, reason: "busy", isMissed: false, name: null }];
}

/** Ends the call, telling the other end why if `message` is given. */
export function endCall(call: Call, endReason: EndReason, nowMs: number, message?: CallMessage): Step {
  const effects: CallEffect[] = message === undefined ? [] : [{ type: "send", message }];
  effects.push(...rejectSetAside(call));
  for (const timer of ["ring", "connect", "hedge"] as const) effects.push({ type: "stop-timer", timer });
  effects.push({ type: "close" });
  return [
    { ...call, phase: "ended", endReason, endedAtMs: nowMs, heldCandidates: [], offer: null, answer: null },
    effects,
  ];
}

function hangUp(reason: HangUpReason, detail: FailureDetail | null = null): CallMessage {
  return { type: "hang-up", reason, ...(detail === null ? {} : { detail }) };
}

/** Takes what the other end found out about a connection that never came up, even after the call has ended. */
function hearReport(call: Call, event: CallEvent): Step {
  if (event.type !== "message-received" || event.message.type !== "hang-up") return [call, []];
  const { detail } = event.message;
  if (call.endReason !== "failed" || detail === undefined) return [call, []];
  return [{ ...call, failure: { ...call.failure, remote: detail } }, []];
}

/** Ends a call in which the other end cannot be who it says, and tells it so. */
export function endUnverified(call: Call, nowMs: number): Step {
  const isRinging = call.phase === "incoming";
  return endCall(call, "unverified", nowMs, isRinging ? decline("unverified") : hangUp("unverified"));
}

function decline(reason: DeclineReason): CallMessage {
  return { type: "video-offer-response", accepted: false, reason };
}

/** Advances the call by one event; an event that the phase has no use for changes nothing. */
export function stepCall(call: Call, event: CallEvent, nowMs: number): Step {
  if (!isLive(call)) return hearReport(call, event);
  switch (event.type) {
    case "message-received":
      return receiveMessage(call, event.message, nowMs);
    case "offer-prepared":
      return sendOffer(call, event);
    case "answer-prepared":
      return sendAnswer({
        ...call,
        answer: { description: event.description, proof: event.proof },
        localFingerprint: readFingerprint(event.description.sdp),
      });
    case "accepted":
      return accept(call, event);
    case "declined":
      return call.phase === "incoming" ? endCall(call, "declined", nowMs, decline("declined")) : [call, []];
    case "hung-up":
      return isAnswered(call)
        ? endCall(call, "hung-up", nowMs, hangUp("ended"))
        : endCall(call, "cancelled", nowMs, call.isOutgoing ? hangUp("cancelled") : decline("declined"));
    case "preparation-failed":
      return endCall(call, "unsupported", nowMs, call.isOutgoing ? hangUp("failed") : decline("unsupported"));
    case "keyless":
      return endCall(call, "keyless", nowMs, call.isOutgoing ? undefined : decline("unsupported"));
    case "words-differed":
      return isAnswered(call) ? endCall(call, "words-differed", nowMs, hangUp("unverified")) : [call, []];
    case "candidates-gathered":
      return shareCandidates(call, event);
    case "send-refused":
      // Once the answer is given the call lives or dies by its own connection, not by the server's view of it.
      return isAnswered(call) ? [call, []] : endCall(call, "unavailable", nowMs);
    case "connection-diagnosed":
      return [{ ...call, failure: { ...call.failure, local: event.detail } }, []];
    case "peer-away":
      return [{ ...call, isRemoteAway: call.phase === "reconnecting" }, []];
    case "timer-fired":
      return handleTimer(call, event.timer, nowMs);
    case "local-media-changed":
      return [call, isAnswered(call) ? [{ type: "send", message: { type: "media-state", ...event.media } }] : []];
    case "description-created": {
      const { description, connectionId } = event;
      const message = { type: "description", description, connectionId } as const;
      return [call, isAnswered(call) ? [{ type: "send", message }] : []];
    }
    case "connection-opened":
    case "connection-interrupted":
    case "connection-failed":
      return handleConnection(call, event.type, nowMs);
  }
}

function sendOffer(call: Call, event: Extract<CallEvent, { type: "offer-prepared" }>): Step {
  if (call.phase !== "outgoing") return [call, []];
  const { description, proof, media, name } = event;
  return [{ ...call, hasVideo: media.video, localFingerprint: readFingerprint(description.sdp) }, [
    { type: "send", message: { type: "video-offer-request", description, proof, ...media, ...named(name) } },
    { type: "start-timer", timer: "ring", ms: call.isPatient ? PATIENCE_MS : RING_TIMEOUT_MS },
  ]];
}

function named(name: string | null): { name?: string } {
  return name === null ? {} : { name };
}

function accept(call: Call, event: Extract<CallEvent, { type: "accepted" }>): Step {
  if (call.phase !== "incoming" || call.acceptance !== null) return [call, []];
  const answer = call.answer === "spoiled" ? null : call.answer;
  const remade: CallEffect[] = call.answer === "spoiled" && call.offer !== null
    ? [{ type: "prepare-answer", description: call.offer }]
    : [];
  const acceptance = { video: event.video, name: event.name };
  const [accepted, effects] = sendAnswer({ ...call, acceptance, answer });
  // The media opens after the answer has left: the person must not wait for a camera to be seen and heard.
  return [accepted, [...remade, ...effects, { type: "open-media", video: event.video }]];
}

/** Sends the answer and what was gathered, in one message, as soon as there is both an acceptance and an answer. */
function sendAnswer(call: Call): Step {
  const { acceptance, answer } = call;
  if (call.phase !== "incoming" || acceptance === null || answer === null || answer === "spoiled") return [call, []];
  const candidates = call.heldCandidates.slice(0, CANDIDATES_MAX);
  return [{ ...call, phase: "connecting", heldCandidates: [], offer: null }, [
    { type: "stop-timer", timer: "ring" },
    {
      type: "send",
      message: {
        type: "video-offer-response",
        accepted: true,
        ...answer,
        candidates,
        audio: true,
        video: acceptance.video,
        ...named(acceptance.name),
      },
    },
    ...sendCandidates(call.heldCandidates.slice(CANDIDATES_MAX)),
    ...WAIT_FOR_CONNECTION,
  ]];
}

function sendCandidates(all: IceCandidates, connectionId: ConnectionId | null = null): CallEffect[] {
  if (all.length === 0) return [];
  const message = {
    type: "ice-candidate",
    candidates: all.slice(0, CANDIDATES_MAX),
    ...(connectionId === null ? {} : { connectionId }),
  } as const;
  return [{ type: "send", message }, ...sendCandidates(all.slice(CANDIDATES_MAX), connectionId)];
}

function shareCandidates(
  call: Call,
  { candidates, connectionId }: Extract<CallEvent, { type: "candidates-gathered" }>,
): Step {
  if (isAnswered(call)) return [call, sendCandidates(candidates, connectionId)];
  return [{ ...call, heldCandidates: [...call.heldCandidates, ...candidates] }, []];
}

function handleTimer(call: Call, timer: TimerName, nowMs: number): Step {
  if (timer === "ring" && !isAnswered(call)) {
    // Where it never rang, nobody can have failed to answer.
    const endReason = call.isOutgoing && !call.isRinging ? "unavailable" : "unanswered";
    return endCall(call, endReason, nowMs, call.isOutgoing ? hangUp("timeout") : decline("timeout"));
  }
  if (timer === "connect" && call.phase === "connecting") {
    return endCall(call, "failed", nowMs, hangUp("failed", call.failure.local));
  }
  // A path that loses much can hold up one handshake for long; two are seldom held up both.
  if (timer === "hedge" && call.phase === "connecting") {
    return [call, [{ type: "replace-connection" }, { type: "start-timer", timer: "hedge", ms: HEDGE_MS }]];
  }
  return [call, []];
}

function handleConnection(
  call: Call,
  type: "connection-opened" | "connection-interrupted" | "connection-failed",
  nowMs: number,
): Step {
  if (!isAnswered(call)) {
    // Firefox gives up on a connection that has no remote candidates after 5 s; a ringing one has none on purpose.
    const isSpoiled = type === "connection-failed" && call.phase === "incoming" && call.acceptance === null;
    return [isSpoiled ? { ...call, answer: "spoiled", heldCandidates: [] } : call, []];
  }
  if (type === "connection-opened") {
    return [{ ...call, phase: "connected", isRemoteAway: false, connectedAtMs: call.connectedAtMs ?? nowMs }, [
      { type: "stop-timer", timer: "connect" },
      { type: "stop-timer", timer: "hedge" },
    ]];
  }
  // Once connected, the link's own recovery replaces it; before, a first path may still be found by another try.
  if (type === "connection-failed") return [call, call.phase === "connecting" ? [{ type: "replace-connection" }] : []];
  return [{ ...call, phase: call.phase === "connected" ? "reconnecting" : call.phase }, []];
}

function receiveMessage(call: Call, message: PeerMessage, nowMs: number): Step {
  if (message.type === "video-offer-response") return receiveResponse(call, message, nowMs);
  // Before one is bound, any of the callee's tabs may ring or leave; afterwards only the bound one is the other end.
  if (call.remoteTabId !== null && message.tabId !== call.remoteTabId) return [call, []];
  switch (message.type) {
    case "ringing":
      return call.phase === "outgoing" ? [{ ...call, isRinging: true }, []] : [call, []];
    case "call-claimed":
      return call.isOutgoing || message.claimedBy === call.localTabId
        ? [call, []]
        : endCall(call, "answered-elsewhere", nowMs);
    case "hang-up":
      return call.phase === "outgoing" ? [call, []] : receiveHangUp(call, message, nowMs);
    case "ice-candidate":
    case "description":
    case "compare":
      return isAnswered(call) ? receiveCostly(call, message, nowMs) : [call, []];
    case "media-state":
      return [isAnswered(call) ? { ...call, remoteMedia: { audio: message.audio, video: message.video } } : call, []];
    default:
      return [call, []];
  }
}

type CostlyMessage = Extract<PeerMessage, { type: "ice-candidate" | "description" | "compare" }>;

/** Takes what sets the browser to work, within the sender's budget. */
function receiveCostly(call: Call, message: CostlyMessage, nowMs: number): Step {
  const cost = message.type === "ice-candidate" ? message.candidates.length : DESCRIPTION_COST;
  const budget = spend(call.budget, cost, nowMs);
  if (budget === null) return [call, []];
  const charged = { ...call, budget };
  switch (message.type) {
    case "ice-candidate":
      return [charged, addCandidates(message.candidates, message.connectionId)];
    case "description":
      return receiveDescription(charged, message, nowMs);
    case "compare":
      return [charged, [{ type: "compare", step: message.step, value: message.value }]];
  }
}

function addCandidates(candidates: IceCandidates, connectionId: ConnectionId | null = null): CallEffect[] {
  const usable = keepUsableCandidates(candidates);
  return usable.length === 0 ? [] : [{ type: "add-candidates", candidates: usable, connectionId }];
}

function receiveDescription(
  call: Call,
  { description, connectionId }: Extract<PeerMessage, { type: "description" }>,
  nowMs: number,
): Step {
  const { fingerprint } = checkDescription(description.sdp);
  // Who was proved is who this certificate belongs to; with another one it would be anybody.
  if (fingerprint === null || fingerprint !== call.remoteFingerprint) return endUnverified(call, nowMs);
  return [call, [{ type: "apply-description", description, connectionId }]];
}

function receiveHangUp(call: Call, { reason, detail }: HangUp, nowMs: number): Step {
  const endReason = remoteEndReason(call, reason);
  if (endReason !== "failed" || detail === undefined) return endCall(call, endReason, nowMs);
  const reported = { ...call, failure: { ...call.failure, remote: detail } };
  // The other end's patience ended first; it still wants to know what was seen here.
  const report = call.failure.local === null ? undefined : hangUp("failed", call.failure.local);
  return endCall(reported, endReason, nowMs, report);
}

/** What a callee's refusal means to the caller. */
const DECLINED: Record<DeclineReason, EndReason> = {
  "declined": "declined",
  "busy": "busy",
  "timeout": "unanswered",
  "unsupported": "unsupported",
  "unverified": "remote-unverified",
};

function remoteEndReason(call: Call, reason: HangUpReason): EndReason {
  if (reason === "unverified") return "remote-unverified";
  if (isAnswered(call)) return reason === "failed" ? "failed" : "remote-hung-up";
  switch (reason) {
    case "timeout":
      return "unanswered";
    case "declined":
    case "busy":
      return "declined-elsewhere";
    case "unsupported":
    case "failed":
      return "failed";
    case "cancelled":
    case "ended":
      return "cancelled";
  }
}

function receiveResponse(
  call: Call,
  message: Extract<PeerMessage, { type: "video-offer-response" }>,
  nowMs: number,
): Step {
  if (!call.isOutgoing) return [call, []];
  if (call.remoteTabId !== null) {
    // Another tab of the callee answers a moment too late: say again who has the call.
    const isLate = message.tabId !== call.remoteTabId;
    return [call, isLate ? [{ type: "send", message: { type: "call-claimed", claimedBy: call.remoteTabId } }] : []];
  }
  if (!message.accepted) {
    // The callee's other tabs ring on until the caller, who alone decides the call, tells them.
    return endCall(call, DECLINED[message.reason], nowMs, hangUp(message.reason));
  }
  const answered: Call = {
    ...call,
    phase: "connecting",
    isRinging: false,
    remoteTabId: message.tabId,
    remoteName: message.name ?? null,
    remoteFingerprint: readFingerprint(message.description.sdp),
    remoteMedia: { audio: message.audio, video: message.video },
    heldCandidates: [],
    setAside: null,
  };
  return [answered, [
    ...rejectSetAside(call),
    { type: "stop-timer", timer: "ring" },
    { type: "bind-channel", remoteTabId: message.tabId },
    { type: "apply-answer", description: message.description },
    ...addCandidates(message.candidates),
    { type: "send", message: { type: "call-claimed", claimedBy: message.tabId } },
    ...sendCandidates(call.heldCandidates),
    ...WAIT_FOR_CONNECTION,
  ]];
}
