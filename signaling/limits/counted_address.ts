/**
 * What one address, or one block of addresses, has and has done: its sockets, a bucket for each kind of thing that is
 * counted over time, and its latest misses. It says what stands in the way of one more socket; `address_limits.ts`
 * opens sockets, keeps these and forgets them. Pure: the time is handed in.
 */

import type { LimitConfig } from "../config/config.ts";
import type { LimitRefusal } from "../protocol.ts";
import { dropOldest } from "../protocol/drop_oldest.ts";
import type { SocketLimits } from "./socket_limits.ts";
import { TokenBucket } from "../protocol/token_bucket.ts";

/** How many of an address's latest misses are known, so that repeating one costs nothing. */
export const MISSED_IDS_MAX = 64;
/**
 * A socket that cannot even try to register costs a handshake all the same, so those are counted too, at this many for
 * one registration that is allowed.
 */
const HANDSHAKES_PER_REGISTRATION = 2;
/** Calls to pages that are closed, and what is told of them: more than anybody places by hand. */
const PUSHES_PER_HOUR = 60;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** When to come back if it depends on others, in milliseconds. */
const SOCKET_RETRY_MS = 5_000;

/** The settings, with what they leave to the memory. */
export type AddressLimitOptions = LimitConfig & SocketLimits;

/** Which limit stands against one more socket, and when to come back. */
export type SocketRefusal = { readonly reason: LimitRefusal; readonly retryAfterMs: number };

/** An address, or a block of addresses. */
export class CountedAddress {
  readonly name: string;
  socketCount = 0;
  readonly #socketsMax: number;
  readonly handshakes: TokenBucket | null;
  readonly registrations: TokenBucket | null;
  readonly misses: TokenBucket | null;
  readonly pushes: TokenBucket | null;
  /** The latest, oldest first. */
  readonly #missedIds = new Set<string>();

  /** @param multiple how many times as much as an address it may have and do */
  constructor(name: string, multiple: number, limits: AddressLimitOptions, nowMs: number) {
    this.name = name;
    this.#socketsMax = limits.sockets === 0 ? Infinity : Math.min(limits.sockets * multiple, limits.blockSocketsMax);
    const create = (count: number, windowMs: number) =>
      count === 0 ? null : new TokenBucket({ capacity: count * multiple, perMs: count * multiple / windowMs }, nowMs);
    this.handshakes = create(limits.registrationsPerMinute * HANDSHAKES_PER_REGISTRATION, MINUTE_MS);
    this.registrations = create(limits.registrationsPerMinute, MINUTE_MS);
    this.misses = create(limits.missesPerHour, HOUR_MS);
    this.pushes = create(PUSHES_PER_HOUR, HOUR_MS);
  }

  /** Says what stands against one more socket; null if nothing does. */
  refuseSocket(nowMs: number): SocketRefusal | null {
    if (this.socketCount >= this.#socketsMax) return { reason: "sockets", retryAfterMs: SOCKET_RETRY_MS };
    const retryAfterMs = this.handshakes?.wait(nowMs) ?? 0;
    return retryAfterMs === 0 ? null : { reason: "handshakes", retryAfterMs };
  }

  hasMissed(id: string): boolean {
    return this.#missedIds.has(id);
  }

  noteMissed(id: string): void {
    this.#missedIds.delete(id); // To the end of the queue, if it was in it.
    this.#missedIds.add(id);
    dropOldest(this.#missedIds, MISSED_IDS_MAX);
  }

  /** Whether a fresh entry would say the same, if it has no socket. */
  isFresh(nowMs: number): boolean {
    const buckets = [this.handshakes, this.registrations, this.misses, this.pushes];
    return buckets.every((bucket) => bucket === null || bucket.isFull(nowMs));
  }
}
