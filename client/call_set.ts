/**
 * All calls of this page, and what one means for another: which call a message is for, when a second caller hears
 * `busy`, and which of two crossing calls stands. Pure, like `call_machine.ts`, which it drives; `calls.ts` runs what
 * comes out, and `call_screen.ts` says what each step means for who has the screen.
 *
 * Several may ring at once; at most one call is placed, and one taken.
 *
 * Glare (both press Call at once) is settled without another message: the call that the lower ID placed stands. The
 * lower end sets the other's offer aside; the higher end drops its own call and accepts the lower's at once, since its
 * person has just asked for that very call.
 */

import type { CallId, PeerId, PeerMessage, TabId } from "../signaling/protocol.ts";
import { type Admission, admit, type Caller, type Scene } from "./admission.ts";
import type { Call, CallEffect, CallEvent, Offer, Step } from "./call.ts";
import { placeCall, receiveCall, stepCall } from "./call_machine.ts";
import { giveScreen, isInFront, isRingingCall, isTaken, label, settleScreen } from "./call_screen.ts";
import { decline, endCall, endUnverified, isAnswered, isLive, rejectSetAside } from "./call_steps.ts";

export type CallSet = {
  readonly localTabId: TabId;
  readonly calls: ReadonlyMap<CallId, Call>;
};

/** An effect with the call that it belongs to; a rejected offer has no call here, only its caller. */
export type CallSetEffect = { readonly callId: CallId; readonly remotePeerId: PeerId; readonly effect: CallEffect };
export type CallSetStep = readonly [CallSet, readonly CallSetEffect[]];

/** What `receiveInSet` needs of this end to answer for the person. */
export type LocalEnd = {
  readonly localPeerId: PeerId;
  /** Whether the person wants to be seen now. */
  readonly wantsVideo: boolean;
};

/** What an offer is judged by besides the calls that there are. */
export type Ringing = {
  readonly caller: Caller;
  /** The person types, or is about to call whose link opened the page. */
  readonly isAbsorbed: boolean;
  /** Rings of strangers within the last minute, before this one. */
  readonly strangerRings: number;
};

function keep(set: CallSet, [call, effects]: Step): CallSetStep {
  const calls = new Map(set.calls).set(call.callId, call);
  return [{ ...set, calls }, label(call, effects)];
}

function without(set: CallSet, callId: CallId): CallSet {
  const calls = new Map(set.calls);
  calls.delete(callId);
  return { ...set, calls };
}

function liveCalls(set: CallSet): Call[] {
  return [...set.calls.values()].filter(isLive);
}

export function hasLiveCall(set: CallSet): boolean {
  return liveCalls(set).length > 0;
}

/** Whether the person is in a call, or places one; who only rings takes nobody's time, and has no claim to the camera. */
export function isOccupied(set: CallSet): boolean {
  return liveCalls(set).some((call) => !isRingingCall(call));
}

/** Whether the person calls somebody, or is in a call with them: who that is rings as no stranger. */
export function isInCallWith(set: CallSet, peerId: PeerId): boolean {
  return liveCalls(set).some((call) => call.remotePeerId === peerId && !isRingingCall(call));
}

/** Whether the same calls are at the same point. */
export function hasSamePhases(a: CallSet, b: CallSet): boolean {
  return a.calls.size === b.calls.size &&
    [...a.calls.values()].every(({ callId, phase }) => b.calls.get(callId)?.phase === phase);
}

/** Whether a call is on its way to a connection, over which it could speak without the server. */
export function isBeingSetUp(set: CallSet): boolean {
  const isUnderWay = ({ phase, isWaiting }: Call) => !isWaiting && phase !== "connected" && phase !== "reconnecting";
  return liveCalls(set).some(isUnderWay);
}

/**
 * Places a call, unless one is under way: two at once is for group calls to allow. Who rings meanwhile is put aside; a
 * call to somebody who rings takes their call.
 */
export function placeInSet(
  set: CallSet,
  callId: CallId,
  remotePeerId: PeerId,
  { isPatient = false, video = true }: PlaceOptions = {},
  nowMs = 0,
): CallSetStep {
  if (isOccupied(set)) return [set, []];
  const ringing = liveCalls(set).find((call) => call.remotePeerId === remotePeerId);
  if (ringing !== undefined) return stepInSet(set, ringing.callId, { type: "accepted", video }, nowMs);
  return keep(giveScreen(set, callId), placeCall(callId, set.localTabId, remotePeerId, { isPatient }));
}

export type PlaceOptions = {
  readonly isPatient?: boolean;
  /** Whether whoever rings already is to see the person. */
  readonly video?: boolean;
};

/** Takes an ended call off the set. */
export function dismissInSet(set: CallSet, callId: CallId): CallSet {
  const call = set.calls.get(callId);
  return call === undefined || isLive(call) ? set : without(set, callId);
}

/** Brings a call that rings to the front, or puts it into the quiet line. */
export function placeRingInSet(set: CallSet, callId: CallId, place: "front" | "line"): CallSet {
  const call = set.calls.get(callId);
  if (call === undefined || !isRingingCall(call)) return set;
  const next = place === "front" ? giveScreen(set, callId) : set;
  return { ...next, calls: new Map(next.calls).set(callId, { ...call, isWaiting: place === "line" }) };
}

/**
 * Ends what rings here of IDs that the person has blocked. Nothing is sent: to its caller it rings until nobody has
 * answered, as it does where nobody is.
 */
export function blockInSet(set: CallSet, isBlocked: (peerId: PeerId) => boolean, nowMs: number): CallSetStep {
  const blocked = [...set.calls.values()].filter((call) =>
    isBlocked(call.remotePeerId) && (isRingingCall(call) || !isLive(call))
  );
  const effects = blocked.filter(isLive).flatMap((call) => label(call, endCall(call, "declined", nowMs)[1]));
  return settleScreen(set, [blocked.reduce((next, { callId }) => without(next, callId), set), effects], nowMs);
}

export function stepInSet(set: CallSet, callId: CallId, event: CallEvent, nowMs: number): CallSetStep {
  const call = set.calls.get(callId);
  return call === undefined ? [set, []] : settleScreen(set, keep(set, stepCall(call, event, nowMs)), nowMs);
}

/** Gives a peer's message to its call. One for nobody's call changes nothing; nor does an offer, which `ringInSet` takes. */
export function receiveInSet(set: CallSet, message: PeerMessage, nowMs: number): CallSetStep {
  const call = set.calls.get(message.callId);
  if (call?.remotePeerId !== message.id || message.type === "video-offer-request") return [set, []];
  return stepInSet(set, call.callId, { type: "message-received", message }, nowMs);
}

/**
 * Takes a message whose proof does not stand, or cannot be checked here without a key of our own: an acceptance, or a
 * description of a later connection, ends its call. Offers like that come no further than `front_door.ts`.
 */
export function refuseInSet(
  set: CallSet,
  message: PeerMessage,
  { isOtherKey = false }: { isOtherKey?: boolean },
  nowMs: number,
): CallSetStep {
  const call = set.calls.get(message.callId);
  if (call?.remotePeerId !== message.id) return [set, []];
  const isLater = message.type === "description" && message.tabId === call.remoteTabId && isAnswered(call);
  const isAwaited = call.phase === "outgoing" && call.remoteTabId === null;
  if (!isLater && !(message.type === "video-offer-response" && isAwaited)) return [set, []];
  const endReason = isOtherKey ? "other-key" : "unverified";
  return settleScreen(set, keep(set, endUnverified(call, nowMs, endReason)), nowMs);
}

/** Says what is to become of an offer whose proof stands. */
export function judgeOffer(set: CallSet, offer: Pick<Offer, "id">, { caller, ...ringing }: Ringing): Admission {
  const live = liveCalls(set);
  if (findCrossing(set, offer) !== undefined || findStale(set, offer) !== undefined) return "front";
  const others = live.filter((call) => isRingingCall(call) && call.remotePeerId !== offer.id);
  const front = others.find(isInFront);
  const occupation: Scene["occupation"] = live.some(isTaken)
    ? "in-call"
    : live.some(({ phase }) => phase === "outgoing")
    ? "dialling"
    : ringing.isAbsorbed
    ? "absorbed"
    : "free";
  return admit(caller, {
    occupation,
    front: front === undefined ? null : front.isStranger ? "stranger" : "known",
    strangersRinging: others.filter(({ isStranger }) => isStranger).length,
    knownRinging: others.filter(({ isStranger }) => !isStranger).length,
    strangerRings: ringing.strangerRings,
  });
}

function findCrossing(set: CallSet, offer: Pick<Offer, "id">): Call | undefined {
  return liveCalls(set).find((call) => call.phase === "outgoing" && call.remotePeerId === offer.id);
}

/** Someone who calls again while we wait for them to come back has lost the old call for good. */
function findStale(set: CallSet, offer: Pick<Offer, "id">): Call | undefined {
  return liveCalls(set).find((call) => call.phase === "reconnecting" && call.remotePeerId === offer.id);
}

/** Takes an offer whose proof stands: it rings, waits, crosses a call of ours, or comes to nothing. */
export function ringInSet(set: CallSet, offer: Offer, local: LocalEnd, ringing: Ringing, nowMs: number): CallSetStep {
  if (set.calls.has(offer.callId)) return [set, []];
  const crossing = findCrossing(set, offer);
  if (crossing !== undefined) return settleScreen(set, settleGlare(set, crossing, offer, local, nowMs), nowMs);

  const admission = judgeOffer(set, offer, ringing);
  if (admission === "drop") return [set, []];
  if (admission === "busy") {
    const name = offer.name ?? null;
    const effect: CallEffect = { type: "reject-offer", callId: offer.callId, reason: "busy", isMissed: true, name };
    return [set, [{ callId: offer.callId, remotePeerId: offer.id, effect }]];
  }
  // Whoever rings and calls again has lost the call before: one ring for each.
  const olds = liveCalls(set).filter((call) => call.remotePeerId === offer.id);
  const endOld = (call: Call) => endCall(call, isRingingCall(call) ? "busy" : "lost", nowMs, endWord(call))[1];
  const effects = olds.flatMap((call) => label(call, endOld(call)));
  const cleared = olds.reduce((next, { callId }) => without(next, callId), set);
  const isWaiting = admission === "line";
  const [next, rings] = keep(
    isWaiting ? cleared : giveScreen(cleared, offer.callId),
    receiveCall(offer, set.localTabId, { isStranger: ringing.caller === "stranger", isWaiting }),
  );
  return settleScreen(cleared, [next, [...effects, ...rings]], nowMs);
}

function endWord(call: Call): ReturnType<typeof decline> | undefined {
  return isRingingCall(call) ? decline("busy") : undefined;
}

function settleGlare(set: CallSet, own: Call, offer: Offer, local: LocalEnd, nowMs: number): CallSetStep {
  if (local.localPeerId < offer.id) {
    // One offer can be set aside; whoever sends more is told at once.
    const effects = rejectSetAside(own);
    return keep(set, [{ ...own, setAside: { callId: offer.callId, tabId: offer.tabId } }, effects]);
  }
  const [, dropped] = endCall(own, "cancelled", nowMs, { type: "hang-up", reason: "cancelled" });
  const [ringing, effects] = receiveCall(offer, set.localTabId);
  const [accepted, accepting] = stepCall(
    ringing,
    { type: "accepted", video: local.wantsVideo },
    nowMs,
  );
  const [next, kept] = keep(without(set, own.callId), [accepted, [...effects, ...accepting]]);
  return [next, [...label(own, dropped), ...kept]];
}
