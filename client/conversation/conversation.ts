/**
 * The conversation that a person is in, and what one of its calls means for another: which call a message is for, when a second caller hears
 * `busy`, and which of two crossing calls stands. Pure, like `call_machine.ts`, which it drives; `calls.ts` runs what
 * comes out, and `call_screen.ts` says what each step means for who has the screen.
 *
 * Several may ring at once; at most one call is placed at a time, and as many are taken as the policy allows.
 *
 * An offer may go on with a call that its page had before it was closed: then it takes that call's place, and nothing
 * rings.
 *
 * Glare (both press Call at once) is settled without another message: the call that the lower ID placed stands. The
 * lower end sets the other's offer aside; the higher end drops its own call and accepts the lower's at once, since its
 * person has just asked for that very call.
 */

import type { CallId, PeerId, PeerMessage } from "../../signaling/protocol.ts";
import type { Admission, Ringing, Scene } from "../admission/admission.ts";
import type { Call, CallEffect, CallEvent, Offer } from "../call/call.ts";
import { placeCall, type Placing, receiveCall, stepCall } from "../call/call_machine.ts";
import {
  type Conversation,
  type ConversationEffect,
  type ConversationStep,
  giveScreen,
  isFull,
  isInFront,
  isRingingCall,
  isTaken,
  keep,
  label,
  ownCalls,
  settleScreen,
} from "./call_screen.ts";
import { cleanName } from "../identity/name.ts";
import { decline, endCall, endUnverified, isAnswered, isLive, rejectSetAside } from "../call/call_steps.ts";
import { answerIn, holdOthers } from "./holding.ts";
import { readRejoined } from "../proof/told_features.ts";

/** What `receiveIn` needs of this end to answer for the person. */
export type LocalEnd = {
  readonly localPeerId: PeerId;
  /** Whether the person wants to be seen now. */
  readonly wantsVideo: boolean;
  /** Whether this page has been in a call, and it is over. */
  readonly isOver: (callId: CallId) => boolean;
};

function without(conversation: Conversation, callId: CallId): Conversation {
  const calls = new Map(conversation.calls);
  calls.delete(callId);
  return { ...conversation, calls };
}

function liveCalls(conversation: Conversation): Call[] {
  return [...conversation.calls.values()].filter(isLive);
}

/** Whether the person calls somebody, or is in a call with them: who that is rings as no stranger. */
export function isInCallWith(conversation: Conversation, peerId: PeerId): boolean {
  return ownCalls(conversation).some(({ remotePeerId }) => remotePeerId === peerId);
}

/**
 * Places a call, unless one is being placed or the person is in as many as they may be. Who rings meanwhile is put aside;
 * a call to somebody who rings takes their call, and one to somebody they are in a call with changes nothing.
 */
export function placeIn(
  conversation: Conversation,
  callId: CallId,
  remotePeerId: PeerId,
  placing: Partial<Placing> = {},
  nowMs = 0,
): ConversationStep {
  const others = ownCalls(conversation);
  const isPlacing = others.some((call) => call.phase === "outgoing" && call.rejoined === null);
  if (isPlacing || others.length >= conversation.policy.takenMax || isInCallWith(conversation, remotePeerId)) {
    return [conversation, []];
  }
  const ringing = liveCalls(conversation).find((call) => call.remotePeerId === remotePeerId);
  if (ringing !== undefined) return answerIn(conversation, ringing.callId, { video: placing.video ?? true }, nowMs);
  const placed = placeCall(callId, conversation.localTabId, remotePeerId, { isPatient: false, ...placing });
  const step = keep(giveScreen(conversation, callId), placed);
  return placing.isHeld ? step : holdOthers(step, callId, nowMs);
}

/** Takes an ended call off. */
export function dismissIn(conversation: Conversation, callId: CallId): Conversation {
  const call = conversation.calls.get(callId);
  return call === undefined || isLive(call) ? conversation : without(conversation, callId);
}

/** Brings a call that rings to the front, or puts it into the quiet line. */
export function placeRingIn(conversation: Conversation, callId: CallId, place: "front" | "line"): Conversation {
  const call = conversation.calls.get(callId);
  if (call === undefined || !isRingingCall(call)) return conversation;
  const next = place === "front" ? giveScreen(conversation, callId) : conversation;
  return { ...next, calls: new Map(next.calls).set(callId, { ...call, isWaiting: place === "line" }) };
}

/** Has what rings go on without a sound in the quiet line, from when its caller is not to disturb; or ring again. */
export function quietIn(
  conversation: Conversation,
  isQuietFrom: (callerId: PeerId) => boolean,
  nowMs: number,
): ConversationStep {
  const quieten = (call: Call, isQuiet = isQuietFrom(call.remotePeerId)) =>
    isRingingCall(call) ? { ...call, isQuiet, isWaiting: isQuiet || call.isWaiting } : call;
  const calls = new Map([...conversation.calls.values()].map((call) => [call.callId, quieten(call)]));
  return settleScreen(conversation, [{ ...conversation, calls }, []], nowMs);
}

/**
 * Ends what rings here of IDs that the person has blocked. Nothing is sent, now or when they go on: to its caller it
 * rings until nobody has answered, as it does where nobody is.
 */
export function blockIn(
  conversation: Conversation,
  isBlocked: (peerId: PeerId) => boolean,
  nowMs: number,
): ConversationStep {
  const blocked = [...conversation.calls.values()].filter((call) =>
    isBlocked(call.remotePeerId) && (isRingingCall(call) || !isLive(call))
  );
  const end = (call: Call) => label(call, [...endCall(call, "declined", nowMs)[1], { type: "forget" }]);
  const effects = blocked.filter(isLive).flatMap(end);
  return settleScreen(conversation, [
    blocked.reduce((next, { callId }) => without(next, callId), conversation),
    effects,
  ], nowMs);
}

export function stepIn(conversation: Conversation, callId: CallId, event: CallEvent, nowMs: number): ConversationStep {
  const call = conversation.calls.get(callId);
  return call === undefined
    ? [conversation, []]
    : settleScreen(conversation, keep(conversation, stepCall(call, event, nowMs)), nowMs);
}

/** Gives a peer's message to its call. One for nobody's call changes nothing; nor does an offer, which `ringIn` takes. */
export function receiveIn(conversation: Conversation, message: PeerMessage, nowMs: number): ConversationStep {
  const call = conversation.calls.get(message.callId);
  if (call?.remotePeerId !== message.id || message.type === "video-offer-request") return [conversation, []];
  return stepIn(conversation, call.callId, { type: "message-received", message }, nowMs);
}

/**
 * Takes a message whose proof does not stand, or cannot be checked here without a key of our own: an acceptance, or a
 * description of a later connection, ends its call. Offers like that come no further than `front_door.ts`.
 */
export function refuseIn(
  conversation: Conversation,
  message: PeerMessage,
  { isOtherKey = false }: { isOtherKey?: boolean },
  nowMs: number,
): ConversationStep {
  const call = conversation.calls.get(message.callId);
  if (call?.remotePeerId !== message.id) return [conversation, []];
  const isLater = message.type === "description" && message.tabId === call.remoteTabId && isAnswered(call);
  const isAwaited = call.phase === "outgoing" && call.remoteTabId === null;
  if (!isLater && !(message.type === "video-offer-response" && isAwaited)) return [conversation, []];
  const endReason = isOtherKey ? "other-key" : "unverified";
  return settleScreen(conversation, keep(conversation, endUnverified(call, nowMs, endReason)), nowMs);
}

/** Says what is to become of an offer whose proof stands. */
export function judgeOffer(
  conversation: Conversation,
  offer: Pick<Offer, "id" | "description">,
  { caller, ...ringing }: Ringing,
): Admission {
  const live = liveCalls(conversation);
  const isExpected = [findCrossing, findStale, findRejoined].some((find) => find(conversation, offer) !== undefined);
  if (isExpected) return "front";
  const others = live.filter((call) => isRingingCall(call) && call.remotePeerId !== offer.id);
  const front = others.find(isInFront);
  const occupation: Scene["occupation"] = isFull(conversation)
    ? "full"
    : live.some((call) => isTaken(call) || call.phase === "outgoing")
    ? "engaged"
    : ringing.isAbsorbed
    ? "absorbed"
    : "free";
  const admission = conversation.policy.admit(caller, {
    occupation,
    front: front === undefined ? null : front.isStranger ? "stranger" : "known",
    strangersRinging: others.filter(({ isStranger }) => isStranger).length,
    knownRinging: others.filter(({ isStranger }) => !isStranger).length,
    strangerRings: ringing.strangerRings,
  });
  return ringing.isQuiet && admission === "front" ? "line" : admission;
}

function findCrossing(conversation: Conversation, offer: Pick<Offer, "id">): Call | undefined {
  return liveCalls(conversation).find((call) => call.phase === "outgoing" && call.remotePeerId === offer.id);
}

/** Someone who calls again while we wait for them to come back has lost the old call for good. */
function findStale(conversation: Conversation, offer: Pick<Offer, "id">): Call | undefined {
  return liveCalls(conversation).find((call) => call.phase === "reconnecting" && call.remotePeerId === offer.id);
}

/**
 * The call that the offer goes on with: who was proved in it is who calls. A page that is loaded once more before it was
 * back knows of the call that it had, and not of the one that took its place here.
 */
function findRejoined(conversation: Conversation, offer: Pick<Offer, "id" | "description">): Call | undefined {
  const callId = readRejoined(offer.description.sdp);
  return liveCalls(conversation).find((call) =>
    (call.callId === callId && call.connectedAtMs !== null || callId !== null && call.rejoined?.callId === callId) &&
    call.remotePeerId === offer.id
  );
}

/** Takes an offer whose proof stands: it rings, waits, crosses a call of ours, or comes to nothing. */
export function ringIn(
  conversation: Conversation,
  offer: Offer,
  local: LocalEnd,
  ringing: Ringing,
  nowMs: number,
): ConversationStep {
  const before = conversation.calls.get(offer.callId);
  if (before !== undefined && !mayRingAgain(before)) return [conversation, []];
  const crossing = findCrossing(conversation, offer);
  if (crossing !== undefined) {
    return settleScreen(conversation, settleGlare(conversation, crossing, offer, local, nowMs), nowMs);
  }

  const left = findRejoined(conversation, offer);
  if (left !== undefined) return settleScreen(conversation, goOn(conversation, left, offer, nowMs), nowMs);
  const rejoined = readRejoined(offer.description.sdp);
  if (rejoined !== null && local.isOver(rejoined)) return [conversation, turnDown(offer, "over")];

  const admission = judgeOffer(conversation, offer, ringing);
  if (admission === "drop") return [conversation, []];
  if (admission === "busy") return [conversation, turnDown(offer, "busy")];
  // Whoever rings and calls again has lost the call before: one ring for each.
  const olds = liveCalls(conversation).filter((call) => call.remotePeerId === offer.id);
  const endOld = (call: Call) => endCall(call, isRingingCall(call) ? "busy" : "lost", nowMs, endWord(call))[1];
  const effects = olds.flatMap((call) => label(call, endOld(call)));
  const cleared = olds.reduce((next, { callId }) => without(next, callId), without(conversation, offer.callId));
  const isWaiting = admission === "line";
  const [next, rings] = keep(
    isWaiting ? cleared : giveScreen(cleared, offer.callId),
    receiveCall(offer, conversation.localTabId, {
      ...{ isStranger: ringing.caller === "stranger", isWaiting, isQuiet: ringing.isQuiet },
    }),
  );
  return settleScreen(cleared, [next, [...effects, ...rings]], nowMs);
}

function turnDown({ callId, id, name }: Offer, reason: "busy" | "over"): ConversationEffect[] {
  const isMissed = reason === "busy";
  const effect: CallEffect = { type: "reject-offer", callId, reason, isMissed, name: cleanName(name) };
  return [{ callId, remotePeerId: id, effect }];
}

/** Goes on with a call whose other end comes back on another page: neither rings, and devices stay as they are. */
function goOn(conversation: Conversation, left: Call, offer: Offer, nowMs: number): ConversationStep {
  const [, dropped] = endCall(left, "lost", nowMs); // Without a word: nobody is there to hear it.
  const [ringing, effects] = receiveCall(offer, conversation.localTabId);
  const { remoteName, connectedAtMs, sendsVideo: video, isHeld, isRemoteHeld, isStranger } = left;
  const rejoined = { callId: readRejoined(offer.description.sdp) ?? left.callId, name: remoteName };
  const begunAtMs = connectedAtMs ?? left.rejoined?.connectedAtMs ?? nowMs;
  const kept = { remoteName, isHeld, isRemoteHeld, isStranger };
  const back = { ...ringing, ...kept, rejoined: { ...rejoined, connectedAtMs: begunAtMs } };
  const [next, accepting] = stepCall(back, { type: "accepted", video }, nowMs);
  const [taken, going] = keep(without(conversation, left.callId), [next, [...effects, ...accepting]]);
  return [taken, [...label(left, dropped), ...going]];
}

/** Its caller was not there for a while; nothing was said, and to them it rings. */
function mayRingAgain({ endReason }: Call): boolean {
  return endReason === "vanished" || endReason === "too-late";
}

function endWord(call: Call): ReturnType<typeof decline> | undefined {
  return isRingingCall(call) ? decline("busy") : undefined;
}

function settleGlare(
  conversation: Conversation,
  own: Call,
  offer: Offer,
  local: LocalEnd,
  nowMs: number,
): ConversationStep {
  if (local.localPeerId < offer.id) {
    // One offer can be set aside; whoever sends more is told at once.
    const effects = rejectSetAside(own);
    return keep(conversation, [{ ...own, setAside: { callId: offer.callId, tabId: offer.tabId } }, effects]);
  }
  const [, dropped] = endCall(own, "cancelled", nowMs, { type: "hang-up", reason: "cancelled" });
  const [ringing, effects] = receiveCall(offer, conversation.localTabId);
  const accepted = { type: "accepted", video: local.wantsVideo } as const;
  const { rejoined, isHeld, isRemoteHeld, isStranger } = own;
  const [answered, accepting] = stepCall({ ...ringing, rejoined, isHeld, isRemoteHeld, isStranger }, accepted, nowMs);
  const [next, kept] = keep(without(conversation, own.callId), [answered, [...effects, ...accepting]]);
  return [next, [...label(own, dropped), ...kept]];
}
