/**
 * What waits to be published on one connection to Redis, and what has been sent but not yet answered. Pure bookkeeping
 * like `redis_channels.ts`: `redis_uplink.ts` does the talking, one batch at a time. Bounded.
 */

import type { Receipt } from "../bus/bus.ts";

/** UTF-16 units of publications that may wait, those under way included. */
const WAITING_LENGTH_MAX = 16 * 1024 * 1024;

export interface Publication {
  readonly channel: string;
  readonly frame: string;
  readonly settle: (receipt: Receipt) => void;
}

export class RedisOutbox {
  #waiting: Publication[] = [];
  #underWay: readonly Publication[] = [];
  #length = 0;

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(channel: string, frame: string): Receipt | Promise<Receipt> {
    if (this.#length + frame.length > WAITING_LENGTH_MAX) return "unavailable";
    this.#length += frame.length;
    const { promise, resolve: settle } = Promise.withResolvers<Receipt>();
    this.#waiting.push({ channel, frame, settle });
    return promise;
  }

  /** Takes at most so many to send; `settleBatch` or `reset` has to follow before the next. */
  takeBatch(countMax: number): readonly Publication[] {
    return this.#underWay = this.#waiting.splice(0, countMax);
  }

  /** Tells what became of each that was taken. */
  settleBatch(receiptOf: (index: number) => Receipt): void {
    for (const [index, publication] of this.#underWay.entries()) {
      this.#length -= publication.frame.length;
      publication.settle(receiptOf(index));
    }
    this.#underWay = [];
  }

  /** Gives all up, since the connection is lost. */
  reset(): void {
    for (const { settle } of [...this.#underWay, ...this.#waiting]) settle("unavailable");
    this.#underWay = this.#waiting = [];
    this.#length = 0;
  }
}
