/**
 * The messages of one remote tab in one call, in order, and when this end acknowledges them. Pure; time is an input.
 *
 * The first message is acknowledged at once, those that follow closely together. If only repeats come, the pause grows:
 * they ask again for an acknowledgement that was sent and may have been lost.
 */

import type { TabId } from "../../signaling/protocol.ts";
import type { NumberedSealed } from "./channel_options.ts";

/** Remote tabs heard in one call. */
export const TABS_MAX = 16;
/** The pause after an acknowledgement, in milliseconds; doubles up to the MAX while nothing new comes. */
export const ACK_MS = 100;
export const ACK_MS_MAX = 1_600;
/** Messages that may wait for an earlier one; a later one is dropped and will be repeated. */
export const EARLY_MAX = 64;

/** The number behind which the message comes: those between the two were dropped by their sender. */
export function afterOf({ seq, after = seq - 1 }: Pick<NumberedSealed, "seq" | "after">): number {
  return Math.min(after, seq - 1);
}

export class IncomingStream {
  readonly #early = new Map<number, NumberedSealed>();
  #deliveredSeq = 0;
  #owesAck = false;
  #ackedSeq = -1;
  #ackedAtMs = -Infinity;
  #pauseMs = ACK_MS;

  /** All of the stream up to here has come. */
  get deliveredSeq(): number {
    return this.#deliveredSeq;
  }

  /** Takes a message and returns what can now be delivered, in order; null if it is a repeat. */
  take(message: NumberedSealed): NumberedSealed[] | null {
    this.#owesAck = true;
    if (message.seq <= this.#deliveredSeq) return null;
    if (this.#isNext(message) || this.#early.size < EARLY_MAX) this.#early.set(message.seq, message);
    const delivered: NumberedSealed[] = [];
    for (let next = this.#takeNext(); next !== undefined; next = this.#takeNext()) delivered.push(next);
    return delivered;
  }

  isAckDue(nowMs: number): boolean {
    const pauseMs = this.#deliveredSeq > this.#ackedSeq ? ACK_MS : this.#pauseMs;
    return this.#owesAck && nowMs - this.#ackedAtMs >= pauseMs;
  }

  /** An acknowledgement has left. */
  handleAcked(nowMs: number): void {
    this.#pauseMs = this.#deliveredSeq > this.#ackedSeq ? ACK_MS : Math.min(this.#pauseMs * 2, ACK_MS_MAX);
    this.#owesAck = false;
    this.#ackedSeq = this.#deliveredSeq;
    this.#ackedAtMs = nowMs;
  }

  /** What was acknowledged may be lost with the transport: whoever repeats need not wait. */
  handleReconnect(): void {
    this.#ackedAtMs = -Infinity;
    this.#pauseMs = ACK_MS;
  }

  #isNext(message: NumberedSealed): boolean {
    return message.seq > this.#deliveredSeq && afterOf(message) <= this.#deliveredSeq;
  }

  #takeNext(): NumberedSealed | undefined {
    let next: NumberedSealed | undefined;
    for (const message of this.#early.values()) {
      if (message.seq <= this.#deliveredSeq) this.#early.delete(message.seq);
      else if (this.#isNext(message) && (next === undefined || message.seq < next.seq)) next = message;
    }
    if (next === undefined) return undefined;
    this.#early.delete(next.seq);
    this.#deliveredSeq = next.seq;
    return next;
  }
}

/** Finds a tab's stream, or begins it; null when there are TABS_MAX others. */
export function findStream(streams: Map<TabId, IncomingStream>, tabId: TabId): IncomingStream | null {
  const known = streams.get(tabId);
  if (known !== undefined || streams.size >= TABS_MAX) return known ?? null;
  const stream = new IncomingStream();
  streams.set(tabId, stream);
  return stream;
}
