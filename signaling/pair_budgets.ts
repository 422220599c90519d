/**
 * How much one address may send to one ID, over all of its sockets and IDs, so that many of them do no more to somebody
 * than one could; and how much of what strangers send reaches a session.
 *
 *   address, recipient ──► a budget of messages, and one of sessions that say their first word
 *   recipient session ──► a budget of all strangers together, and of each address a small share of it
 *
 * The rates are shares of what one session may send in all: who raises that raises them. An address is an IPv4 address,
 * or an IPv6 /56. Of each instance its own. Sessions find their budgets here, and keep them as long as they write to the
 * same ID. An address goes with each message as an origin, which tells nobody else what it is.
 */

import { createHmac, randomBytes } from "node:crypto";
import { type Origin, ORIGIN_LENGTH } from "./bus.ts";
import { LazyBucket, type Rate } from "./lazy_bucket.ts";
import type { MessageLimits, PeerId } from "./protocol.ts";

/** Pairs that are remembered, 20 MB of them at most. */
export const PAIRS_MAX = 50_000;
/** How many of the oldest are looked at, when there are so many, for one that can be forgotten. */
const LOOKED_AT = 8;
/** A message counts once for each of these that it has begun, in UTF-16 units. */
const LENGTH_UNIT = 4_096;
const MINUTE_MS = 60_000;

/** Addresses of which a session remembers what they may still send it; one more, and the oldest is forgotten. */
export const ORIGINS_MAX = 64;
/** Sessions of one address that may say a first word to one ID: at once, and each minute. A session hears no more. */
const CALLERS: Rate = { capacity: 12, perMs: 12 / MINUTE_MS };
/** IDs from which a session has not heard before, of all addresses together: an office's morning, not an attack. */
const NEWCOMERS: Rate = { capacity: 60, perMs: 60 / MINUTE_MS };
/** The shares of what one session may send. */
const PAIR = { burst: 1 / 3, perSecond: 2 / 5 };
const STRANGERS = { burst: 1 / 2, perSecond: 3 / 5 };
/** Four addresses together, with twice their burst, leave a fifth of what strangers may send to all others. */
const ORIGIN = { burst: 1 / 20, perSecond: 3 / 25 };

/** What messages of this length cost. */
export function weigh(length: number): number {
  return 1 + Math.floor(length / LENGTH_UNIT);
}

export interface PairBudget {
  readonly messages: LazyBucket;
  readonly callers: LazyBucket;
}

interface StrangerRates {
  readonly messages: Rate;
  readonly newcomers: Rate;
}

class StrangerBuckets {
  readonly messages: LazyBucket;
  readonly newcomers: LazyBucket;

  constructor({ messages, newcomers }: StrangerRates, now: () => number) {
    this.messages = new LazyBucket(messages, now);
    this.newcomers = new LazyBucket(newcomers, now);
  }
}

/**
 * What may reach a session from those whom its person has not chosen to talk to. Each origin takes of its own share
 * first, so that what it sends beyond that takes nothing from others.
 */
export class StrangerBudget {
  readonly #all: StrangerBuckets;
  readonly #shares = new Map<Origin, StrangerBuckets>();
  readonly #shareRates: StrangerRates;
  readonly #now: () => number;

  constructor(all: StrangerRates, share: StrangerRates, now: () => number) {
    this.#all = new StrangerBuckets(all, now);
    this.#shareRates = share;
    this.#now = now;
  }

  takeMessage(origin: Origin, length: number): boolean {
    const cost = weigh(length);
    return this.#find(origin).messages.take(cost) && this.#all.messages.take(cost);
  }

  /** Takes the first word of somebody. */
  takeNewcomer(origin: Origin): boolean {
    return this.#find(origin).newcomers.takeExactly(1) && this.#all.newcomers.takeExactly(1);
  }

  #find(origin: Origin): StrangerBuckets {
    const known = this.#shares.get(origin);
    if (known !== undefined) return known;
    const [oldest] = this.#shares.keys();
    if (this.#shares.size >= ORIGINS_MAX && oldest !== undefined) this.#shares.delete(oldest);
    const share = new StrangerBuckets(this.#shareRates, this.#now);
    this.#shares.set(origin, share);
    return share;
  }
}

export class PairBudgets {
  readonly #pair: Rate;
  readonly #strangers: StrangerRates;
  readonly #origin: StrangerRates;
  readonly #isLimited: boolean;
  readonly #now: () => number;
  readonly #pairs = new Map<string, PairBudget>();
  /** Nobody else has it, so that an origin cannot be traced to an address. */
  readonly #originKey = randomBytes(16);

  /** @param now a clock that nobody sets, in milliseconds */
  constructor(
    { messagesPerSecond, messagesBurst }: Pick<MessageLimits, "messagesPerSecond" | "messagesBurst">,
    now: () => number,
  ) {
    this.#isLimited = messagesPerSecond > 0 && messagesBurst > 0;
    const share = ({ burst, perSecond }: typeof PAIR): Rate => ({
      capacity: this.#isLimited ? Math.ceil(messagesBurst * burst) : Infinity,
      perMs: messagesPerSecond * perSecond / 1_000,
    });
    this.#pair = share(PAIR);
    this.#strangers = { messages: share(STRANGERS), newcomers: this.#limit(NEWCOMERS) };
    this.#origin = { messages: share(ORIGIN), newcomers: this.#limit(CALLERS) };
    this.#now = now;
  }

  /** Number of pairs that are remembered now. */
  get pairCount(): number {
    return this.#pairs.size;
  }

  /** Finds what an address may still send to an ID; null if there is no room for one more. */
  find(address: string, recipient: PeerId): PairBudget | null {
    const key = `${address} ${recipient}`;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    if (this.#pairs.size >= PAIRS_MAX && !this.#forgetOne()) return null;
    const pair = this.createPair();
    this.#pairs.set(key, pair);
    return pair;
  }

  /** Makes what one session may get of a peer whom its person has chosen to talk to, whatever others send. */
  createReserve(): LazyBucket {
    return new LazyBucket(this.#pair, this.#now);
  }

  createStrangerBudget(): StrangerBudget {
    return new StrangerBudget(this.#strangers, this.#origin, this.#now);
  }

  /** Names an address to those who are to count it, and to nobody else. */
  createOrigin(address: string): Origin {
    return createHmac("sha256", this.#originKey).update(address).digest("base64url").slice(0, ORIGIN_LENGTH) as Origin;
  }

  /** Makes one that is not remembered. */
  createPair(): PairBudget {
    const callers = new LazyBucket(this.#limit(CALLERS), this.#now);
    return { messages: new LazyBucket(this.#pair, this.#now), callers };
  }

  #limit(rate: Rate): Rate {
    return this.#isLimited ? rate : { ...rate, capacity: Infinity };
  }

  /**
   * Forgets one that owes nothing. The oldest have mostly said long ago what they had to say; those that have not go to
   * the end, so that a few that are kept busy do not hide all others.
   */
  #forgetOne(): boolean {
    let lookedAt = 0;
    for (const [key, pair] of this.#pairs) {
      this.#pairs.delete(key);
      if (pair.messages.isFull() && pair.callers.isFull()) return true;
      this.#pairs.set(key, pair);
      if (++lookedAt === LOOKED_AT) return false;
    }
    return false;
  }
}
