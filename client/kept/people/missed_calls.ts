/**
 * Who called while nobody here answered: one entry for each person, with a count, the latest first, shared by all tabs.
 * Strangers have their own places, so they never push out somebody who is known.
 */

import { type CallId, isPeerId, type PeerId } from "../../../signaling/protocol.ts";
import { count, type Guard, list, nullable, readBy, shape, text } from "../../../signaling/protocol/guards.ts";
import { KeptList } from "../kept.ts";
import type { KeptStore } from "../kept_store.ts";
import { signal } from "@preact/signals";

export type MissedCall = {
  readonly callId: CallId;
  readonly remotePeerId: PeerId;
  readonly remoteName: string | null;
  readonly atMs: number;
};

/** A person's missed calls: as they called themselves the last time, and how often it was. */
export type MissedCaller = {
  readonly remotePeerId: PeerId;
  readonly remoteName: string | null;
  readonly atMs: number;
  readonly count: number;
  readonly callIds: readonly string[];
};

/** Whose calls nobody took here, newest first; kept in this browser. */
export const missedCalls = signal<readonly MissedCaller[]>([]);

/** People kept: those who are known, and strangers. */
export const MISSED_MAX = 20;
export const MISSED_STRANGERS_MAX = 10;

const isMissedCaller: Guard<MissedCaller> = shape({
  remotePeerId: isPeerId,
  remoteName: nullable(text()),
  atMs: count(),
  count: count(),
  callIds: list(text()),
});

export type MissedCallList = KeptList<MissedCaller>;

export function createMissedCallList(store?: KeptStore): MissedCallList {
  return new KeptList({
    key: "missed-calls",
    readItem: readBy(isMissedCaller),
    max: MISSED_MAX + MISSED_STRANGERS_MAX,
    show: (callers) => missedCalls.value = callers,
  }, store);
}

/** A person's latest calls, to count each once however many tabs missed it. */
const CALL_IDS_MAX = 8;

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

/** Takes a call out that rang again and was taken then. */
export function forgetMissed(callers: readonly MissedCaller[], callId: CallId): readonly MissedCaller[] {
  return callers.flatMap((caller) => {
    if (!caller.callIds.includes(callId)) return [caller];
    const [count, callIds] = [caller.count - 1, caller.callIds.filter((other) => other !== callId)];
    return count > 0 ? [{ ...caller, count, callIds }] : [];
  });
}

/** A call that is connected is not missed, even if it was before its caller came back. */
export function noteTaken(
  list: Pick<MissedCallList, "value" | "change">,
  call: { readonly callId: CallId; readonly phase: string } | null,
): void {
  if (call?.phase !== "connected" || !list.value.some(({ callIds }) => callIds.includes(call.callId))) return;
  list.change((callers) => forgetMissed(callers, call.callId));
}
