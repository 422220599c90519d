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
 * What the other end says is taken in `call_messages.ts`.
 */

import { type CallId, CANDIDATES_MAX, type PeerId, RING_TIMEOUT_MS, type TabId } from "../signaling/protocol.ts";
import {
  type Call,
  type CallEvent,
  createCall,
  HEDGE_MS,
  type Offer,
  PATIENCE_MS,
  type Step,
  type TimerName,
} from "./call.ts";
import { receiveMessage } from "./call_messages.ts";
import { decline, endCall, hangUp, isAnswered, isLive, sendCandidates, WAIT_FOR_CONNECTION } from "./call_steps.ts";
import { readFingerprint } from "./description_check.ts";

/** Starts a call to `remotePeerId`; the offer goes out when the driver has prepared it. */
export function placeCall(
  callId: CallId,
  localTabId: TabId,
  remotePeerId: PeerId,
  { isPatient }: { isPatient: boolean },
): Step {
  return [createCall({ callId, localTabId, remotePeerId, isOutgoing: true, isPatient }), [{ type: "prepare-offer" }]];
}

/**
 * Starts to ring for an offer that just came. The answer to somebody known is prepared meanwhile; no stranger's
 * description meets the browser's parser before the person reaches for Accept.
 */
export function receiveCall(
  offer: Offer,
  localTabId: TabId,
  { isStranger, isWaiting } = { isStranger: false, isWaiting: false },
): Step {
  const call = createCall({
    callId: offer.callId,
    localTabId,
    remotePeerId: offer.id,
    isOutgoing: false,
    isStranger,
    isWaiting,
    answer: isStranger ? "unmade" : null,
    remoteTabId: offer.tabId,
    remoteName: offer.name ?? null,
    hasVideo: offer.video,
    offer: offer.description,
    remoteFingerprint: readFingerprint(offer.description.sdp),
    remotePublicKey: offer.proof?.publicKey ?? null,
    remoteMedia: { audio: offer.audio, video: offer.video },
  });
  return [call, [
    { type: "bind-channel", remoteTabId: offer.tabId },
    { type: "send", message: { type: "ringing" } },
    ...(isStranger ? [] : [{ type: "prepare-answer", description: offer.description } as const]),
    { type: "start-timer", timer: "ring", ms: RING_TIMEOUT_MS },
  ]];
}

/** Takes what the other end found out about a connection that never came up, even after the call has ended. */
function hearReport(call: Call, event: CallEvent): Step {
  if (event.type !== "message-received" || event.message.type !== "hang-up") return [call, []];
  const { detail } = event.message;
  if (call.endReason !== "failed" || detail === undefined) return [call, []];
  return [{ ...call, failure: { ...call.failure, remote: detail } }, []];
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
        answer: event.answer,
        localFingerprint: readFingerprint(event.answer.description.sdp),
      });
    case "accepted":
      return accept(call, event);
    case "warmed":
      return call.acceptance === null ? makeAnswer(call) : [call, []];
    case "declined":
      return call.phase === "incoming" ? endCall(call, "declined", nowMs, decline("declined")) : [call, []];
    case "hung-up":
      return isAnswered(call)
        ? endCall(call, "hung-up", nowMs, hangUp("ended"))
        : endCall(call, "cancelled", nowMs, call.isOutgoing ? hangUp("cancelled") : decline("declined"));
    case "preparation-failed":
      return endCall(call, "unsupported", nowMs, call.isOutgoing ? hangUp("failed") : decline("unsupported"));
    case "keyless":
      return endCall(call, "keyless", nowMs);
    case "words-differed":
      return isAnswered(call) ? endCall(call, "words-differed", nowMs, hangUp("unverified")) : [call, []];
    case "candidates-gathered":
      return shareCandidates(call, event);
    case "send-refused":
      // Once the answer is given the call lives or dies by its own connection, not by the server's view of it.
      return isAnswered(call) ? [call, []] : endCall(call, "unavailable", nowMs);
    case "connection-diagnosed":
      return [{ ...call, failure: { ...call.failure, local: event.detail } }, []];
    case "flooded":
      return isAnswered(call) ? endCall(call, "flooded", nowMs, hangUp("failed")) : [call, []];
    case "peer-away":
      return [{ ...call, isRemoteAway: call.phase === "reconnecting" }, []];
    case "timer-fired":
      return handleTimer(call, event.timer, nowMs);
    case "local-media-changed":
      return [call, isAnswered(call) ? [{ type: "send", message: { type: "media-state", ...event.media } }] : []];
    case "description-created": {
      const { description, connectionId, proof } = event;
      const message = { type: "description", description, connectionId, proof } as const;
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

export function named(name: string | null): { name?: string } {
  return name === null ? {} : { name };
}

/** Has the answer made, if it is not there and nobody makes it. */
function makeAnswer(call: Call): Step {
  if (call.phase !== "incoming" || call.answer !== "unmade" || call.offer === null) return [call, []];
  return [{ ...call, answer: null }, [{ type: "prepare-answer", description: call.offer }]];
}

function accept(call: Call, event: Extract<CallEvent, { type: "accepted" }>): Step {
  if (call.phase !== "incoming" || call.acceptance !== null) return [call, []];
  const [made, making] = makeAnswer(call);
  const [accepted, effects] = sendAnswer({ ...made, isWaiting: false, acceptance: { video: event.video } });
  // The media opens after the answer has left: the person must not wait for a camera to be seen and heard.
  return [accepted, [...making, ...effects, { type: "open-media", video: event.video }]];
}

/** Sends the answer and what was gathered, in one message, as soon as there is both an acceptance and an answer. */
function sendAnswer(call: Call): Step {
  const { acceptance, answer } = call;
  if (call.phase !== "incoming" || acceptance === null || answer === null || answer === "unmade") return [call, []];
  const candidates = call.heldCandidates.slice(0, CANDIDATES_MAX);
  const { description, name, proofs } = answer;
  return [{ ...call, phase: "connecting", heldCandidates: [], offer: null }, [
    { type: "stop-timer", timer: "ring" },
    {
      type: "send",
      message: {
        type: "video-offer-response",
        accepted: true,
        description,
        proof: acceptance.video ? proofs.withVideo : proofs.withoutVideo,
        candidates,
        audio: true,
        video: acceptance.video,
        ...named(name),
      },
    },
    ...sendCandidates(call.heldCandidates.slice(CANDIDATES_MAX)),
    ...WAIT_FOR_CONNECTION,
  ]];
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
    return [isSpoiled ? { ...call, answer: "unmade", heldCandidates: [] } : call, []];
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
