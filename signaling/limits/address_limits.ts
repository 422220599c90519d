/**
 * How much one address may have and do: sockets, registrations, misses, and each socket's messages.
 *
 *   address ──► open sockets, and a bucket for each kind of thing that is counted over time
 *   /56, /48 ──► the same, two and four times as much, for the blocks that an IPv6 address is in
 *
 * An address or a block is forgotten when it has no socket and all its buckets are full again; there are never more
 * than ADDRESSES_MAX. Pure but for the clock that it is handed. It must not know sockets or messages. `socket_route.ts`
 * asks it for each new socket's share, and the session then takes from that.
 */

import type { ClientAddress } from "../address/client_address.ts";
import { type AddressLimitOptions, CountedAddress, type SocketRefusal } from "./counted_address.ts";
import type { MessageLimits } from "../protocol.ts";
import { type Rate, rateOf, TokenBucket } from "../protocol/token_bucket.ts";

/** Addresses that are remembered. One more, and the one that has been quiet for longest is forgotten. */
export const ADDRESSES_MAX = 20_000;
/** Forgetting goes through all addresses when so many have come since the last time. */
const SWEEP_AFTER = 1_000;
/**
 * How many times as much as one address a block of them may have and do, the widest block first: /48 and /56. Whoever has
 * one has thousands of /64s, and is one customer all the same; a site with many people has an IPv4 address as well.
 */
const BLOCK_MULTIPLES = [4, 2];
/** A message counts once for each of these that it has begun, in UTF-16 units: large ones fill the other end's socket. */
const MESSAGE_LENGTH_UNIT = 4_096;

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
  takePush(): number;
}

/** A socket's share; whoever opened the socket releases it, once, when the socket is really gone. */
export interface SocketShare extends Share {
  release(): void;
}

/** What comes back over time. */
type Kind = "handshakes" | "registrations" | "misses" | "pushes";

class OpenShare implements SocketShare {
  readonly #address: CountedAddress;
  /** The address, and the blocks that it is in. */
  readonly #counted: readonly CountedAddress[];
  readonly #messages: TokenBucket | null;
  readonly #clock: LimitClock;
  readonly #now: () => number;
  readonly #onReleased: (address: CountedAddress) => void;
  /** How long the process had stood still when that was last made good. */
  #creditedMs: number;
  #isOpen = true;

  constructor(
    address: CountedAddress,
    counted: readonly CountedAddress[],
    messages: TokenBucket | null,
    clock: LimitClock,
    onReleased: (address: CountedAddress) => void,
  ) {
    this.#address = address;
    this.#counted = counted;
    this.#messages = messages;
    this.#clock = clock;
    this.#now = () => clock.now();
    this.#creditedMs = clock.readPausedMs();
    this.#onReleased = onReleased;
  }

  get block(): string {
    return (this.#counted.at(-2) ?? this.#address).name; // The narrowest block; the address itself is the last.
  }

  takeMessage(length: number): number {
    const cost = 1 + Math.floor(length / MESSAGE_LENGTH_UNIT);
    if (this.#messages === null || this.#messages.takeLazily(this.#now, cost)) return 0;
    return this.#takeAfterPause(this.#messages, cost);
  }

  /** What was sent in its time, while the process stood still, comes all at once, and is no fault of the sender's. */
  #takeAfterPause(messages: TokenBucket, cost: number): number {
    const pausedMs = this.#clock.readPausedMs();
    const missedMs = Math.min(pausedMs - this.#creditedMs, CREDIT_MS_MAX);
    if (missedMs > 0) {
      this.#creditedMs = pausedMs;
      messages.credit(missedMs);
    }
    return messages.take(this.#clock.now(), cost);
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

  takePush(): number {
    return this.#take("pushes");
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
  /** What each socket may say; null if that is without limit. */
  readonly #messageRate: Rate | null;
  /** Those with a socket and those without, by name; what was used last is at the end. */
  readonly #held = new Map<string, CountedAddress>();
  readonly #quiet = new Map<string, CountedAddress>();
  #addedCount = 0;

  constructor(limits: AddressLimitOptions, clock: LimitClock) {
    this.#limits = limits;
    this.#clock = clock;
    const { messagesPerSecond, messagesBurst } = limits;
    const isLimited = messagesPerSecond > 0 && messagesBurst > 0;
    this.#messageRate = isLimited ? rateOf({ max: messagesBurst, perSecond: messagesPerSecond }) : null;
  }

  /** What clients are told of how much a socket may say; nothing if that is without limit. */
  get announced(): { readonly limits?: MessageLimits } {
    if (this.#messageRate === null) return {};
    const { messagesPerSecond, messagesBurst } = this.#limits;
    return { limits: { messagesPerSecond, messagesBurst, messageLengthUnit: MESSAGE_LENGTH_UNIT } };
  }

  /** Number of addresses that are remembered now. */
  get addressCount(): number {
    return this.#held.size + this.#quiet.size;
  }

  /** Takes a new socket in, and returns its share; or says when to come back. */
  openSocket({ name, blocks }: ClientAddress): SocketShare | SocketRefusal {
    const nowMs = this.#clock.now();
    const counted: CountedAddress[] = [];
    // The widest first: a block that may have no more adds no further addresses to what is remembered.
    for (const [index, block] of blocks.entries()) {
      const refusal = this.#count(counted, block, BLOCK_MULTIPLES[index] ?? 1, nowMs).refuseSocket(nowMs);
      if (refusal !== null) return refusal;
    }
    const address = this.#count(counted, name, 1, nowMs);
    const refusal = address.refuseSocket(nowMs);
    if (refusal !== null) return refusal;
    for (const each of counted) this.#hold(each, nowMs);
    const messages = this.#messageRate === null ? null : new TokenBucket(this.#messageRate, nowMs);
    return new OpenShare(address, counted, messages, this.#clock, this.#handleReleased);
  }

  /** Says what stands against a new socket from here, as `openSocket()` would, and counts and remembers nothing. */
  peek({ name, blocks }: ClientAddress): SocketRefusal | null {
    const nowMs = this.#clock.now();
    for (const each of [...blocks, name]) {
      const refusal = (this.#held.get(each) ?? this.#quiet.get(each))?.refuseSocket(nowMs) ?? null;
      if (refusal !== null) return refusal;
    }
    return null;
  }

  /** Adds whoever has this name to `counted`. */
  #count(counted: CountedAddress[], name: string, multiple: number, nowMs: number): CountedAddress {
    const address = this.#find(name, multiple, nowMs);
    counted.push(address);
    return address;
  }

  #hold(address: CountedAddress, nowMs: number): void {
    address.handshakes?.take(nowMs);
    if (address.socketCount === 0) {
      this.#quiet.delete(address.name);
      this.#held.set(address.name, address);
    }
    address.socketCount += 1;
  }

  readonly #handleReleased = (address: CountedAddress): void => {
    const { name, socketCount } = address;
    // One that was forgotten may have been made anew meanwhile: the other counts now.
    if (socketCount > 0 || this.#held.get(name) !== address) return;
    this.#held.delete(name);
    this.#quiet.set(name, address);
  };

  #find(name: string, multiple: number, nowMs: number): CountedAddress {
    const addresses = this.#held.has(name) ? this.#held : this.#quiet;
    const known = addresses.get(name);
    if (known !== undefined) {
      addresses.delete(name);
      addresses.set(name, known);
      return known;
    }
    if (++this.#addedCount >= SWEEP_AFTER) this.#forgetFresh(nowMs);
    if (this.addressCount >= ADDRESSES_MAX) this.#forgetQuietest();
    const address = new CountedAddress(name, multiple, this.#limits, nowMs);
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
