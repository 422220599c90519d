/**
 * The lines of all calls: of those that are on, and of ended ones while they still answer repeats. There are never more
 * than `LINES_MAX`. Calls whose lines are gone are remembered for a while, so that a late copy of an offer does not
 * ring again. `calls.ts` makes and runs the lines; nothing here knows a rule of calls.
 */

import type { CallId } from "../../signaling/protocol.ts";
import { dropOldest } from "../../signaling/protocol/drop_oldest.ts";
import { attempt } from "../bounds/attempt.ts";
import type { CallLine } from "../line/call_line.ts";

/** How often lines look for messages to repeat, in milliseconds. */
const TICK_MS = 500;
/** How long an ended call still answers repeats, in milliseconds. */
const LINGER_MS = 10_000;
/**
 * How long it keeps last words that nobody has acknowledged, in milliseconds: the network may be away for a while, and
 * `channel.ts` says them again, a few times, on the next sockets.
 */
const LINGER_UNSAID_MS = 600_000;
/** Ended calls that are remembered. */
const ENDED_MAX = 256;
/** How often a call whose caller was not there may ring again: a relay that plays its offer must not have it ring for ever. */
const RINGS_AGAIN_MAX = 3;
/** Lines at once, ended ones that linger included; and how many of them strangers' calls may have. */
const LINES_MAX = 32;
const STRANGERS_LINES_MAX = 12;

export type CallLinesOptions = {
  /** A clock that nobody sets. */
  readonly now: () => number;
  /** Called every half a second while there is a line, before the lines look for what to repeat. */
  readonly beforeTick: () => void;
  /** Called with the call whose line is gone. */
  readonly onForgotten: (callId: CallId) => void;
};

export class CallLines implements Iterable<[CallId, CallLine]> {
  readonly #options: CallLinesOptions;
  readonly #lines = new Map<CallId, CallLine>();
  /** The calls among them that strangers placed. */
  readonly #strangers = new Set<CallId>();
  /** Calls whose lines are gone, the oldest first. */
  readonly #ended = new Set<CallId>();
  /** Calls that may ring again, and how often they have been let go. */
  readonly #released = new Map<CallId, number>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: CallLinesOptions) {
    this.#options = options;
  }

  [Symbol.iterator](): Iterator<[CallId, CallLine]> {
    return this.#lines.entries();
  }

  get(callId: CallId): CallLine | undefined {
    return this.#lines.get(callId);
  }

  /** Whether the call had a line, and has none any more. */
  isOver(callId: CallId): boolean {
    return this.#ended.has(callId);
  }

  /**
   * Tells whether there is room for another line; if need be at the cost of the last words of the call that ended first.
   * A stranger's takes the place of none but strangers'.
   */
  makeRoom({ isStranger }: { isStranger: boolean }): boolean {
    const isFull = isStranger && this.#strangers.size >= STRANGERS_LINES_MAX;
    if (this.#lines.size < LINES_MAX && !isFull) return true;
    const nowMs = this.#options.now();
    const all = [...this.#lines].filter(([, line]) => line.isClosed);
    const strangers = all.filter(([callId]) => this.#strangers.has(callId));
    const closed = isStranger || strangers.length > 0 ? strangers : all;
    const [longest] = closed.toSorted(([, a], [, b]) => b.closedForMs(nowMs) - a.closedForMs(nowMs));
    if (longest !== undefined) this.#forget(longest[0]);
    return longest !== undefined;
  }

  add(callId: CallId, line: CallLine, { isStranger }: { isStranger: boolean }): void {
    this.#lines.set(callId, line);
    if (isStranger) this.#strangers.add(callId);
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  /** Lets go of a call as if it had never been, some times: its caller may come back, and then it rings again. */
  release(callId: CallId): void {
    const times = (this.#released.get(callId) ?? 0) + 1;
    this.#released.set(callId, times);
    dropOldest(this.#released, ENDED_MAX);
    this.#forget(callId);
    if (times < RINGS_AGAIN_MAX) this.#ended.delete(callId);
  }

  #forget(callId: CallId): void {
    this.#lines.delete(callId);
    this.#strangers.delete(callId);
    this.#ended.add(callId);
    dropOldest(this.#ended, ENDED_MAX);
    attempt("forget a call", () => this.#options.onForgotten(callId));
  }

  #tick(): void {
    attempt("look after the socket", this.#options.beforeTick);
    const nowMs = this.#options.now();
    for (const [callId, line] of this.#lines) {
      attempt("repeat what waits", () => line.tick());
      if (line.closedForMs(nowMs) > (line.hasUnsaid ? LINGER_UNSAID_MS : LINGER_MS)) this.#forget(callId);
    }
    if (this.#lines.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
