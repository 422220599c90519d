/**
 * One call as one end sees it: `(call, event) → [call, effects]`. Pure: time arrives in events, timers are effects,
 * and nothing here touches a socket, a peer connection or the screen. `conversation.ts` decides which call an event is for.
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

import { type CallId, CANDIDATES_MAX, type PeerId, RING_TIMEOUT_MS, type TabId } from "../../signaling/protocol.ts";
import {
  type Call,
  type CallEvent,
  createCall,
  HEDGE_MS,
  NOTE_MS,
  type Offer,
  PATIENCE_MS,
  type PreparationFault,
  SILENT,
  type Step,
  type TimerName,
  WAITS_MS,
} from "./call.ts";
import { receiveMessage } from "./call_messages.ts";
import { hearHold, hold } from "./holding.ts";
import { decline, endCall, hangUp, isAnswered, isLive, sendCandidates, WAIT_FOR_CONNECTION } from "./call_steps.ts";
import { cleanName } from "../identity/name.ts";
import { awaitPage, closePage, isRemoteGone, keepWaiting, missPeer, waitOn } from "./call_waiting.ts";
import { readFingerprint } from "../proof/description_check.ts";
import { readFeatures } from "../proof/told_features.ts";
import { readMedia } from "../media/source.ts";

const NOTE = [{ type: "note-connected" }, { type: "start-timer", timer: "note", ms: NOTE_MS }] as const;

/** Starts a call to `remotePeerId`; the offer goes out when the driver has prepared it. */
export function placeCall(callId: CallId, localTabId: TabId, remotePeerId: PeerId, placing: Placing): Step {
  const { isPatient, rejoined = null, name = null, video = true, isHeld = false, isRemoteHeld = false } = placing;
  const { isStranger = false } = placing;
  const fields = { callId, localTabId, remotePeerId, isOutgoing: true, isPatient, rejoined, sendsVideo: video };
  const call = createCall({ ...fields, isHeld, isRemoteHeld, isStranger, remoteName: rejoined?.name ?? name });
  return [call, [{ type: "prepare-offer", video, rejoins: rejoined?.callId ?? null }]];
}

export type Placing = {
  readonly isPatient: boolean;
  /** What the other end is called until it answers, cleaned. */
  readonly name?: string | null;
  /** The call of a page before this one that it goes on with. */
  readonly rejoined?: Call["rejoined"];
  /** Whether the camera is asked for. */
  readonly video?: boolean;
  /** The call that it goes on with was on hold: here, and at the other end, which says so again once it is back. */
  readonly isHeld?: boolean;
  readonly isRemoteHeld?: boolean;
  /** The call that it goes on with was a stranger's. */
  readonly isStranger?: boolean;
};

/**
 * Starts to ring for an offer that just came. The answer to somebody known is prepared meanwhile; no stranger's
 * description meets the browser's parser before the person reaches for Accept.
 */
export function receiveCall(
  offer: Offer,
  localTabId: TabId,
  { isStranger = false, isWaiting = false, isQuiet = false } = {},
): Step {
  const call = createCall({
    callId: offer.callId,
    localTabId,
    remotePeerId: offer.id,
    ...{ isOutgoing: false, isStranger, isWaiting, isQuiet },
    answer: isStranger ? "unmade" : null,
    remoteTabId: offer.tabId,
    remoteName: cleanName(offer.name),
    hasVideo: offer.video,
    offer: offer.description,
    remoteFingerprint: readFingerprint(offer.description.sdp),
    remotePublicKey: offer.proof?.publicKey ?? null,
    remoteFeatures: readFeatures(offer.description.sdp),
    remoteMedia: readMedia(offer),
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
      return call.isAccepted ? [call, []] : makeAnswer(call);
    case "declined":
      return call.phase === "incoming" ? endCall(call, "declined", nowMs, decline("declined")) : [call, []];
    case "hung-up":
      return isAnswered(call)
        ? endCall(call, "hung-up", nowMs, hangUp("ended"))
        : endCall(call, "cancelled", nowMs, call.isOutgoing ? hangUp("cancelled") : decline("declined"));
    case "held":
      return hold(call, event.isHeld);
    case "remote-held":
      return hearHold(call, event.isHeld);
    case "page-closing":
      return isAnswered(call) || call.rejoined !== null
        ? closePage(call, nowMs)
        : stepCall(call, { type: "hung-up" }, nowMs);
    case "kept-waiting":
      return isRemoteGone(call) ? keepWaiting(call) : [call, []];
    case "preparation-failed":
      return endUnprepared(call, event.cause, nowMs);
    case "keyless":
      return endCall(call, "keyless", nowMs);
    case "left":
      return isAnswered(call) ? endCall(call, event.endReason, nowMs, hangUp(event.word)) : [call, []];
    case "candidates-gathered":
      return shareCandidates(call, event);
    case "send-refused":
      // Once the answer is given the call lives or dies by its own connection, not by the server's view of it.
      return isAnswered(call) ? [call, []] : endCall(call, "unavailable", nowMs);
    case "held-back":
      return [{ ...call, isHeldBack: call.phase === "outgoing" }, []];
    case "offline":
      return call.isOutgoing && !call.isRinging && !isAnswered(call)
        ? endCall(call, "offline", nowMs, hangUp("timeout"))
        : handleTimer(call, "ring", nowMs);
    case "connection-diagnosed":
      return [{ ...call, failure: { ...call.failure, local: event.detail } }, []];
    case "flooded":
      return isAnswered(call) ? endCall(call, "flooded", nowMs, hangUp("flooded")) : [call, []];
    case "peer-away":
    case "peer-back": {
      const isAway = event.type === "peer-away";
      return [{
        ...call,
        isRemoteAway: isAway && /^(?:outgoing|connecting|reconnecting)$/.test(call.phase),
        isRinging: call.phase === "outgoing" && call.hasRung && !isAway,
      }, []];
    }
    case "peer-gone":
    case "peer-left":
      return missPeer(call, { isThere: event.type === "peer-left" }, nowMs);
    case "peer-closed":
      return call.phase === "reconnecting" && !call.isRemoteClosed ? awaitPage(call) : [call, []];
    case "timer-fired":
      return handleTimer(call, event.timer, nowMs);
    case "media-opened":
      return [call, []];
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

/** The other end hears no more than concerns it: that this page takes no calls, or that the two do not fit. */
function endUnprepared(call: Call, cause: PreparationFault, nowMs: number): Step {
  if (isAnswered(call)) return endCall(call, cause, nowMs, hangUp("incompatible"));
  if (call.isOutgoing) return endCall(call, cause, nowMs, hangUp("cancelled"));
  return endCall(call, cause, nowMs, decline(cause === "incompatible" ? cause : "unsupported"));
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
  if (call.phase !== "incoming" || call.isAccepted) return [call, []];
  const [made, making] = makeAnswer(call);
  const [accepted, effects] = sendAnswer({ ...made, isWaiting: false, isAccepted: true, sendsVideo: event.video });
  // The media opens after the answer has left: the person must not wait for a camera to be seen and heard.
  return [accepted, [...making, ...effects, { type: "open-media", video: event.video }]];
}

/** Sends the answer and what was gathered, in one message, as soon as there is both an acceptance and an answer. */
function sendAnswer(call: Call): Step {
  const { isAccepted, answer } = call;
  if (call.phase !== "incoming" || !isAccepted || answer === null || answer === "unmade") return [call, []];
  const candidates = call.heldCandidates.slice(0, CANDIDATES_MAX);
  const { description, name, proof } = answer;
  return [{ ...call, phase: "connecting", heldCandidates: [], offer: null }, [
    { type: "stop-timer", timer: "ring" },
    {
      type: "send",
      message: {
        type: "video-offer-response",
        accepted: true,
        description,
        proof,
        candidates,
        ...SILENT,
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
    const neverRang = call.isHeldBack ? "held-back" : "unavailable";
    const endReason = call.isOutgoing && !call.isRinging ? neverRang : "unanswered";
    return endCall(call, endReason, nowMs, call.isOutgoing ? hangUp("timeout") : decline("timeout"));
  }
  if (timer === "connect" && call.phase === "connecting") {
    return endCall(call, "failed", nowMs, hangUp("failed", call.failure.local));
  }
  // A path that loses much can hold up one handshake for long; two are seldom held up both.
  if (timer === "hedge" && call.phase === "connecting") {
    return [call, [{ type: "replace-connection" }, { type: "start-timer", timer: "hedge", ms: HEDGE_MS }]];
  }
  if (timer === "wait" && call.phase === "reconnecting") return waitOn(call, nowMs);
  if (timer === "note" && isAnswered(call)) return [call, NOTE];
  return [call, []];
}

function handleConnection(
  call: Call,
  type: "connection-opened" | "connection-interrupted" | "connection-failed",
  nowMs: number,
): Step {
  if (!isAnswered(call)) {
    // Firefox gives up on a connection that has no remote candidates after 5 s; a ringing one has none on purpose.
    const isSpoiled = type === "connection-failed" && call.phase === "incoming" && !call.isAccepted;
    return [isSpoiled ? { ...call, answer: "unmade", heldCandidates: [] } : call, []];
  }
  if (type === "connection-opened") {
    const connectedAtMs = call.connectedAtMs ?? call.rejoined?.connectedAtMs ?? nowMs;
    const found = { isRemoteAway: false, isRemoteClosed: false, isKeptWaiting: false, waits: 0 };
    return [{ ...call, ...found, phase: "connected", connectedAtMs }, [
      ...(["connect", "hedge", "wait"] as const).map((timer) => ({ type: "stop-timer", timer } as const)),
      ...(call.connectedAtMs === null ? NOTE : []),
    ]];
  }
  // Once connected, the line's own recovery replaces it; before, a first path may still be found by another try.
  if (type === "connection-failed") return [call, call.phase === "connecting" ? [{ type: "replace-connection" }] : []];
  if (call.phase !== "connected") return [call, []];
  return [{ ...call, phase: "reconnecting" }, [{ type: "start-timer", timer: "wait", ms: WAITS_MS[0] }]];
}
