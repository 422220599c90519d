/**
 * What has happened on this server since it started, as numbers to add to.
 *
 * Sessions and routes count here on their way; nothing is formatted, labelled or sent, so that a message costs one
 * addition. `metrics.ts` reads it when it is asked. It must hold no address, no ID and nothing of a message but its type.
 */

import type { DropReason } from "./correspondents.ts";
import type { PeerMessageType } from "./protocol.ts";

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

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export class Counters {
  readonly relayed = new Map<PeerMessageType, number>();
  /** What is rare and grave is there from the start: an increase is seen only of what was there before. */
  /** Messages that went no further, of which most senders hear nothing, by the reason. */
  readonly dropped = new Map<DropReason, number>();
  readonly refused = new Map<string, number>([["server-full", 0]]);
  readonly closed = new Map<string, number>();
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

  /** Counts a message that is relayed, and returns when if it is one to be timed. */
  countRelayed(type: PeerMessageType): number | null {
    increment(this.relayed, type);
    this.#untilTimed -= 1;
    if (this.#untilTimed >= 0) return null;
    this.#untilTimed = TIMED_EVERY - 1;
    return this.#timings.nowMs();
  }

  /** Ends what `countRelayed()` began. */
  finishRelayed(startedAtMs: number | null): void {
    if (startedAtMs !== null) this.#timings.addRelay(this.#timings.nowMs() - startedAtMs);
  }

  /** Counts a refusal by its code, one of the protocol's: on the socket, or of its handshake. */
  countDropped(reason: DropReason): void {
    increment(this.dropped, reason);
  }

  countRefused(code: string): void {
    increment(this.refused, code);
  }

  /** Counts a socket's end; `reason` is one of the server's own few, or "client" for the other end's. */
  countClosed(reason: string): void {
    increment(this.closed, reason);
  }

  countResponse(status: number): void {
    increment(this.responses, status);
  }
}
