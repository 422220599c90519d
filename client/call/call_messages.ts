/**
 * What a message from the other end does to a call. Pure. Descriptions arrive here only once their proof stands
 * (`claim_check.ts`). Every message must still fit its sender's role and the moment, and every description must show
 * the certificate that was proved.
 */

import type {
  ConnectionId,
  DeclineReason,
  HangUpReason,
  IceCandidates,
  PeerMessage,
  TabId,
} from "../../signaling/protocol.ts";
import type { Call, CallEffect, Step } from "./call.ts";
import {
  endCall,
  endUnverified,
  hangUp,
  hasBegun,
  isAnswered,
  rejectSetAside,
  sendCandidates,
  WAIT_FOR_CONNECTION,
} from "./call_steps.ts";
import { awaitPage } from "./call_waiting.ts";
import { checkDescription, keepUsableCandidates, readFingerprint } from "../proof/description_check.ts";
import { readFeatures } from "../proof/told_features.ts";
import { cleanName } from "../identity/name.ts";
import { readMedia } from "../media/source.ts";
import type { EndReason } from "./end_reason.ts";

type HangUp = Extract<PeerMessage, { type: "hang-up" }>;

/** Late tabs that are told who has the call; as many as a channel hears. */
const TOLD_MAX = 16;

export function receiveMessage(call: Call, message: PeerMessage, nowMs: number): Step {
  if (message.type === "video-offer-response") return receiveResponse(call, message, nowMs);
  // Before one is bound, any of the callee's tabs may ring or leave; afterwards only the bound one is the other end.
  if (call.remoteTabId !== null && message.tabId !== call.remoteTabId) return [call, []];
  switch (message.type) {
    case "ringing":
      return call.phase === "outgoing" ? [{ ...call, isRinging: true, hasRung: true }, []] : [call, []];
    case "call-claimed":
      return call.isOutgoing || message.claimedBy === call.localTabId
        ? [call, []]
        : endCall(call, "answered-elsewhere", nowMs);
    case "hang-up":
      return call.phase === "outgoing" ? [call, []] : receiveHangUp(call, message, nowMs);
    case "ice-candidate":
      return [call, isAnswered(call) ? addCandidates(message.candidates, message.connectionId) : []];
    case "description":
      return isAnswered(call) ? receiveDescription(call, message, nowMs) : [call, []];
    case "feature":
      return [call, isAnswered(call) ? [{ type: "feature", name: message.feature, body: message.body }] : []];
    default:
      return [call, []];
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
  if (reason === "closed" && hasBegun(call)) return awaitPage(call);
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
  "incompatible": "incompatible",
  "unverified": "remote-unverified",
  "over": "over",
  "contacts-only": "contacts-only",
};

function remoteEndReason(call: Call, reason: HangUpReason): EndReason {
  if (reason === "unverified") return "remote-unverified";
  if (call.phase === "connecting" && !call.isOutgoing && (reason === "cancelled" || reason === "timeout")) {
    return "too-late";
  }
  if (isAnswered(call)) {
    if (reason === "flooded") return "remote-flooded";
    if (reason === "lost" && call.phase === "connecting") return "failed"; // What never was does not come back.
    return reason === "failed" || reason === "lost" || reason === "incompatible" ? reason : "remote-hung-up";
  }
  switch (reason) {
    case "timeout":
      return "unanswered";
    case "declined":
    case "busy":
      return "declined-elsewhere";
    default:
      return "cancelled"; // By the caller, or since another tab here could not take it: a missed call either way.
  }
}

/** Another tab of the callee answers a moment too late: says again who has the call, once to each. */
function tellLateTab(call: Call, claimedBy: TabId, tabId: TabId): Step {
  const { toldTabIds } = call;
  if (tabId === claimedBy || toldTabIds.includes(tabId) || toldTabIds.length >= TOLD_MAX) return [call, []];
  const told = { ...call, toldTabIds: [...toldTabIds, tabId] };
  return [told, [{ type: "send", message: { type: "call-claimed", claimedBy } }]];
}

function receiveResponse(
  call: Call,
  message: Extract<PeerMessage, { type: "video-offer-response" }>,
  nowMs: number,
): Step {
  if (!call.isOutgoing) return [call, []];
  if (call.remoteTabId !== null) return tellLateTab(call, call.remoteTabId, message.tabId);
  if (!message.accepted) {
    // The callee's other tabs ring on until the caller, who alone decides the call, tells them.
    return endCall(call, DECLINED[message.reason], nowMs, hangUp(message.reason));
  }
  const answered: Call = {
    ...call,
    phase: "connecting",
    isRinging: false,
    remoteTabId: message.tabId,
    remoteName: call.rejoined === null ? cleanName(message.name) : call.remoteName,
    remoteFingerprint: readFingerprint(message.description.sdp),
    remotePublicKey: message.proof?.publicKey ?? null,
    remoteFeatures: readFeatures(message.description.sdp),
    remoteMedia: readMedia(message),
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
