/**
 * Tells the person by the system that somebody calls, while they look at something else, and what they have missed since.
 * One notification for each call, however many tabs there are, since all show it under the call's own tag. It is gone as
 * soon as the call rings no more, or a tab is looked at. A stranger chooses none of its words.
 *
 *   rings, unseen ──► shown ──► answered, declined, taken back or seen here or in another tab: gone
 *                        └────► missed: says so in its place, until a tab is looked at
 */

import { dropOldest } from "../../../signaling/protocol/drop_oldest.ts";
import { attempt } from "../../bounds/attempt.ts";
import type { CallView } from "../../conversation/call_views.ts";
import type { MissedCaller } from "../../kept/people/missed_calls.ts";

/** What a person reads of a call. */
export type NoticeCall = Pick<CallView, "callId" | "remotePeerId" | "remoteName" | "isStranger">;
type FollowedCall = NoticeCall & Pick<CallView, "phase" | "isWaiting" | "isQuiet" | "isRejoined">;
export type Shown = { close(): void };

export type NoticesOptions = {
  /** Whether the person looks at this page. */
  readonly isSeen: () => boolean;
  /** Shows a notification in place of any other of its tag; null where it may not. */
  readonly show: (title: string, options: NotificationOptions, onPress: () => void) => Shown | null;
  /** Brings this page to the front. */
  readonly focus: () => void;
  /** Tells the other tabs which call the person has seen ring, or that they have seen all. */
  readonly tell: (seen: string) => void;
  /** Says how many calls were missed that the person has not seen. */
  readonly count: (unseen: number) => void;
  readonly sayRinging: (call: NoticeCall) => string;
  readonly sayMissed: (caller: MissedCaller) => string;
};

/** Whether somebody rings for the person to come. */
export function isAlarming(call: Omit<FollowedCall, keyof NoticeCall> & Pick<NoticeCall, "isStranger">): boolean {
  const { phase, isQuiet, isRejoined, isWaiting, isStranger } = call;
  return phase === "incoming" && !isQuiet && !isRejoined && !(isWaiting && isStranger);
}

/** What a tab says that is looked at. */
const ALL = "all";
/** Calls that are remembered. */
const CALLS_MAX = 64;

export class Notices {
  readonly #options: NoticesOptions;
  readonly #ringing = new Map<string, Shown>();
  readonly #missed = new Map<string, Shown>();
  /** Calls that the person was told of, by this page; and those that they have seen, wherever. */
  readonly #told = new Set<string>();
  readonly #seen = new Set<string>();
  /** Missed while the person looked at something else, and not seen since. */
  readonly #unseen = new Set<string>();
  /** Missed calls of before; null until there is a list. */
  #before: ReadonlySet<string> | null = null;

  constructor(options: NoticesOptions) {
    this.#options = options;
  }

  /** Takes the calls as they are now. */
  follow(calls: readonly FollowedCall[]): void {
    const ringing = calls.filter(isAlarming);
    for (const [callId] of this.#ringing) if (!ringing.some((call) => call.callId === callId)) this.#close(callId);
    for (const call of ringing) {
      if (this.#seen.has(call.callId) || this.#ringing.has(call.callId)) continue;
      if (this.#options.isSeen()) this.#noteSeen(call.callId, { isNews: true });
      else this.#showRinging(call);
    }
  }

  /** Takes the missed calls as they are now. */
  followMissed(callers: readonly MissedCaller[]): void {
    const before = this.#before;
    const missed = this.#before = new Set(callers.flatMap(({ callIds }) => callIds));
    if (before === null) return;
    // Somebody who was missed may have been spoken with since, or the list was cleared.
    for (const callId of this.#unseen) if (!missed.has(callId)) this.#dropMissed(callId);
    for (const caller of callers) {
      for (const callId of caller.callIds) if (!before.has(callId)) this.#noteMissed(callId, caller);
    }
    this.#options.count(this.#unseen.size);
  }

  /** The person has come to look at this page. */
  handleSeen(): void {
    for (const callId of [...this.#ringing.keys()]) this.#noteSeen(callId, { isNews: true });
    this.#closeMissed();
    this.#options.tell(ALL);
  }

  /** Takes what another tab has told. */
  handleTold(seen: unknown): void {
    if (seen === ALL) this.#closeMissed();
    else if (typeof seen === "string") this.#noteSeen(seen, { isNews: false });
  }

  #noteMissed(callId: string, caller: MissedCaller): void {
    if (this.#seen.has(callId)) return;
    if (this.#options.isSeen()) return this.#noteSeen(callId, { isNews: true });
    this.#unseen.add(callId);
    if (!this.#told.has(callId)) return;
    this.#close(callId);
    this.#show(this.#missed, callId, this.#options.sayMissed(caller), false);
  }

  #noteSeen(callId: string, { isNews }: { isNews: boolean }): void {
    this.#seen.add(callId);
    dropOldest(this.#seen, CALLS_MAX);
    this.#close(callId);
    this.#dropMissed(callId);
    this.#options.count(this.#unseen.size);
    if (isNews) this.#options.tell(callId);
  }

  #showRinging(call: FollowedCall): void {
    this.#show(this.#ringing, call.callId, this.#options.sayRinging(call), true);
    if (!this.#ringing.has(call.callId)) return;
    this.#told.add(call.callId);
    dropOldest(this.#told, CALLS_MAX);
  }

  /** Silent, since the page itself rings. */
  #show(shown: Map<string, Shown>, tag: string, title: string, requireInteraction: boolean): void {
    attempt("notify", () => {
      const onPress = () => {
        this.#options.focus();
        this.handleSeen();
      };
      const notification = this.#options.show(title, { tag, requireInteraction, silent: true }, onPress);
      if (notification !== null) shown.set(tag, notification);
    });
  }

  #close(callId: string): void {
    attempt("take back a notification", () => this.#ringing.get(callId)?.close());
    this.#ringing.delete(callId);
  }

  #dropMissed(callId: string): void {
    attempt("take back a notification", () => this.#missed.get(callId)?.close());
    this.#missed.delete(callId);
    this.#unseen.delete(callId);
  }

  #closeMissed(): void {
    for (const callId of [...this.#unseen, ...this.#missed.keys()]) this.#dropMissed(callId);
    this.#options.count(0);
  }
}
