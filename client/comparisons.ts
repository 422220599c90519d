/**
 * Runs the comparisons of words, one for each call in which somebody asks: computes, sends, keeps time, and counts the
 * runs that broke off. Holds no rule of the exchange; those are in `compare_words.ts`. Loaded when first needed.
 */

import { type CallId, isPeerId, type PeerId } from "../signaling/protocol.ts";
import { attempt } from "./attempt.ts";
import {
  ABORTED_MAX,
  ABORTED_MS,
  type Comparison,
  type ComparisonEffect,
  type ComparisonEvent,
  type ComparisonStep,
  createComparison,
  STEP_TIMEOUT_MS,
  stepComparison,
} from "./compare_words.ts";
import type { ComparisonView } from "./state.ts";
import { type ComparedCall, createCommitment, createNonce, deriveCode, readWordCode } from "./word_code.ts";

const STORAGE_KEY = "aborted-comparisons";
/** Aborted runs kept, over all peers. */
const KEPT_MAX = ABORTED_MAX * 50;
/** Bytes of a code: five pictures, and digits with enough to pass over. */
const CODE_BYTES = 16;

export type ComparisonHandlers = {
  send(step: ComparisonStep, value: string): void;
  changed(view: ComparisonView): void;
  /** The other end cheated. */
  broken(): void;
};

type Running = {
  readonly call: ComparedCall;
  readonly remotePeerId: PeerId;
  readonly handlers: ComparisonHandlers;
  comparison: Comparison;
  code: ComparisonView["code"];
  timer: ReturnType<typeof setTimeout> | undefined;
};

export class Comparisons {
  readonly #now: () => number;
  readonly #running = new Map<CallId, Running>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Begins to compare in a call; once for each, however often it is asked. */
  open(call: ComparedCall, { isCaller }: { isCaller: boolean }, handlers: ComparisonHandlers): void {
    if (this.#running.has(call.callId)) return;
    const remotePeerId = isCaller ? call.calleeId : call.callerId;
    const comparison = createComparison({ isCaller, abortedCount: countAborted(remotePeerId, this.#now()) });
    this.#running.set(call.callId, { call, remotePeerId, handlers, comparison, code: null, timer: undefined });
  }

  /** The person wants to see the words. */
  ask(callId: CallId): Promise<void> {
    return this.#handle(callId, { type: "asked", localNonce: createNonce() });
  }

  receive(callId: CallId, step: ComparisonStep, value: string): Promise<void> {
    return this.#handle(callId, { type: "received", step, value, localNonce: createNonce() });
  }

  /** The call is over: a run that was on has broken off. */
  close(callId: CallId): void {
    this.#breakOff(callId);
    clearTimeout(this.#running.get(callId)?.timer);
    this.#running.delete(callId);
  }

  #breakOff(callId: CallId): void {
    attempt("end a comparison", () => this.#handle(callId, { type: "timed-out" }));
  }

  async #handle(callId: CallId, event: ComparisonEvent): Promise<void> {
    const running = this.#running.get(callId);
    if (running === undefined) return;
    const [comparison, effects] = stepComparison(running.comparison, event);
    running.comparison = comparison;
    for (const effect of effects) await this.#run(callId, running, effect);
    if (!this.#running.has(callId)) return;
    const { phase, isAskedFor } = running.comparison;
    running.handlers.changed({ phase, isAskedFor, code: running.code });
  }

  async #run(callId: CallId, running: Running, effect: ComparisonEffect): Promise<void> {
    const { call, handlers } = running;
    switch (effect.type) {
      case "send":
        return handlers.send(effect.step, effect.value);
      case "commit": {
        const commitment = await createCommitment(call, effect.nonce);
        return await this.#handle(callId, { type: "committed", commitment });
      }
      case "check": {
        const isSame = await createCommitment(call, effect.nonce) === effect.commitment;
        return await this.#handle(callId, { type: "checked", isSame });
      }
      case "derive":
        running.code = readWordCode(await deriveCode(call, effect, CODE_BYTES));
        return;
      case "start-timer":
        clearTimeout(running.timer);
        running.timer = setTimeout(() => this.#breakOff(callId), STEP_TIMEOUT_MS);
        return;
      case "stop-timer":
        return clearTimeout(running.timer);
      case "count-aborted":
        return noteAborted(running.remotePeerId, this.#now());
      case "break":
        return handlers.broken();
    }
  }
}

// --- Runs that broke off, kept in this browser -----------------------------------------------------------------------

type Aborted = { readonly peerId: PeerId; readonly atMs: number };

/** Used where site data is blocked, and then as long as the page. */
let fallback: readonly Aborted[] = [];

function isAborted(value: unknown): value is Aborted {
  return typeof value === "object" && value !== null && "peerId" in value && isPeerId(value.peerId) &&
    "atMs" in value && typeof value.atMs === "number";
}

function loadAborted(): readonly Aborted[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isAborted) : [];
  } catch {
    return fallback;
  }
}

function countAborted(peerId: PeerId, nowMs: number): number {
  return loadAborted().filter((run) => run.peerId === peerId && Math.abs(nowMs - run.atMs) < ABORTED_MS).length;
}

function noteAborted(peerId: PeerId, nowMs: number): void {
  fallback = [{ peerId, atMs: nowMs }, ...loadAborted()].slice(0, KEPT_MAX);
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(fallback));
  } catch {
    // Site data is blocked: the count lasts as long as the page.
  }
}
