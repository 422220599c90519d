/**
 * Goes on with a call whose page was closed: loaded again, crashed, or put away by the system. The page in its place finds
 * what it needs in this browser, and then
 *
 *   loaded again within half a minute ──► goes on by itself
 *   later, or after a crash           ──► offers it, as soon as it knows that the other end waits
 *
 * A call that another tab has is left alone: whoever has one holds a lock of the browser's (W3C Web Locks), which goes
 * with the page, however that ends.
 */

import type { CallId, PeerId, PeerMessage } from "../../signaling/protocol.ts";
import { attempt } from "../bounds/attempt.ts";
import type { RejoinedCall } from "../call/call.ts";
import type { CallView } from "../conversation/call_views.ts";
import type { Legacy } from "../feature/legacies.ts";
import { type CallMemory, isMark, type Mark, type RecentCalls } from "../kept/recent_calls.ts";

/** How long after its page was closed a call goes on by itself, and how long it is offered, in milliseconds. */
export const BY_ITSELF_MS = 30_000;
export const OFFERED_MS = 600_000;
/** For how long it counts what other tabs had, in milliseconds: who asks after a call asks again every three seconds. */
const FRESH_MS = 5_000;
/** Where a page leaves word for the next one in its tab. */
const MARK = "left-call";

/** A call of a page before this one, which this one may go on with. */
export type LeftCall = CallMemory & { readonly callId: CallId; readonly peerId: PeerId };

type NoCall = Extract<PeerMessage, { type: "no-call" }>;

export type RejoinOptions = {
  readonly recentCalls: Pick<RecentCalls, "remember" | "findLeft">;
  /** The clock on the wall: what is read was written by another page. */
  readonly now: () => number;
  /** A clock that nobody sets, by which calls are timed. */
  readonly monotonicNow: () => number;
  /** What is kept of this tab; may throw where site data is blocked. */
  readonly session: () => Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** Undefined in browsers that have none. */
  readonly locks: Pick<LockManager, "request" | "query"> | undefined;
  readonly media: () => { readonly isMuted: boolean; readonly isCameraOn: boolean };
  /** Offers the person to go on with a call; null takes the offer back. */
  readonly offer: (left: LeftCall | null) => void;
  readonly rejoin: (peerId: PeerId, how: Rejoining) => void;
  /** What the features of the call with that peer leave to one that goes on with it. */
  readonly legacyOf: (peerId: PeerId) => Legacy;
};

export type Rejoining = {
  readonly rejoined: RejoinedCall;
  readonly video: boolean;
  readonly isMuted: boolean;
  readonly isHeld: boolean;
  readonly isRemoteHeld: boolean;
  readonly isStranger: boolean;
  readonly legacy: Legacy;
};

export class Rejoin {
  readonly #options: RejoinOptions;
  /** Calls of this page, with what was remembered of each and what lets its lock go. */
  readonly #own = new Map<CallId, { left: LeftCall; release: () => void }>();
  /** Calls that another tab has, as this one saw when it looked last. */
  #held: ReadonlySet<string> | null = null;
  #lookedAtMs = 0;
  /** The page goes away: its calls end here, and not for good. */
  #isLeaving = false;
  #offered: LeftCall | null = null;
  /** Calls that this page is about to go on with: until it does, they stay its to leave. */
  #taken: readonly LeftCall[] = [];
  /** What the features left of the calls that the tab was in, for those who go on with them. */
  readonly #legacies = new Map<CallId, Legacy>();

  constructor(options: RejoinOptions) {
    this.#options = options;
    this.#look();
  }

  /** Follows the calls of this page, and remembers of each what another would need. */
  follow(calls: readonly CallView[]): void {
    for (const [callId, { left }] of [...this.#own]) this.#check(callId, calls.find((call) => isOf(call, left)));
    for (const call of calls) {
      if (call.endedAtMs === null && call.connectedAtMs !== null && call.mayRejoin) {
        this.#remember(call, call.connectedAtMs);
      }
    }
    const isBack = ({ remotePeerId, phase }: CallView) => remotePeerId === this.#offered?.peerId && phase !== "ended";
    if (calls.some(isBack)) this.#offer(null);
  }

  /** The page goes away, and its tab may load another. */
  handlePageHide(): void {
    this.#isLeaving = true;
    const all = [...[...this.#own.values()].map(({ left }) => left), ...this.#taken];
    const left = all.findLast(({ isHeld }) => !isHeld) ?? all.at(-1);
    if (left === undefined) return;
    // While it goes on with the call, the person may have turned off what was on before, and never the other way round.
    const { now, session, media, legacyOf } = this.#options;
    const [{ isMuted, isCameraOn }, closedAtMs] = [media(), now()];
    const front = { ...left, isMuted: left.isMuted || isMuted, isCameraOn: left.isCameraOn && isCameraOn };
    const calls = [front, ...all.filter((other) => other !== left)];
    // Whole: what the store was told a moment ago may be lost with the page. For what features have there may be no room.
    for (const heirCount of new Set([0, 1, calls.length])) {
      attempt("leave word for the next page", () => {
        const [first, ...others] = calls.map((call, index) =>
          index < heirCount ? { ...call, legacy: this.#legacies.get(call.callId) ?? legacyOf(call.peerId) } : call
        );
        const mark = { ...first, closedAtMs, ...(others.length > 0 && { others }) };
        session().setItem(MARK, JSON.stringify(mark));
      });
    }
  }

  /** This page can make calls now, or is back: goes on with those that its tab was in, or offers the one that was heard. */
  async start(): Promise<void> {
    this.#isLeaving = false;
    this.#taken = []; // What an earlier start had not gone on with is in the mark.
    const mark = this.#takeMark();
    if (mark === null) return;
    const { closedAtMs, others = [], ...front } = mark;
    const left = this.#take(front);
    const agoMs = this.#options.now() - closedAtMs;
    if (agoMs <= BY_ITSELF_MS) {
      // Those on hold first: the one that is heard may put none on hold by coming later.
      this.#taken = [...others.map((other) => this.#take({ ...other, isHeld: true })), left];
      for (const call of this.#taken) {
        const isElsewhere = await this.isElsewhere(call.callId);
        if (!this.#taken.includes(call) || this.#isLeaving) return; // The page has left them, and may have taken them anew.
        this.#taken = this.#taken.filter((other) => other !== call);
        if (!isElsewhere) attempt("go on with a call", () => this.#goOn(call));
      }
    } else if (agoMs <= OFFERED_MS && !await this.isElsewhere(left.callId) && this.#find(left.callId) !== null) {
      this.#offer(left);
    }
  }

  /** Makes of the answer to who asks after a call one that says whether this page may go on with it; null for none. */
  answer(answer: NoCall): NoCall | null {
    if (this.#own.has(answer.callId)) return { ...answer, mayRejoin: true }; // It does so now.
    const left = this.#find(answer.callId);
    const isFresh = this.#options.monotonicNow() - this.#lookedAtMs < FRESH_MS;
    const held = isFresh ? this.#held : null;
    this.#look(); // A tab may have it by the next time, or none any more.
    if (left === null) return answer;
    if (held === null || held.has(lockOf(left.callId))) return null;
    if (this.#offered === null) this.#offer(left);
    return { ...answer, mayRejoin: true };
  }

  /** Whether another tab has the call, and so an offer that goes on with it is that one's alone. */
  async isElsewhere(callId: CallId): Promise<boolean> {
    return !this.#own.has(callId) && (await this.#readHeld()).has(lockOf(callId));
  }

  /** The person goes on with the call that is offered. */
  accept(): void {
    if (this.#offered !== null) this.#goOn({ ...this.#offered, isHeld: false });
  }

  /** The person does not. */
  decline(): void {
    if (this.#offered !== null) this.leave(this.#offered.callId);
  }

  /** Nobody goes on with the call any more. */
  leave(callId: CallId): void {
    this.#options.recentCalls.remember(callId, null);
    if (this.#offered?.callId === callId) this.#offer(null);
  }

  #take({ legacy = {}, ...left }: LeftCall & { readonly legacy?: Legacy | undefined }): LeftCall {
    this.#legacies.set(left.callId, legacy);
    return left;
  }

  /** Goes on muted and unseen as it was; the time goes on too. Until it is back the call stays this page's to leave. */
  #goOn(left: LeftCall): void {
    const { callId, peerId, startedAtMs, isMuted, isCameraOn: video, name } = left;
    const { isHeld = false, isRemoteHeld = false, isStranger = false } = left;
    const { now, monotonicNow, rejoin } = this.#options;
    const connectedAtMs = monotonicNow() - (now() - startedAtMs);
    const legacy = this.#legacies.get(callId) ?? {};
    this.#legacies.delete(callId);
    const rejoined = { callId, connectedAtMs, name };
    rejoin(peerId, { rejoined, video, isMuted, isHeld, isRemoteHeld, isStranger, legacy });
    // Only now: devices change before there is a call to be followed.
    this.#own.set(callId, { left, release: this.#hold(callId) });
  }

  #offer(left: LeftCall | null): void {
    this.#offered = left;
    this.#options.offer(left);
  }

  #find(callId: CallId): LeftCall | null {
    const left = this.#options.recentCalls.findLeft(callId);
    return left && { callId, peerId: left.peerId, ...left.memory };
  }

  #remember(call: CallView, connectedAtMs: number): void {
    const { callId, remotePeerId: peerId, remoteName: name, isHeld, isRemoteHeld, isStranger, sendsVideo } = call;
    const { recentCalls, now, monotonicNow, media } = this.#options;
    const { isMuted, isCameraOn: isOn } = media();
    const isCameraOn = isHeld ? sendsVideo : isOn; // What is on now is on for another call.
    const own = this.#own.get(callId);
    const startedAtMs = own?.left.startedAtMs ?? now() - monotonicNow() + connectedAtMs;
    const memory = {
      name,
      startedAtMs,
      isMuted,
      isCameraOn,
      ...(isHeld && { isHeld }),
      ...(isRemoteHeld && { isRemoteHeld }),
      ...(isStranger && { isStranger }),
    };
    const left = { callId, peerId, ...memory };
    if (own !== undefined && JSON.stringify(own.left) === JSON.stringify(left)) return;
    this.#own.set(callId, { left, release: own?.release ?? this.#hold(callId) });
    recentCalls.remember(callId, memory);
  }

  /** Lets go of a call that has ended, or that the one after it has taken the place of. */
  #check(callId: CallId, call: CallView | undefined): void {
    const isOn = call?.endedAtMs === null;
    if (isOn && (call.callId === callId || call.connectedAtMs === null)) return;
    this.#own.get(callId)?.release();
    this.#own.delete(callId);
    // One that could not be gone on with may be offered once more.
    const isOver = call !== undefined && (call.connectedAtMs !== null || call.endReason === "cancelled");
    if (isOver && !this.#isLeaving) this.leave(callId);
  }

  #hold(callId: CallId): () => void {
    let release = () => {};
    const over = new Promise<void>((resolve) => release = resolve);
    attempt("hold a call", () => this.#options.locks?.request(lockOf(callId), () => over));
    return release;
  }

  #look(): void {
    attempt("look which calls other tabs have", () => this.#readHeld());
  }

  /** A browser that does not tell counts as one without other tabs: better offered in two of them than in none. */
  async #readHeld(): Promise<ReadonlySet<string>> {
    const { held = [] } = await this.#query().catch(() => null) ?? {};
    this.#lookedAtMs = this.#options.monotonicNow();
    return this.#held = new Set(held.map(({ name = "" }) => name));
  }

  async #query(): Promise<LockManagerSnapshot | undefined> {
    return await this.#options.locks?.query();
  }

  #takeMark(): Mark | null {
    try {
      const text = this.#options.session().getItem(MARK);
      this.#options.session().removeItem(MARK);
      const mark: unknown = JSON.parse(text ?? "null");
      return isMark(mark) ? mark : null;
    } catch {
      return null; // Site data is blocked, or it is no JSON: what the other end says is enough to offer the call.
    }
  }
}

/** Whether it is the call that was left, or the one that goes on with it. */
function isOf({ callId, isRejoined, remotePeerId }: CallView, left: LeftCall): boolean {
  return callId === left.callId || isRejoined && remotePeerId === left.peerId;
}

function lockOf(callId: CallId): string {
  return `call ${callId}`;
}
