/**
 * Watches the quiet line, where strangers ring without a sound while the person is busy. When nothing is in the way any
 * more, it brings one to the front, where it rings. Each comes forward once at most, and none does while more strangers
 * ring than may take the screen. Uses the page's timers.
 */

import type { CallId, PeerId } from "../../signaling/protocol.ts";
import { FRONT_RINGS_MAX } from "../admission/occupation.ts";
import type { CallView } from "../conversation/call_views.ts";

/** How often it looks whether the person is free, in milliseconds. */
const LOOK_MS = 1_000;
const WINDOW_MS = 60_000;

type WatchedCall = Pick<
  CallView,
  "callId" | "remotePeerId" | "phase" | "isStranger" | "isWaiting" | "isQuiet" | "isRejoined"
>;

export type QuietWatchOptions = {
  readonly now: () => number;
  readonly isAbsorbed: (callerId: PeerId) => boolean;
  readonly bringForward: (callId: CallId) => void;
};

/** A ring, and when it began or came to the front by itself. */
type Ring = { readonly callId: CallId; atMs: number };

export class QuietWatch {
  readonly #options: QuietWatchOptions;
  /** Strangers' rings of the last minute, and those that ring still; a call that rings again is another. */
  #rings: readonly Ring[] = [];
  #ringing = new Set<CallId>();
  /** Those that have had the screen. */
  readonly #shown = new Set<CallId>();
  #calls: readonly WatchedCall[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: QuietWatchOptions) {
    this.#options = options;
  }

  /** Takes the calls as they are now. */
  follow(calls: readonly WatchedCall[]): void {
    this.#calls = calls;
    const atMs = this.#options.now();
    // What goes on with a call is answered by itself, and never rings.
    const isRinging = (call: WatchedCall) =>
      call.phase === "incoming" && call.isStranger && !call.isRejoined && !call.isQuiet;
    const ringing = calls.filter(isRinging);
    const fresh = ringing.filter(({ callId }) => !this.#ringing.has(callId)).map(({ callId }) => ({ callId, atMs }));
    this.#ringing = new Set(ringing.map(({ callId }) => callId));
    this.#rings = [...this.#rings, ...fresh].filter((ring) => this.#ringing.has(ring.callId) || this.#isRecent(ring));
    for (const { callId, isWaiting } of ringing) if (!isWaiting) this.#shown.add(callId);
    for (const callId of this.#shown) if (this.#find(callId) === undefined) this.#shown.delete(callId);
    const isNeeded = this.#next !== undefined;
    if (isNeeded === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = isNeeded ? setInterval(() => this.#look(), LOOK_MS) : undefined;
  }

  /** Who has waited longest without ever having had the screen. */
  get #next(): WatchedCall | undefined {
    return this.#calls.find(({ callId, isWaiting }) =>
      isWaiting && this.#ringing.has(callId) && !this.#shown.has(callId)
    );
  }

  #find(callId: CallId): Ring | undefined {
    return this.#rings.findLast((ring) => ring.callId === callId);
  }

  #isRecent({ atMs }: Ring): boolean {
    return this.#options.now() - atMs < WINDOW_MS;
  }

  #look(): void {
    const [next, { now, isAbsorbed, bringForward }] = [this.#next, this.#options];
    if (next === undefined || this.#calls.some(({ isWaiting }) => !isWaiting)) return;
    const ring = this.#find(next.callId);
    const others = this.#rings.filter((other) => other !== ring && this.#isRecent(other));
    if (others.length >= FRONT_RINGS_MAX || isAbsorbed(next.remotePeerId)) return;
    if (ring !== undefined) ring.atMs = now(); // However long it has waited, now it takes the screen.
    bringForward(next.callId);
  }
}
