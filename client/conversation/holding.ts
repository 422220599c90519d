/**
 * Which of several calls is heard: where the policy allows one, whichever the person answers, places or resumes puts the
 * others on hold. None comes off hold by itself: no microphone opens without a press. Pure; used by `conversation.ts` and
 * `calls.ts`.
 */

import type { CallId } from "../../signaling/protocol.ts";
import type { CallEvent } from "../call/call.ts";
import { stepCall } from "../call/call_machine.ts";
import { canHold } from "../call/holding.ts";
import {
  type Conversation,
  type ConversationStep,
  isRingingCall,
  keep,
  ownCalls,
  settleScreen,
} from "./call_screen.ts";

export type Answering = {
  readonly video: boolean;
  /** Leaves the calls that are heard; without, the policy says what becomes of them. */
  readonly endsOthers?: boolean;
};

/** Accepts a call that rings. */
export function answerIn(
  conversation: Conversation,
  callId: CallId,
  { video, endsOthers = false }: Answering,
  nowMs: number,
): ConversationStep {
  const call = conversation.calls.get(callId);
  if (call === undefined || !isRingingCall(call)) return [conversation, []];
  const answered = keep(conversation, stepCall(call, { type: "accepted", video }, nowMs));
  const step = endsOthers ? stepHeard(answered, callId, { type: "hung-up" }, nowMs) : answered;
  return settleScreen(conversation, holdOthers(step, callId, nowMs), nowMs);
}

/** Puts a call on hold, or resumes it. */
export function holdIn(conversation: Conversation, callId: CallId, isHeld: boolean, nowMs: number): ConversationStep {
  const call = conversation.calls.get(callId);
  if (call === undefined || !canHold(call)) return [conversation, []];
  const step = keep(conversation, stepCall(call, { type: "held", isHeld }, nowMs));
  return settleScreen(conversation, isHeld ? step : holdOthers(step, callId, nowMs), nowMs);
}

/** Puts on hold whichever is heard beside the call, where only one may be; one that is only placed is taken back. */
export function holdOthers(step: ConversationStep, callId: CallId, nowMs: number): ConversationStep {
  return step[0].policy.isOneHeard ? stepHeard(step, callId, { type: "held", isHeld: true }, nowMs) : step;
}

function stepHeard(step: ConversationStep, callId: CallId, event: CallEvent, nowMs: number): ConversationStep {
  return ownCalls(step[0]).filter((call) => call.callId !== callId && !call.isHeld)
    .reduce<ConversationStep>(([conversation, before], call) => {
      const own: CallEvent = canHold(call) ? event : { type: "hung-up" };
      const [next, after] = keep(conversation, stepCall(call, own, nowMs));
      return [next, [...before, ...after]];
    }, step);
}
