/**
 * How much one address may send to one ID, over all of its sockets and IDs, so that many of them do no more to somebody
 * than one could; and how much of what strangers send reaches a session.
 *
 *   address, recipient ──► a budget of messages, and one of sessions that begin to call
 *
 * The rates are shares of what one session may send in all: who raises that raises them. An address is an IPv4 address,
 * or of IPv6 the widest block that one customer may have. Of each instance its own. Sessions find their budgets here,
 * and keep them as long as they write to the same ID.
 */

import { LazyBucket, type Rate } from "./lazy_bucket.ts";
import type { MessageLimits, PeerId } from "./protocol.ts";

/** Pairs that are remembered, 20 MB of them at most. */
export const PAIRS_MAX = 50_000;
/** How many of the oldest are looked at, when there are so many, for one that can be forgotten. */
const LOOKED_AT = 8;
/** A message counts once for each of these that it has begun, in UTF-16 units. */
const LENGTH_UNIT = 4_096;
const MINUTE_MS = 60_000;

/** Sessions of one address that may begin to call one ID: at once, and each minute. */
const CALLERS: Rate = { capacity: 20, perMs: 12 / MINUTE_MS };
/** IDs from which a session has not heard before, of all addresses together: an office's morning, not an attack. */
const NEWCOMERS: Rate = { capacity: 60, perMs: 60 / MINUTE_MS };
/** The shares of what one session may send. */
const PAIR = { burst: 1 / 3, perSecond: 2 / 5 };
const STRANGERS = { burst: 1 / 2, perSecond: 3 / 5 };

/** What messages of this length cost. */
export function weigh(length: number): number {
  return 1 + Math.floor(length / LENGTH_UNIT);
}

export interface PairBudget {
  readonly messages: LazyBucket;
  readonly callers: LazyBucket;
}

/** What may reach a session from those whom its person has not chosen to talk to. */
export interface StrangerBudget {
  readonly messages: LazyBucket;
  readonly newcomers: LazyBucket;
}

export class PairBudgets {
  readonly #pair: Rate;
  readonly #strangers: Rate;
  readonly #isLimited: boolean;
  readonly #now: () => number;
  readonly #pairs = new Map<string, PairBudget>();
  /** Of those for whom there is no more room. */
  readonly #overflow: PairBudget;

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
    this.#strangers = share(STRANGERS);
    this.#now = now;
    this.#overflow = this.#create();
  }

  /** Number of pairs that are remembered now. */
  get pairCount(): number {
    return this.#pairs.size;
  }

  /** Finds what an address may still send to an ID. */
  find(address: string, recipient: PeerId): PairBudget {
    const key = `${address} ${recipient}`;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    if (this.#pairs.size >= PAIRS_MAX && !this.#forgetOne()) return this.#overflow;
    const pair = this.#create();
    this.#pairs.set(key, pair);
    return pair;
  }

  /** Makes what one session may get of a peer whom its person has chosen to talk to, whatever others send. */
  createReserve(): LazyBucket {
    return new LazyBucket(this.#pair, this.#now);
  }

  createStrangerBudget(): StrangerBudget {
    return {
      messages: new LazyBucket(this.#strangers, this.#now),
      newcomers: new LazyBucket(this.#limit(NEWCOMERS), this.#now),
    };
  }

  #create(): PairBudget {
    const callers = new LazyBucket(this.#limit(CALLERS), this.#now);
    return { messages: new LazyBucket(this.#pair, this.#now), callers };
  }

  #limit(rate: Rate): Rate {
    return this.#isLimited ? rate : { ...rate, capacity: Infinity };
  }

  /** Forgets one that owes nothing. The oldest have mostly said long ago what they had to say. */
  #forgetOne(): boolean {
    let lookedAt = 0;
    for (const [key, { messages, callers }] of this.#pairs) {
      if (messages.isFull() && callers.isFull()) return this.#pairs.delete(key);
      if (++lookedAt === LOOKED_AT) return false;
    }
    return false;
  }
}
