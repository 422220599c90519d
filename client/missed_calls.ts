/**
 * Who called while nobody took it here, kept in this browser and shared by its tabs: one entry a person, with how often,
 * the latest first. Strangers have places of their own, so that they never push out anybody who is known.
 */

import { isPeerId, type PeerId } from "../signaling/protocol.ts";
import { KeptList } from "./kept_list.ts";
import { type MissedCall, type MissedCaller, missedCalls } from "./state.ts";

/** People kept: those who are known, and strangers. */
export const MISSED_MAX = 20;
export const MISSED_STRANGERS_MAX = 10;
/** A person's latest calls, to count each once however many tabs missed it. */
const CALL_IDS_MAX = 8;

function isMissedCaller(value: unknown): value is MissedCaller {
  return typeof value === "object" && value !== null &&
    "remotePeerId" in value && isPeerId(value.remotePeerId) &&
    "remoteName" in value && (value.remoteName === null || typeof value.remoteName === "string") &&
    "atMs" in value && typeof value.atMs === "number" &&
    "count" in value && typeof value.count === "number" &&
    "callIds" in value && Array.isArray(value.callIds) && value.callIds.every((callId) => typeof callId === "string");
}

/** Adds a call to its caller's entry. */
export function noteMissed(
  callers: readonly MissedCaller[],
  { callId, ...call }: MissedCall,
  isKnown: (peerId: PeerId) => boolean,
): readonly MissedCaller[] {
  const before = callers.find(({ remotePeerId }) => remotePeerId === call.remotePeerId);
  if (before?.callIds.includes(callId)) return callers;
  const callIds = [callId, ...before?.callIds ?? []].slice(0, CALL_IDS_MAX);
  const all = [{ ...call, count: (before?.count ?? 0) + 1, callIds }, ...callers.filter((other) => other !== before)];
  const [known, strangers] = [true, false].map((is) => all.filter((caller) => isKnown(caller.remotePeerId) === is));
  const kept = new Set([...known?.slice(0, MISSED_MAX) ?? [], ...strangers?.slice(0, MISSED_STRANGERS_MAX) ?? []]);
  return all.filter((caller) => kept.has(caller));
}

export const missedCallList = new KeptList<MissedCaller>({
  key: "missed-calls",
  readItem: (value) => isMissedCaller(value) ? value : null,
  max: MISSED_MAX + MISSED_STRANGERS_MAX,
  show: (callers) => missedCalls.value = callers,
});
