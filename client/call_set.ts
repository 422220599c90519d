/**
 * All calls of this page, and what one means for another: which call a message is for, when a second caller hears
 * `busy`, and which of two crossing calls stands. Pure, like `call_machine.ts`, which it drives; `calls.ts` runs what
 * comes out. An ended call stays until it is dismissed or another begins, so that its end can be shown.
 *
 * Glare (both press Call at once) is settled without another message: the call that the lower ID placed stands. The
 * lower end sets the other's offer aside; the higher end drops its own call and accepts the lower's at once, since its
 * person has just asked for that very call.
 */

import type { CallId, PeerId, PeerMessage, TabId } from "../signaling/protocol.ts";
import { type Call, type CallEffect, type CallEvent, createCall, type Offer, type Step } from "./call.ts";
import { placeCall, receiveCall, stepCall } from "./call_machine.ts";
import { endCall, endUnverified, isAnswered, isLive, rejectSetAside } from "./call_steps.ts";

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

function keep(set: CallSet, [call, effects]: Step): CallSetStep {
  const calls = new Map(set.calls).set(call.callId, call);
  return [{ ...set, calls }, label(call, effects)];
}

function label(call: Call, effects: readonly CallEffect[]): CallSetEffect[] {
  return effects.map((effect) => ({ callId: call.callId, remotePeerId: call.remotePeerId, effect }));
}

function without(set: CallSet, callId: CallId): CallSet {
  const calls = new Map(set.calls);
  calls.delete(callId);
  return { ...set, calls };
}

function withoutEnded(set: CallSet): CallSet {
  return { ...set, calls: new Map([...set.calls].filter(([, call]) => isLive(call))) };
}

function liveCalls(set: CallSet): Call[] {
  return [...set.calls.values()].filter(isLive);
}

export function hasLiveCall(set: CallSet): boolean {
  return liveCalls(set).length > 0;
}

/** Whether a call is on its way to a connection, over which it could speak without the server. */
export function isBeingSetUp(set: CallSet): boolean {
  return liveCalls(set).some(({ phase }) => phase !== "connected" && phase !== "reconnecting");
}

/** Whether a call sends, or is about to: one that only rings has no claim to the camera. */
export function needsMedia(set: CallSet): boolean {
  return liveCalls(set).some(({ phase, acceptance }) => phase !== "incoming" || acceptance !== null);
}

/** Places a call, unless one is under way: two at once is for group calls to allow. */
export function placeInSet(
  set: CallSet,
  callId: CallId,
  remotePeerId: PeerId,
  options = { isPatient: false },
): CallSetStep {
  if (hasLiveCall(set)) return [set, []];
  return keep(withoutEnded(set), placeCall(callId, set.localTabId, remotePeerId, options));
}

/** Takes an ended call off the set. */
export function dismissInSet(set: CallSet, callId: CallId): CallSet {
  const call = set.calls.get(callId);
  return call === undefined || isLive(call) ? set : without(set, callId);
}

export function stepInSet(set: CallSet, callId: CallId, event: CallEvent, nowMs: number): CallSetStep {
  const call = set.calls.get(callId);
  return call === undefined ? [set, []] : keep(set, stepCall(call, event, nowMs));
}

/** Gives a peer's message to its call; an offer may make one. A message for nobody's call changes nothing. */
export function receiveInSet(set: CallSet, message: PeerMessage, local: LocalEnd, nowMs: number): CallSetStep {
  const call = set.calls.get(message.callId);
  if (call !== undefined) {
    if (call.remotePeerId !== message.id || message.type === "video-offer-request") return [set, []];
    return keep(set, stepCall(call, { type: "message-received", message }, nowMs));
  }
  return message.type === "video-offer-request" ? receiveOffer(set, message, local, nowMs) : [set, []];
}

/**
 * Takes a message whose proof does not stand, or cannot be checked here without a key of our own. An offer rings nobody
 * and disturbs no call that there is; where there is none, the person is told. An acceptance, or a description of a later
 * connection, ends its call.
 */
export function refuseInSet(
  set: CallSet,
  message: PeerMessage,
  { isKeyless, isOtherKey = false }: { isKeyless: boolean; isOtherKey?: boolean },
  nowMs: number,
): CallSetStep {
  const call = set.calls.get(message.callId);
  const endReason = isOtherKey ? "other-key" : "unverified";
  if (call !== undefined) {
    const isLater = message.type === "description" && message.tabId === call.remoteTabId && isAnswered(call);
    const isAnswer = message.type === "video-offer-response";
    const isAwaited = call.phase === "outgoing" && call.remoteTabId === null;
    const isOfItsPeer = call.remotePeerId === message.id && (isLater || (isAnswer && isAwaited));
    return isOfItsPeer ? keep(set, endUnverified(call, nowMs, endReason)) : [set, []];
  }
  if (message.type !== "video-offer-request") return [set, []];
  const { callId, id: remotePeerId } = message;
  if (hasLiveCall(set)) {
    const reason = isKeyless ? "unsupported" : "unverified";
    const effect: CallEffect = { type: "reject-offer", callId, reason, isMissed: false, name: null };
    return [set, [{ callId, remotePeerId, effect }]];
  }
  // Neither the name nor anything else in it is anybody's word.
  const refused = createCall({ callId, localTabId: set.localTabId, remotePeerId, isOutgoing: false });
  const ended = isKeyless ? stepCall(refused, { type: "keyless" }, nowMs) : endUnverified(refused, nowMs, endReason);
  return keep(withoutEnded(set), ended);
}

function receiveOffer(set: CallSet, offer: Offer, local: LocalEnd, nowMs: number): CallSetStep {
  const crossing = liveCalls(set).find((call) => call.phase === "outgoing" && call.remotePeerId === offer.id);
  if (crossing !== undefined) return settleGlare(set, crossing, offer, local, nowMs);

  // Someone who calls again while we wait for them to come back has lost the old call for good.
  const stale = liveCalls(set).find((call) => call.phase === "reconnecting" && call.remotePeerId === offer.id);
  if (stale !== undefined) {
    const [ended, effects] = endCall(stale, "lost", nowMs);
    const [next, ringing] = keep(without(set, stale.callId), receiveCall(offer, set.localTabId));
    return [next, [...label(ended, effects), ...ringing]];
  }
  if (hasLiveCall(set)) {
    const name = offer.name ?? null;
    const effect: CallEffect = { type: "reject-offer", callId: offer.callId, reason: "busy", isMissed: true, name };
    return [set, [{ callId: offer.callId, remotePeerId: offer.id, effect }]];
  }
  return keep(withoutEnded(set), receiveCall(offer, set.localTabId));
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
