/** Steps that a call can take in more than one way: ending, leaving, and what is sent then. Pure. */

import {
  CANDIDATES_MAX,
  type ConnectionId,
  type DeclineReason,
  type FailureDetail,
  type HangUpReason,
  type IceCandidates,
} from "../../signaling/protocol.ts";
import { type Call, type CallEffect, type CallMessage, CONNECT_TIMEOUT_MS, HEDGE_MS, type Step } from "./call.ts";
import type { EndReason } from "./end_reason.ts";

/** The connection has its descriptions: from now on it may come up, or another is tried beside it, and features speak. */
export const WAIT_FOR_CONNECTION: readonly CallEffect[] = [
  { type: "open-features" },
  { type: "start-timer", timer: "connect", ms: CONNECT_TIMEOUT_MS },
  { type: "start-timer", timer: "hedge", ms: HEDGE_MS },
];

export function isLive(call: Call): boolean {
  return call.phase !== "ended";
}

/** Whether the answer has been given, so that addresses may cross and media may flow. */
export function isAnswered(call: Call): boolean {
  return call.phase === "connecting" || call.phase === "connected" || call.phase === "reconnecting";
}

/** Whether the two were connected: in this call, or in the one that it goes on with. */
export function hasBegun({ connectedAtMs, rejoined }: Call): boolean {
  return connectedAtMs !== null || rejoined !== null;
}

/** Whether the call was connected and has waited so long for the other end that others may ring. */
export function isStale(call: Call): boolean {
  return call.phase === "reconnecting" && call.waits > 0;
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
  for (const timer of ["ring", "connect", "hedge", "wait"] as const) effects.push({ type: "stop-timer", timer });
  effects.push({ type: "close" });
  return [
    { ...call, phase: "ended", endReason, endedAtMs: nowMs, heldCandidates: [], offer: null, answer: null },
    effects,
  ];
}

export function hangUp(reason: HangUpReason, detail: FailureDetail | null = null): CallMessage {
  return { type: "hang-up", reason, ...(detail === null ? {} : { detail }) };
}

/** Ends a call in which the other end cannot be who it says, and tells it so. */
export function endUnverified(
  call: Call,
  nowMs: number,
  endReason: "unverified" | "other-key" = "unverified",
): Step {
  const isRinging = call.phase === "incoming";
  return endCall(call, endReason, nowMs, isRinging ? decline("unverified") : hangUp("unverified"));
}

export function decline(reason: DeclineReason): CallMessage {
  return { type: "video-offer-response", accepted: false, reason };
}

export function sendCandidates(all: IceCandidates, connectionId: ConnectionId | null = null): CallEffect[] {
  if (all.length === 0) return [];
  const message = {
    type: "ice-candidate",
    candidates: all.slice(0, CANDIDATES_MAX),
    ...(connectionId === null ? {} : { connectionId }),
  } as const;
  return [{ type: "send", message }, ...sendCandidates(all.slice(CANDIDATES_MAX), connectionId)];
}
