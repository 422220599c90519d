/**
 * Who has the screen among the calls of a page: at most one call is in front, those that ring beside it wait in the
 * quiet line, and an ended one stays until it is dismissed or another comes to the front. Pure; `conversation.ts` runs each
 * of its steps through here.
 *
 * What a stranger does alone never leaves a screen: a ring that was taken back is a line in the list of missed calls.
 */

import type { CallId, PeerId, TabId } from "../../signaling/protocol.ts";
import type { AdmissionPolicy } from "../admission/admission.ts";
import type { Call, CallEffect, Step } from "../call/call.ts";
import { decline, endCall, hangUp, isAnswered, isLive, isStale } from "../call/call_steps.ts";
import type { EndReason } from "../call/end_reason.ts";

/**
 * What a person is in: the calls of a page, one with each other end, oldest first. One has the screen; those that were
 * taken before it are on all the same, and those that ring beside it wait. The policy says who may join them.
 */
export type Conversation = {
  readonly localTabId: TabId;
  readonly policy: AdmissionPolicy;
  readonly calls: ReadonlyMap<CallId, Call>;
};

/** An effect with the call that it belongs to; a rejected offer has no call here, only its caller. */
export type ConversationEffect = {
  readonly callId: CallId;
  readonly remotePeerId: PeerId;
  readonly effect: CallEffect;
};
export type ConversationStep = readonly [Conversation, readonly ConversationEffect[]];

/** Ends that make of a call that rang a missed one. */
const MISSED: readonly (EndReason | null)[] = [
  ...["cancelled", "vanished", "unanswered", "busy"] as const,
  ...["no-webrtc", "incompatible", "unprepared"] as const,
];
/** Ends that the person has chosen themselves, here or in another tab. */
const CHOSEN: readonly (EndReason | null)[] = ["declined", "answered-elsewhere", "declined-elsewhere"];

/** Whether the person has given the call their time; one that has waited for its other end for long leaves it to others. */
export function isTaken(call: Call): boolean {
  return !isStale(call) && (isAnswered(call) || (isLive(call) && call.isAccepted));
}

/** Whether the person is in as many calls as they may be. */
export function isFull(conversation: Conversation): boolean {
  return [...conversation.calls.values()].filter(isTaken).length >= conversation.policy.takenMax;
}

export function isRingingCall(call: Call): boolean {
  return call.phase === "incoming" && !call.isAccepted;
}

/** Those that are the person's doing: placed, or accepted. */
export function ownCalls(conversation: Conversation): Call[] {
  return [...conversation.calls.values()].filter((call) => isLive(call) && !isRingingCall(call));
}

/** Whether there is a call that goes on with one with them, whose page was closed. */
export function goesOnWith(conversation: Conversation, peerId: PeerId): boolean {
  return ownCalls(conversation).some(({ remotePeerId, rejoined }) => remotePeerId === peerId && rejoined !== null);
}

/** Whether the person is in a call, or places one; who only rings takes nobody's time, and has no claim to the camera. */
export function isOccupied(conversation: Conversation): boolean {
  return ownCalls(conversation).length > 0;
}

/** Whether a call is on its way to a connection, over which it could speak without the server. */
export function isBeingSetUp(conversation: Conversation): boolean {
  const isUnderWay = ({ phase, isWaiting }: Call) => !isWaiting && phase !== "connected" && phase !== "reconnecting";
  return [...conversation.calls.values()].some((call) => isLive(call) && isUnderWay(call));
}

export function isInFront(call: Call): boolean {
  return isLive(call) && !call.isWaiting;
}

/** Makes way for a call: puts what rings in front into the quiet line, and takes an ended call off the screen. */
export function giveScreen(conversation: Conversation, callId: CallId): Conversation {
  const others = [...conversation.calls.values()].filter((call) => call.callId === callId || isLive(call));
  const aside = (call: Call) => isRingingCall(call) && call.callId !== callId ? { ...call, isWaiting: true } : call;
  return { ...conversation, calls: new Map(others.map((call) => [call.callId, aside(call)])) };
}

/** Sees to it, after a step, that the calls which there are now go together. */
export function settleScreen(
  before: Conversation,
  [conversation, effects]: ConversationStep,
  nowMs: number,
): ConversationStep {
  const [alone, leaving] = leaveOthers(conversation, nowMs);
  const missed = [...alone.calls.values()].flatMap((call) => reportMissed(before.calls.get(call.callId), call));
  const shown = [...alone.calls.values()].filter((call) =>
    isLive(call) || mayStay(before.calls.get(call.callId), call)
  );
  const hasFront = shown.some(isInFront);
  const kept = hasFront ? shown.filter(isLive) : shown;
  return [promote({ ...conversation, calls: new Map(kept.map((call) => [call.callId, call])) }), [
    ...effects,
    ...leaving,
    ...missed,
  ]];
}

/**
 * When as many calls are taken as may be, whoever else rings hears that the person is busy, and a call that was placed is
 * taken back.
 */
function leaveOthers(conversation: Conversation, nowMs: number): ConversationStep {
  if (!isFull(conversation)) return [conversation, []];
  const kept = [...conversation.calls.values()].filter(isTaken).slice(0, conversation.policy.takenMax);
  const others = [...conversation.calls.values()].filter((call) => !kept.includes(call) && isLive(call));
  const calls = new Map(conversation.calls);
  const effects = others.flatMap((call) => {
    calls.delete(call.callId);
    const [ended, ending] = isStale(call)
      ? endCall(call, "lost", nowMs, hangUp("lost"))
      : call.isOutgoing
      ? endCall(call, "cancelled", nowMs, hangUp("cancelled"))
      : endCall(call, "busy", nowMs, decline("busy"));
    return [...label(call, ending), ...reportMissed(call, ended)];
  });
  return [{ ...conversation, calls }, effects];
}

function reportMissed(before: Call | undefined, call: Call): ConversationEffect[] {
  if (before?.phase !== "incoming" || isLive(call) || !MISSED.includes(call.endReason)) return [];
  return label(call, [{ type: "report-missed", name: call.remoteName }]);
}

/** Whether the end of a call is shown: not if it only waited, nor what a stranger did alone. */
function mayStay(before: Call | undefined, call: Call): boolean {
  if (before === undefined || !isLive(before)) return true;
  return !before.isWaiting && !(call.isStranger && isRingingCall(before) && !CHOSEN.includes(call.endReason));
}

/** Brings whoever is known and has waited longest to the front, once nobody else is there, and they may disturb. */
function promote(conversation: Conversation): Conversation {
  const calls = [...conversation.calls.values()];
  const next = calls.find((call) => call.isWaiting && !call.isStranger && !call.isQuiet);
  if (next === undefined || calls.some((call) => isInFront(call) && !isStale(call))) return conversation;
  const cleared = giveScreen(conversation, next.callId);
  return { ...cleared, calls: new Map(cleared.calls).set(next.callId, { ...next, isWaiting: false }) };
}

/** The conversation with the call as it is after a step, and what that brings about. */
export function keep(conversation: Conversation, [call, effects]: Step): ConversationStep {
  const calls = new Map(conversation.calls).set(call.callId, call);
  return [{ ...conversation, calls }, label(call, effects)];
}

export function label(call: Call, effects: readonly CallEffect[]): ConversationEffect[] {
  return effects.map((effect) => ({ callId: call.callId, remotePeerId: call.remotePeerId, effect }));
}
