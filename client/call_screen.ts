/**
 * Who has the screen among the calls of a page: at most one call is in front, those that ring beside it wait in the
 * quiet line, and an ended one stays until it is dismissed or another comes to the front. Pure; `call_set.ts` runs each
 * of its steps through here.
 *
 * What a stranger does alone never leaves a screen: a ring that was taken back is a line in the list of missed calls.
 */

import type { CallId } from "../signaling/protocol.ts";
import type { Call, CallEffect } from "./call.ts";
import type { CallSet, CallSetEffect, CallSetStep } from "./call_set.ts";
import { decline, endCall, hangUp, isAnswered, isLive } from "./call_steps.ts";
import type { EndReason } from "./state.ts";

/** Ends that make of a call that rang a missed one. */
const MISSED: readonly (EndReason | null)[] = ["cancelled", "unanswered", "busy"];
/** Ends that the person has chosen themselves, here or in another tab. */
const CHOSEN: readonly (EndReason | null)[] = ["declined", "answered-elsewhere", "declined-elsewhere"];

/** Whether the person has given the call their time. */
export function isTaken(call: Call): boolean {
  return isAnswered(call) || (isLive(call) && call.acceptance !== null);
}

export function isRingingCall(call: Call): boolean {
  return call.phase === "incoming" && call.acceptance === null;
}

export function isInFront(call: Call): boolean {
  return isLive(call) && !call.isWaiting;
}

/** Makes way for a call: puts what rings in front into the quiet line, and takes an ended call off the screen. */
export function giveScreen(set: CallSet, callId: CallId): CallSet {
  const others = [...set.calls.values()].filter((call) => call.callId === callId || isLive(call));
  const aside = (call: Call) => isRingingCall(call) && call.callId !== callId ? { ...call, isWaiting: true } : call;
  return { ...set, calls: new Map(others.map((call) => [call.callId, aside(call)])) };
}

/** Sees to it, after a step, that the calls which there are now go together. */
export function settleScreen(before: CallSet, [set, effects]: CallSetStep, nowMs: number): CallSetStep {
  const [alone, leaving] = leaveOthers(set, nowMs);
  const missed = [...alone.calls.values()].flatMap((call) => reportMissed(before.calls.get(call.callId), call));
  const shown = [...alone.calls.values()].filter((call) =>
    isLive(call) || mayStay(before.calls.get(call.callId), call)
  );
  const hasFront = shown.some(isInFront);
  const kept = hasFront ? shown.filter(isLive) : shown;
  return [promote({ ...set, calls: new Map(kept.map((call) => [call.callId, call])) }), [
    ...effects,
    ...leaving,
    ...missed,
  ]];
}

/** When a call is taken, whoever else rings hears that the person is busy, and a call that was placed is taken back. */
function leaveOthers(set: CallSet, nowMs: number): CallSetStep {
  const taken = [...set.calls.values()].find(isTaken);
  const others = [...set.calls.values()].filter((call) => call !== taken && isLive(call));
  if (taken === undefined || others.length === 0) return [set, []];
  const calls = new Map(set.calls);
  const effects = others.flatMap((call) => {
    calls.delete(call.callId);
    const [ended, ending] = call.isOutgoing
      ? endCall(call, "cancelled", nowMs, hangUp("cancelled"))
      : endCall(call, "busy", nowMs, decline("busy"));
    return [...label(call, ending), ...reportMissed(call, ended)];
  });
  return [{ ...set, calls }, effects];
}

function reportMissed(before: Call | undefined, call: Call): CallSetEffect[] {
  if (before?.phase !== "incoming" || isLive(call) || !MISSED.includes(call.endReason)) return [];
  return label(call, [{ type: "report-missed", name: call.remoteName }]);
}

/** Whether the end of a call is shown: not if it only waited, nor what a stranger did alone. */
function mayStay(before: Call | undefined, call: Call): boolean {
  if (before === undefined || !isLive(before)) return true;
  return !before.isWaiting && !(call.isStranger && isRingingCall(before) && !CHOSEN.includes(call.endReason));
}

/** Brings whoever is known and has waited longest to the front, once nobody else is there. */
function promote(set: CallSet): CallSet {
  const calls = [...set.calls.values()];
  const next = calls.find((call) => call.isWaiting && !call.isStranger);
  if (next === undefined || calls.some(isInFront)) return set;
  const cleared = giveScreen(set, next.callId);
  return { ...cleared, calls: new Map(cleared.calls).set(next.callId, { ...next, isWaiting: false }) };
}

export function label(call: Call, effects: readonly CallEffect[]): CallSetEffect[] {
  return effects.map((effect) => ({ callId: call.callId, remotePeerId: call.remotePeerId, effect }));
}
