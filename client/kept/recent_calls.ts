/**
 * The calls in which this browser was connected within the last hour, by their IDs: kept in it, so that a page which
 * crashed or was loaded again can go on with the call (`rejoin.ts`), or tell the other end that it has it no more. Nobody
 * else is told anything, since whoever hears an answer knows that somebody is there; nor is the other end, once both know
 * that the call is over.
 */

import {
  type CallId,
  encodeMessage,
  isCallId,
  isPeerId,
  type PeerId,
  type PeerMessage,
  type TabId,
} from "../../signaling/protocol.ts";
import {
  count,
  type Guard,
  type Guarded,
  isBoolean,
  list,
  nullable,
  optional,
  readBy,
  shape,
  text,
} from "../../signaling/protocol/guards.ts";
import type { Credit } from "../bounds/credit.ts";
import { KeptList } from "./kept.ts";
import type { KeptStore } from "./kept_store.ts";

export const RECENT_MAX = 16;
export const RECENT_MS = 3_600_000;
/** Calls on hold that a tab's next page is told of. */
const OTHERS_MAX = 8;

export type Query = Extract<PeerMessage, { type: "call-query" }>;
type NoCall = Extract<PeerMessage, { type: "no-call" }>;

/** What a page needs to go on with a call of one before it. */
export type CallMemory = {
  readonly name: string | null;
  /** When the call was connected first, by the clock on the wall. */
  readonly startedAtMs: number;
  readonly isMuted: boolean;
  readonly isCameraOn: boolean;
  /** The person had put it on hold; absent of a page that is older than that. */
  readonly isHeld?: boolean | undefined;
  /** The other end had. */
  readonly isRemoteHeld?: boolean | undefined;
  /** A stranger placed it; absent otherwise. */
  readonly isStranger?: boolean | undefined;
};

/** A moment by the clock on the wall, in milliseconds; between two of its own, where it was reckoned. */
const isMoment: Guard<number> = (value): value is number => Number.isFinite(value);
const memory = {
  ...{ name: nullable(text()), startedAtMs: isMoment, isMuted: isBoolean, isCameraOn: isBoolean },
  ...{ isHeld: optional(isBoolean), isRemoteHeld: optional(isBoolean), isStranger: optional(isBoolean) },
};

/** The memory is absent where nobody may go on with the call: the other end has no such pages, or the person has left it. */
const isRecentCall = shape({ callId: isCallId, peerId: isPeerId, atMs: count(), memory: optional(shape(memory)) });
type RecentCall = Guarded<typeof isRecentCall>;

/** Read no further here: each feature looks at what it has left. */
const isLegacy: Guard<Readonly<Record<string, unknown>>> = shape({});

const left = { callId: isCallId, peerId: isPeerId, ...memory, legacy: optional(isLegacy) };

/** What is left for the next page of a tab: the call that was heard, and those beside it. */
export const isMark = shape({ closedAtMs: count(), ...left, others: optional(list(shape(left), OTHERS_MAX)) });

export type Mark = Guarded<typeof isMark>;

export class RecentCalls {
  readonly #now: () => number;
  /** Those of this page. */
  readonly #own = new Set<CallId>();
  readonly #list: KeptList<RecentCall>;

  /** @param now wall-clock time: what was stored is of another page */
  constructor(now: () => number, store?: KeptStore) {
    this.#now = now;
    const options = { key: "recent-calls", readItem: readBy(isRecentCall), max: RECENT_MAX, show: () => {} };
    this.#list = new KeptList<RecentCall>(options, store);
  }

  /** Notes that this browser is in the call now; again now and then, or it would be forgotten in a long one. */
  note(callId: CallId, peerId: PeerId): void {
    const atMs = this.#now();
    this.#own.add(callId);
    const isOther = (call: RecentCall) => call.callId !== callId && this.#isRecent(call);
    this.#list.change((calls) => {
      const memory = calls.find((call) => call.callId === callId)?.memory;
      return [{ callId, peerId, atMs, ...(memory === undefined ? {} : { memory }) }, ...calls.filter(isOther)];
    });
  }

  /** Remembers what another page would need to go on with the call; null if none may any more. */
  remember(callId: CallId, memory: CallMemory | null): void {
    const remembered = ({ memory: _, ...call }: RecentCall) => memory === null ? call : { ...call, memory };
    this.#list.change((calls) => calls.map((call) => call.callId === callId ? remembered(call) : call));
  }

  /** The other end has said that a call is over which no page here has any more. */
  drop(callId: CallId, peerId: PeerId): void {
    if (this.has(callId, peerId)) this.#list.change((calls) => calls.filter((call) => call.callId !== callId));
  }

  /** Finds a call that a page may go on with. */
  findLeft(callId: CallId): { readonly peerId: PeerId; readonly memory: CallMemory } | null {
    const call = this.#list.value.find((each) => each.callId === callId && this.#isRecent(each));
    return call?.memory === undefined ? null : { peerId: call.peerId, memory: call.memory };
  }

  /** Both ends know that the call is over. To a tab in which it only rang, it is over when another has taken it. */
  forget(callId: CallId): void {
    if (this.#own.delete(callId)) this.#list.change((calls) => calls.filter((call) => call.callId !== callId));
  }

  has(callId: CallId, peerId: PeerId): boolean {
    return this.#list.value.some((call) => call.callId === callId && call.peerId === peerId && this.#isRecent(call));
  }

  /** Says to who was in the call, and at their expense, that this page does not have it. */
  answer(query: Query, localTabId: TabId, creditOf: (peerId: PeerId) => Credit): NoCall | null {
    const { callId, id, clientId } = query;
    if (!this.has(callId, id)) return null;
    const answer = { type: "no-call", id: clientId, clientId: id, callId, tabId: localTabId } as const;
    const credit = creditOf(id);
    credit.earn(encodeMessage(query).length);
    return credit.take(encodeMessage(answer).length, 1) ? answer : null;
  }

  /** A clock that was set back makes none older. */
  #isRecent({ atMs }: RecentCall): boolean {
    return this.#now() - atMs < RECENT_MS;
  }
}
