/**
 * The links of all calls: those of calls that are on, and of ended ones for as long as they answer repeats. There are
 * never more than `LINKS_MAX`, and those that are gone are known for a while, so that a late copy of an offer does not
 * ring again. `calls.ts` makes them and runs them; nothing here knows a rule of calls.
 */

import type { CallId } from "../signaling/protocol.ts";
import { attempt } from "./attempt.ts";
import type { Link } from "./link.ts";

/** How often links look for messages to repeat, in milliseconds. */
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
/** Links at once, ended ones that linger included; and how many of them strangers' calls may have. */
const LINKS_MAX = 32;
const STRANGERS_LINKS_MAX = 12;

export type LinksOptions = {
  /** A clock that nobody sets. */
  readonly now: () => number;
  /** Called every half a second while there is a link, before the links look for what to repeat. */
  readonly beforeTick: () => void;
  /** Called with the call whose link is gone. */
  readonly onForgotten: (callId: CallId) => void;
};

export class Links implements Iterable<[CallId, Link]> {
  readonly #options: LinksOptions;
  readonly #links = new Map<CallId, Link>();
  /** The calls among them that strangers placed. */
  readonly #strangers = new Set<CallId>();
  /** Calls whose links are gone, the oldest first. */
  readonly #ended = new Set<CallId>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: LinksOptions) {
    this.#options = options;
  }

  [Symbol.iterator](): Iterator<[CallId, Link]> {
    return this.#links.entries();
  }

  get(callId: CallId): Link | undefined {
    return this.#links.get(callId);
  }

  /** Whether the call had a link, and has none any more. */
  isOver(callId: CallId): boolean {
    return this.#ended.has(callId);
  }

  /**
   * Tells whether there is room for another link; if need be at the cost of the last words of the call that ended first.
   * A stranger's takes the place of none but strangers'.
   */
  makeRoom({ isStranger } = { isStranger: false }): boolean {
    const isFull = isStranger && this.#strangers.size >= STRANGERS_LINKS_MAX;
    if (this.#links.size < LINKS_MAX && !isFull) return true;
    const nowMs = this.#options.now();
    const all = [...this.#links].filter(([, link]) => link.isClosed);
    const strangers = all.filter(([callId]) => this.#strangers.has(callId));
    const closed = isStranger || strangers.length > 0 ? strangers : all;
    const [longest] = closed.toSorted(([, a], [, b]) => b.closedForMs(nowMs) - a.closedForMs(nowMs));
    if (longest !== undefined) this.#forget(longest[0]);
    return longest !== undefined;
  }

  add(callId: CallId, link: Link, { isStranger } = { isStranger: false }): void {
    this.#links.set(callId, link);
    if (isStranger) this.#strangers.add(callId);
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  #forget(callId: CallId): void {
    this.#links.delete(callId);
    this.#strangers.delete(callId);
    this.#ended.add(callId);
    const [oldest] = this.#ended;
    if (this.#ended.size > ENDED_MAX && oldest !== undefined) this.#ended.delete(oldest);
    attempt("forget a call", () => this.#options.onForgotten(callId));
  }

  #tick(): void {
    attempt("look after the socket", this.#options.beforeTick);
    const nowMs = this.#options.now();
    for (const [callId, link] of this.#links) {
      attempt("repeat what waits", () => link.tick());
      if (link.closedForMs(nowMs) > (link.hasUnsaid ? LINGER_UNSAID_MS : LINGER_MS)) this.#forget(callId);
    }
    if (this.#links.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
