/**
 * How a call waits for an other end that is not heard: for a path to come back, or for a page. A page that was closed says
 * so by `closed` if it can, and the one in its place answers who asks; a browser that was killed says nothing. Pure.
 *
 *   connected ─► reconnecting ──waits──► gone, unless kept waiting ──► ended
 *                     └── another page takes the call on: see `conversation.ts`
 */

import { type Call, CLOSED_WAITS_MS, PATIENCE_MS, type Step, WAITS_MS } from "./call.ts";
import { endCall, hangUp } from "./call_steps.ts";
import { REJOIN } from "../proof/told_features.ts";

/**
 * The other end's page was closed: another may come in its place and go on with the call. Said again it begins no other
 * wait, or whoever says it could have this end wait for ever.
 */
export function awaitPage(call: Call): Step {
  if (call.isRemoteClosed) return [call, []];
  const waiting = { ...call, phase: "reconnecting", isRemoteClosed: true, isKeptWaiting: false, waits: 0 } as const;
  return [waiting, [{ type: "start-timer", timer: "wait", ms: CLOSED_WAITS_MS[0] }]];
}

/** Whether the other end has been away for so long that the person is asked whether to wait on. */
export function isRemoteGone({ phase, waits, isRemoteClosed, isRemoteAway, isKeptWaiting }: Call): boolean {
  if (phase !== "reconnecting" || isKeptWaiting) return false;
  return isRemoteClosed ? waits > 0 : isRemoteAway && waits > 1;
}

/** No state waits for ever: a peer that is away from the server too is given up before one that is there. */
export function waitOn(call: Call, nowMs: number): Step {
  const waits = call.waits + 1;
  const ms = (call.isRemoteClosed ? CLOSED_WAITS_MS : WAITS_MS)[waits];
  const isGivenUp = ms === undefined || call.isKeptWaiting || (waits > 2 && call.isRemoteAway);
  if (!isGivenUp) return [{ ...call, waits }, [{ type: "start-timer", timer: "wait", ms }]];
  return endCall(call, call.isRemoteClosed ? "page-gone" : "lost", nowMs, hangUp("lost"));
}

/** Leaves a call that another page may go on with, if the other end knows of such pages: of who is back it has shown it. */
export function closePage(call: Call, nowMs: number): Step {
  const mayRejoin = call.rejoined !== null || (call.connectedAtMs !== null && call.remoteFeatures?.includes(REJOIN));
  return endCall(call, "hung-up", nowMs, hangUp(mayRejoin ? "closed" : "ended"));
}

export function keepWaiting(call: Call): Step {
  return [{ ...call, isKeptWaiting: true }, [{ type: "start-timer", timer: "wait", ms: PATIENCE_MS }]];
}

/** Ends a call whose other end is gone: its page is not there, or it is there and has the call no more. */
export function missPeer(call: Call, { isThere }: { isThere: boolean }, nowMs: number): Step {
  switch (call.phase) {
    case "incoming": {
      // Without a word: a caller who was only between two networks may ring again.
      const [ended, effects] = endCall(call, call.isAccepted ? "too-late" : "vanished", nowMs);
      return [ended, isThere ? effects : [...effects, { type: "forget" }]];
    }
    case "connecting":
      if (!call.isOutgoing) return endCall(call, "too-late", nowMs, hangUp("lost"));
      // Nothing tells here a page that was closed from one that is cut off.
      return endCall(call, isThere ? "remote-hung-up" : "unavailable", nowMs, hangUp("lost"));
    case "reconnecting":
      return endCall(call, isThere ? "remote-hung-up" : "page-gone", nowMs, hangUp("lost"));
    default:
      return [call, []];
  }
}
