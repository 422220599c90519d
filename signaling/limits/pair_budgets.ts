/**
 * How much one address may send to one ID, over all its sockets and IDs, so that many of them can do no more to
 * somebody than one could; and how much of what strangers send reaches a session.
 *
 *   address, recipient ──► a budget of messages, and one of sessions that say their first word
 *   recipient session ──► a budget for all strangers together, and a small share of it for each address
 *                          └── used up ──► an allowance for each stranger, which others cannot use up
 *
 * The rates are shares of what one session may send, so raising that raises them. An address is an IPv4 address or an
 * IPv6 /56; each instance counts for itself. Sessions look their budgets up here and keep them as long as they write to
 * the same ID. An address travels with each message as an origin, which tells nobody else what it is.
 */

import { createHmac, randomBytes } from "node:crypto";
import { type Origin, ORIGIN_LENGTH } from "../bus/bus.ts";
import { encodeBase64Url, type MessageLimits, type PeerId } from "../protocol.ts";
import { dropOldest } from "../protocol/drop_oldest.ts";
import { type Rate, TokenBucket } from "../protocol/token_bucket.ts";

/** Pairs that are remembered, 20 MB of them at most. */
export const PAIRS_MAX = 50_000;
/** How many of the oldest are looked at, when there are so many, for one that can be forgotten. */
const LOOKED_AT = 8;
/** A message counts once for each of these that it has begun, in UTF-16 units. */
const LENGTH_UNIT = 4_096;
const MINUTE_MS = 60_000;

/** Addresses of which a session remembers what they may still send it; one more, and the oldest is forgotten. */
const ORIGINS_MAX = 64;
/** Sessions of one address that may say a first word to one ID: at once, and each minute. A session hears no more. */
const CALLERS: Rate = { capacity: 12, perMs: 12 / MINUTE_MS };
/** IDs from which a session has not heard before, of all addresses together: an office's morning, not an attack. */
const NEWCOMERS: Rate = { capacity: 60, perMs: 60 / MINUTE_MS };
/** The shares of what one session may send. */
const PAIR = { burst: 1 / 3, perSecond: 2 / 5 };
const STRANGERS = { burst: 1 / 2, perSecond: 3 / 5 };
/** Seven addresses together, with an eighth over their burst, leave a fifth of what strangers may send to all others. */
const ORIGIN = { burst: 1 / 20, perSecond: 3 / 25 };
/**
 * What a stranger may send whatever others do: enough to call twice within half a minute and to take that back, since
 * somebody whom the person knows is a stranger here until they are answered. Many IDs are not to gain as much each: so
 * there is little of it for all, and for each address.
 */
const ALLOWANCE: Rate = { capacity: 12, perMs: 24 / MINUTE_MS };
const ALLOWANCES = { burst: 3 / 10, perSecond: 1 / 5 };
const ORIGIN_ALLOWANCES = { burst: 1 / 20, perSecond: 1 / 25 };

/** What messages of this length cost. */
export function weigh(length: number): number {
  return 1 + Math.floor(length / LENGTH_UNIT);
}

export interface PairBudget {
  readonly messages: TokenBucket;
  readonly callers: TokenBucket;
}

interface StrangerRates {
  readonly messages: Rate;
  readonly newcomers: Rate;
  readonly allowances: Rate;
}

class StrangerBuckets {
  readonly messages: TokenBucket;
  readonly newcomers: TokenBucket;
  readonly allowances: TokenBucket;

  constructor({ messages, newcomers, allowances }: StrangerRates, nowMs: number) {
    this.messages = new TokenBucket(messages, nowMs);
    this.newcomers = new TokenBucket(newcomers, nowMs);
    this.allowances = new TokenBucket(allowances, nowMs);
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
    this.#all = new StrangerBuckets(all, now());
    this.#shareRates = share;
    this.#now = now;
  }

  takeMessage(origin: Origin, length: number): boolean {
    const cost = weigh(length);
    return this.#find(origin).messages.takeLazily(this.#now, cost) && this.#all.messages.takeLazily(this.#now, cost);
  }

  /** Makes what one stranger may send where all of them together have sent too much. */
  createAllowance(): TokenBucket {
    return new TokenBucket(ALLOWANCE, this.#now());
  }

  /** Takes a message of somebody's own allowance, which costs nothing where it, or all of those, have not as much left. */
  takeAllowed(allowance: TokenBucket, origin: Origin, length: number): boolean {
    const [nowMs, cost] = [this.#now(), weigh(length)];
    const share = this.#find(origin).allowances;
    const all = this.#all.allowances;
    if (allowance.wait(nowMs, cost) + share.wait(nowMs, cost) + all.wait(nowMs, cost) > 0) return false;
    allowance.take(nowMs, cost);
    share.take(nowMs, cost);
    all.take(nowMs, cost);
    return true;
  }

  /** Takes the first word of somebody. */
  takeNewcomer(origin: Origin): boolean {
    const nowMs = this.#now();
    return this.#find(origin).newcomers.take(nowMs) === 0 && this.#all.newcomers.take(nowMs) === 0;
  }

  #find(origin: Origin): StrangerBuckets {
    const known = this.#shares.get(origin);
    if (known !== undefined) return known;
    const share = new StrangerBuckets(this.#shareRates, this.#now());
    this.#shares.set(origin, share);
    dropOldest(this.#shares, ORIGINS_MAX);
    return share;
  }
}

export class PairBudgets {
  readonly #pair: Rate;
  readonly #strangers: StrangerRates;
  readonly #origin: StrangerRates;
  readonly #isLimited: boolean;
  /** The clock of all budgets that are found here. */
  readonly now: () => number;
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
    this.#strangers = { messages: share(STRANGERS), newcomers: this.#limit(NEWCOMERS), allowances: share(ALLOWANCES) };
    this.#origin = { messages: share(ORIGIN), newcomers: this.#limit(CALLERS), allowances: share(ORIGIN_ALLOWANCES) };
    this.now = now;
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
  createReserve(): TokenBucket {
    return new TokenBucket(this.#pair, this.now());
  }

  createStrangerBudget(): StrangerBudget {
    return new StrangerBudget(this.#strangers, this.#origin, this.now);
  }

  /** Names an address to those who are to count it, and to nobody else. */
  createOrigin(address: string): Origin {
    const digest = createHmac("sha256", this.#originKey).update(address).digest();
    return encodeBase64Url(digest).slice(0, ORIGIN_LENGTH) as Origin;
  }

  /** Makes one that is not remembered. */
  createPair(): PairBudget {
    const nowMs = this.now();
    return { messages: new TokenBucket(this.#pair, nowMs), callers: new TokenBucket(this.#limit(CALLERS), nowMs) };
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
    const nowMs = this.now();
    for (const [key, pair] of this.#pairs) {
      this.#pairs.delete(key);
      if (pair.messages.isFull(nowMs) && pair.callers.isFull(nowMs)) return true;
      this.#pairs.set(key, pair);
      if (++lookedAt === LOOKED_AT) return false;
    }
    return false;
  }
}
