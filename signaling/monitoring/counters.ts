/**
 * What has happened on this server since it started, as plain counts.
 *
 * Sessions and routes count here as they go. Nothing is formatted, labelled or sent, so a message costs one addition;
 * `metrics.ts` reads the counts when it is asked. It must hold no address, no ID and nothing of a message but its type.
 */

import type { DropReason } from "../limits/correspondents.ts";
import type { PeerEnvelope } from "../protocol.ts";
import type { PushResult } from "../protocol/push.ts";

/** Every so many messages one is timed: enough for a distribution, and the clock costs more than the counting. */
const TIMED_EVERY = 16;

/** Takes durations, in milliseconds. */
export interface Timings {
  nowMs(): number;
  /** From the opening of a socket to its registration. */
  addHandshake(ms: number): void;
  /** From the arrival of a message to its last delivery here, or until the other instances have it. */
  addRelay(ms: number): void;
}

const NO_TIMINGS: Timings = { nowMs: () => 0, addHandshake: () => {}, addRelay: () => {} };

function increment<Key>(counts: Map<Key, number>, key: Key, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

export class Counters {
  /** By type; all that this server does not know count as one, however many names they have. */
  readonly #relayed = new Map<PeerEnvelope["type"], number>();
  /** The type of the latest messages, and how many of them in a row are not in the Map yet: most are like the one before. */
  #runType: PeerEnvelope["type"] | null = null;
  #runCount = 0;
  /** What is rare and grave is there from the start: an increase is seen only of what was there before. */
  /** Messages that went no further, of which most senders hear nothing, by the reason. */
  readonly dropped = new Map<DropReason, number>();
  readonly refused = new Map<string, number>([["server-full", 0]]);
  readonly closed = new Map<string, number>();
  /** Pushes that were asked for, by how they went. */
  readonly pushes = new Map<PushResult, number>();
  readonly responses = new Map<number, number>();
  openedCount = 0;
  registeredCount = 0;
  /** Sockets that the runtime has not let go of, and with each a file descriptor: also those that never opened. */
  heldCount = 0;
  /** Sockets that never opened, nor closed. */
  lostCount = 0;
  readonly #timings: Timings;
  #untilTimed = 0;

  constructor(timings: Timings = NO_TIMINGS) {
    this.#timings = timings;
  }

  /** Counts a socket that the runtime has made, or has let go of. */
  countHeld(change: 1 | -1): void {
    this.heldCount += change;
  }

  /** Counts a socket that did not open in time. */
  countLost(): void {
    this.lostCount += 1;
  }

  /** Counts a socket that opened, and returns when. */
  countOpened(): number {
    this.openedCount += 1;
    return this.#timings.nowMs();
  }

  countRegistered(openedAtMs: number): void {
    this.registeredCount += 1;
    this.#timings.addHandshake(this.#timings.nowMs() - openedAtMs);
  }

  /** Messages that were relayed, by their types. */
  get relayed(): ReadonlyMap<PeerEnvelope["type"], number> {
    this.#endRun();
    return this.#relayed;
  }

  #endRun(): void {
    if (this.#runType !== null && this.#runCount > 0) increment(this.#relayed, this.#runType, this.#runCount);
    this.#runCount = 0;
  }

  /** Counts a message that is relayed, and returns when if it is one to be timed. */
  countRelayed(type: PeerEnvelope["type"]): number | null {
    if (type !== this.#runType) this.#endRun();
    this.#runType = type;
    this.#runCount += 1;
    this.#untilTimed -= 1;
    if (this.#untilTimed >= 0) return null;
    this.#untilTimed = TIMED_EVERY - 1;
    return this.#timings.nowMs();
  }

  /** Ends what `countRelayed()` began. */
  finishRelayed(startedAtMs: number | null): void {
    if (startedAtMs !== null) this.#timings.addRelay(this.#timings.nowMs() - startedAtMs);
  }

  countDropped(reason: DropReason): void {
    increment(this.dropped, reason);
  }

  /** Counts a refusal by its code, one of the protocol's: on the socket, or of its handshake. */
  countRefused(code: string): void {
    increment(this.refused, code);
  }

  /** Counts a socket's end; `reason` is one of the server's own few, or "client" for the other end's. */
  countClosed(reason: string): void {
    increment(this.closed, reason);
  }

  countPush(result: PushResult): void {
    increment(this.pushes, result);
  }

  countResponse(status: number): void {
    increment(this.responses, status);
  }
}
