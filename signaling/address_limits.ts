/**
 * How much one address may have and do: sockets, registrations, misses; and each socket's messages.
 *
 *   address ──► sockets open, and a bucket for each kind of thing that is counted over time
 *   /56, /48 ──► the same, twice and four times as much, for the blocks that an IPv6 address is in
 *
 * An address or a block is forgotten when it has no socket and all its buckets are full again, and there are never more
 * than ADDRESSES_MAX. Pure but for the clock that it is handed; it must not know sockets or messages. `http.ts` asks it for
 * each new socket's share, which the session then takes from.
 */

import type { ClientAddress } from "./client_address.ts";
import type { LimitConfig } from "./config.ts";
import type { MessageLimits } from "./protocol.ts";
import type { SocketLimits } from "./socket_limits.ts";
import { TokenBucket } from "./token_bucket.ts";

/** Addresses that are remembered. One more, and the one that has been quiet for longest is forgotten. */
export const ADDRESSES_MAX = 20_000;
/** How many of an address's latest misses are known, so that repeating one costs nothing. */
export const MISSED_IDS_MAX = 64;
/** Forgetting goes through all addresses when so many have come since the last time. */
const SWEEP_AFTER = 1_000;
/**
 * A socket that cannot even try to register costs a handshake all the same, so those are counted too, at this many for
 * one registration that is allowed.
 */
const HANDSHAKES_PER_REGISTRATION = 2;
/**
 * How many times as much as one address a block of them may have and do, the widest block first: /48 and /56. Whoever has
 * one has thousands of /64s, and is one customer all the same; a site with many people has an IPv4 address as well.
 */
const BLOCK_MULTIPLES = [4, 2];
/** A message counts once for each of these that it has begun, in UTF-16 units: large ones fill the other end's socket. */
const MESSAGE_LENGTH_UNIT = 4_096;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** When to come back if it depends on others, in milliseconds. */
const SOCKET_RETRY_MS = 5_000;

/** Of a pause that is longer, only so much is made good, in milliseconds. */
const CREDIT_MS_MAX = 60_000;

export interface LimitClock {
  /** A clock that nobody sets, in milliseconds. */
  now(): number;
  /** How long the process has stood still since it began, in milliseconds. */
  readPausedMs(): number;
}

/** What one socket may still do. Each method returns 0 and counts it, or how many milliseconds to wait. */
export interface Share {
  /**
   * The address, or of IPv6 its /56: as much as a household has. A /48 would be many customers of a mobile network, who
   * are not to share a relay or a line to one ID.
   */
  readonly block: string;
  takeMessage(length: number): number;
  takeRegistration(): number;
  /** @param missedId an ID that nobody is connected under; trying the same one again is free */
  takeMiss(missedId: string): number;
}

/** A socket's share; whoever opened the socket releases it, once, when the socket is really gone. */
export interface SocketShare extends Share {
  release(): void;
}

/** The settings, with what they leave to the memory. */
export type AddressLimitOptions = LimitConfig & SocketLimits;

export type SocketRefusal = { readonly retryAfterMs: number };

/** What comes back over time. */
type Kind = "handshakes" | "registrations" | "misses";

/** An address, or a block of addresses. */
class Address {
  readonly name: string;
  socketCount = 0;
  readonly #socketsMax: number;
  readonly handshakes: TokenBucket | null;
  readonly registrations: TokenBucket | null;
  readonly misses: TokenBucket | null;
  /** The latest, oldest first. */
  readonly #missedIds = new Set<string>();

  /** @param multiple how many times as much as an address it may have and do */
  constructor(name: string, multiple: number, limits: AddressLimitOptions, nowMs: number) {
    this.name = name;
    this.#socketsMax = limits.sockets === 0 ? Infinity : Math.min(limits.sockets * multiple, limits.blockSocketsMax);
    const create = (count: number, windowMs: number) =>
      count === 0 ? null : new TokenBucket(count * multiple, count * multiple / windowMs, nowMs);
    this.handshakes = create(limits.registrationsPerMinute * HANDSHAKES_PER_REGISTRATION, MINUTE_MS);
    this.registrations = create(limits.registrationsPerMinute, MINUTE_MS);
    this.misses = create(limits.missesPerHour, HOUR_MS);
  }

  /** Says how long to wait until one more socket may open, in milliseconds. */
  waitForSocket(nowMs: number): number {
    return this.socketCount >= this.#socketsMax ? SOCKET_RETRY_MS : this.handshakes?.wait(nowMs) ?? 0;
  }

  hasMissed(id: string): boolean {
    return this.#missedIds.has(id);
  }

  noteMissed(id: string): void {
    this.#missedIds.delete(id); // To the end of the queue, if it was in it.
    this.#missedIds.add(id);
    const [oldest] = this.#missedIds;
    if (this.#missedIds.size > MISSED_IDS_MAX && oldest !== undefined) this.#missedIds.delete(oldest);
  }

  /** Whether a fresh entry would say the same, if it has no socket. */
  isFresh(nowMs: number): boolean {
    const buckets = [this.handshakes, this.registrations, this.misses];
    return buckets.every((bucket) => bucket === null || bucket.isFull(nowMs));
  }
}

class OpenShare implements SocketShare {
  readonly #address: Address;
  /** The address, and the blocks that it is in. */
  readonly #counted: readonly Address[];
  readonly #messages: TokenBucket | null;
  readonly #clock: LimitClock;
  readonly #onReleased: (address: Address) => void;
  /** How long the process had stood still when that was last made good. */
  #creditedMs: number;
  #isOpen = true;

  constructor(
    address: Address,
    counted: readonly Address[],
    messages: TokenBucket | null,
    clock: LimitClock,
    onReleased: (address: Address) => void,
  ) {
    this.#address = address;
    this.#counted = counted;
    this.#messages = messages;
    this.#clock = clock;
    this.#creditedMs = clock.readPausedMs();
    this.#onReleased = onReleased;
  }

  get block(): string {
    return (this.#counted.at(-2) ?? this.#address).name; // The narrowest block; the address itself is the last.
  }

  takeMessage(length: number): number {
    const cost = 1 + Math.floor(length / MESSAGE_LENGTH_UNIT);
    const waitMs = this.#messages?.take(this.#clock.now(), cost) ?? 0;
    return waitMs === 0 ? 0 : this.#takeAfterPause(cost, waitMs);
  }

  /** What was sent in its time, while the process stood still, comes all at once, and is no fault of the sender's. */
  #takeAfterPause(cost: number, waitMs: number): number {
    const pausedMs = this.#clock.readPausedMs();
    const missedMs = Math.min(pausedMs - this.#creditedMs, CREDIT_MS_MAX);
    if (missedMs <= 0) return waitMs;
    this.#creditedMs = pausedMs;
    this.#messages?.credit(missedMs);
    return this.#messages?.take(this.#clock.now(), cost) ?? 0;
  }

  takeRegistration(): number {
    return this.#take("registrations");
  }

  takeMiss(missedId: string): number {
    if (this.#address.misses === null) return 0;
    const waitMs = this.#address.hasMissed(missedId) ? 0 : this.#take("misses");
    if (waitMs === 0) this.#address.noteMissed(missedId);
    return waitMs;
  }

  release(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const address of this.#counted) {
      address.socketCount -= 1;
      this.#onReleased(address);
    }
  }

  /** Takes one of the address and of each of its blocks, or of none of them. */
  #take(kind: Kind): number {
    const nowMs = this.#clock.now();
    let waitMs = 0;
    for (const address of this.#counted) waitMs = Math.max(waitMs, address[kind]?.wait(nowMs) ?? 0);
    if (waitMs === 0) { for (const address of this.#counted) address[kind]?.take(nowMs); }
    return waitMs;
  }
}

export class AddressLimits {
  readonly #limits: AddressLimitOptions;
  readonly #clock: LimitClock;
  /** Those with a socket and those without, by name; what was used last is at the end. */
  readonly #held = new Map<string, Address>();
  readonly #quiet = new Map<string, Address>();
  #addedCount = 0;

  constructor(limits: AddressLimitOptions, clock: LimitClock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** What clients are told of how much a socket may say; nothing if that is without limit. */
  get announced(): { readonly limits?: MessageLimits } {
    const { messagesPerSecond, messagesBurst } = this.#limits;
    if (messagesPerSecond === 0 || messagesBurst === 0) return {};
    return { limits: { messagesPerSecond, messagesBurst, messageLengthUnit: MESSAGE_LENGTH_UNIT } };
  }

  /** Number of addresses that are remembered now. */
  get addressCount(): number {
    return this.#held.size + this.#quiet.size;
  }

  /** Takes a new socket in, and returns its share; or says when to come back. */
  openSocket({ name, blocks }: ClientAddress): SocketShare | SocketRefusal {
    const nowMs = this.#clock.now();
    const counted: Address[] = [];
    // The widest first: a block that may have no more adds no further addresses to what is remembered.
    for (const [index, block] of blocks.entries()) {
      const retryAfterMs = this.#count(counted, block, BLOCK_MULTIPLES[index] ?? 1, nowMs);
      if (retryAfterMs > 0) return { retryAfterMs };
    }
    const retryAfterMs = this.#count(counted, name, 1, nowMs);
    const address = counted.at(-1);
    if (retryAfterMs > 0 || address === undefined) return { retryAfterMs };
    for (const each of counted) this.#hold(each, nowMs);
    const { messagesPerSecond, messagesBurst } = this.#limits;
    const messages = messagesPerSecond === 0 || messagesBurst === 0
      ? null
      : new TokenBucket(messagesBurst, messagesPerSecond / 1_000, nowMs);
    return new OpenShare(address, counted, messages, this.#clock, this.#handleReleased);
  }

  /** Adds whoever has this name to `counted` if it may have one more socket, or says how long it is to wait. */
  #count(counted: Address[], name: string, multiple: number, nowMs: number): number {
    const address = this.#find(name, multiple, nowMs);
    counted.push(address);
    return address.waitForSocket(nowMs);
  }

  #hold(address: Address, nowMs: number): void {
    address.handshakes?.take(nowMs);
    if (address.socketCount === 0) {
      this.#quiet.delete(address.name);
      this.#held.set(address.name, address);
    }
    address.socketCount += 1;
  }

  readonly #handleReleased = (address: Address): void => {
    const { name, socketCount } = address;
    // One that was forgotten may have been made anew meanwhile: the other counts now.
    if (socketCount > 0 || this.#held.get(name) !== address) return;
    this.#held.delete(name);
    this.#quiet.set(name, address);
  };

  #find(name: string, multiple: number, nowMs: number): Address {
    const addresses = this.#held.has(name) ? this.#held : this.#quiet;
    const known = addresses.get(name);
    if (known !== undefined) {
      addresses.delete(name);
      addresses.set(name, known);
      return known;
    }
    if (++this.#addedCount >= SWEEP_AFTER) this.#forgetFresh(nowMs);
    if (this.addressCount >= ADDRESSES_MAX) this.#forgetQuietest();
    const address = new Address(name, multiple, this.#limits, nowMs);
    this.#quiet.set(name, address);
    return address;
  }

  #forgetFresh(nowMs: number): void {
    this.#addedCount = 0;
    for (const [name, address] of this.#quiet) if (address.isFresh(nowMs)) this.#quiet.delete(name);
  }

  /** Forgets one without a socket if there is any: what an open socket holds must be counted for as long as it does. */
  #forgetQuietest(): void {
    const addresses = this.#quiet.size > 0 ? this.#quiet : this.#held;
    const [quietest] = addresses.keys();
    if (quietest !== undefined) addresses.delete(quietest);
  }
}
