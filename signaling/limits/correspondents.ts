/**
 * The IDs that one session writes to and hears from, and what each of them may still send.
 *
 *   stranger ──the session's person calls it, or accepts its call──► chosen
 *
 * Strangers share one budget, of which each address has a small part, and have a little each beside it. Each chosen peer has a budget of its own, so that
 * no flood keeps a call from its messages. A page answers strangers by itself, so an answer chooses nobody: only what a
 * page says after its person has acted does. Nothing here outlives the socket. It knows messages by their type alone.
 * `peer_messages.ts` asks it.
 */

import type { Share } from "./address_limits.ts";
import type { Origin } from "../bus/bus.ts";
import { type PairBudget, type PairBudgets, type StrangerBudget, weigh } from "./pair_budgets.ts";
import type { PeerEnvelope, PeerId } from "../protocol.ts";
import { dropOldest } from "../protocol/drop_oldest.ts";
import type { TokenBucket } from "../protocol/token_bucket.ts";

/** Those of each kind that are remembered: more than a person talks to, and than ring within a minute. */
export const CORRESPONDENTS_MAX = 128;
/**
 * While more than this waits in the socket, in bytes, its person gets nothing of strangers: what they send is not to fill
 * a line that is slow, nor to have its socket closed for it.
 */
export const STRANGERS_BUFFERED_BYTES_MAX = 64 * 1024;

/** What a page says only when its person has called or accepted; and an acceptance itself. */
const CHOICES: ReadonlySet<PeerEnvelope["type"]> = new Set(
  ["video-offer-request", "call-claimed", "ice-candidate", "description", "feature", "media-state", "compare"],
);

function isChoice({ type, accepted }: PeerEnvelope): boolean {
  return CHOICES.has(type) || (type === "video-offer-response" && accepted === true);
}

/** Why a message goes no further: too many to this ID, or from strangers to this session, or to IDs nobody knows. */
export type DropReason = "pair" | "recipient" | "unknown";

/** One ID that a session writes to or hears from. */
interface Correspondent {
  readonly peerId: PeerId;
  /** Whether a message to it says nothing new of the sender: it has written, or a first word to it was paid for. */
  isKnown: boolean;
  /** What the session may get of it; null of a stranger. */
  reserve: TokenBucket | null;
  /** What a stranger may still send the session where others have used up what strangers have; null until they had. */
  allowance: TokenBucket | null;
  /** What the session may send it; null until it does. */
  pair: PairBudget | null;
}

export class Correspondents {
  readonly #budgets: PairBudgets;
  readonly #share: Share;
  readonly #chosen = new Map<PeerId, Correspondent>();
  readonly #strangers = new Map<PeerId, Correspondent>();
  /** Most messages go to and come from the same one as the message before. */
  #latest: Correspondent | null = null;
  #strangerBudget: StrangerBudget | null = null;
  /** What it may send to all those together of whom the address remembers nothing, because there is no more room. */
  #overflow: PairBudget | null = null;
  #origin: Origin | null = null;

  /** @param share of the session: whose address its budgets count, and what tries cost */
  constructor(budgets: PairBudgets, share: Share) {
    this.#budgets = budgets;
    this.#share = share;
  }

  /** What the session's address is to those who hear of it. */
  get origin(): Origin {
    return this.#origin ??= this.#budgets.createOrigin(this.#share.block);
  }

  /**
   * Takes what a message of the session costs, and says why it may not go on, or null if it may. The answer is the same
   * whether or not anybody is there: else one that is dropped would tell.
   */
  send(message: PeerEnvelope, length: number): DropReason | null {
    const { type, clientId } = message;
    const to = this.#find(clientId) ?? this.#add(clientId);
    if (to.reserve === null && isChoice(message)) this.#choose(to);
    // Before there is a pair: who has no tries left makes none of IDs that nobody has.
    if (!to.isKnown && type !== "video-offer-request" && this.#share.takeMiss(clientId) > 0) return "unknown";
    to.pair ??= this.#findPair(clientId);
    if (!to.pair.messages.takeLazily(this.#budgets.now, weigh(length))) return "pair";
    if (!to.isKnown && to.pair.callers.take(this.#budgets.now()) > 0) return "pair";
    to.isKnown = true;
    return null;
  }

  /** Takes what a message of `sender` costs, and tells whether the session, whose `buffer` this is, may have it. */
  hear(sender: PeerId, origin: Origin, length: number, buffer: { isOver(bytes: number): boolean }): boolean {
    const known = this.#find(sender);
    if (known !== null && known.reserve !== null) {
      known.isKnown = true;
      return known.reserve.takeLazily(this.#budgets.now, weigh(length));
    }
    if (buffer.isOver(STRANGERS_BUFFERED_BYTES_MAX)) return false;
    this.#strangerBudget ??= this.#budgets.createStrangerBudget();
    // The first word is counted by itself, so that those who have one cannot keep others from theirs.
    if (known?.isKnown) {
      if (this.#strangerBudget.takeMessage(origin, length)) return true;
      known.allowance ??= this.#strangerBudget.createAllowance();
      return this.#strangerBudget.takeAllowed(known.allowance, origin, length);
    }
    if (!this.#strangerBudget.takeNewcomer(origin)) return false;
    (known ?? this.#add(sender)).isKnown = true;
    return true;
  }

  #findPair(peerId: PeerId): PairBudget {
    return this.#budgets.find(this.#share.block, peerId) ?? (this.#overflow ??= this.#budgets.createPair());
  }

  #find(peerId: PeerId): Correspondent | null {
    if (this.#latest?.peerId === peerId) return this.#latest;
    const found = this.#chosen.get(peerId) ?? this.#strangers.get(peerId);
    if (found === undefined) return null;
    return this.#latest = found;
  }

  #add(name: PeerId): Correspondent {
    const peerId = name.split("-").join("-") as PeerId; // A copy: the name may be part of a long text, and keep all of it.
    const correspondent = { peerId, isKnown: false, reserve: null, allowance: null, pair: null };
    return this.#keep(this.#strangers, correspondent);
  }

  #choose(correspondent: Correspondent): void {
    this.#strangers.delete(correspondent.peerId);
    correspondent.reserve = this.#budgets.createReserve();
    this.#keep(this.#chosen, correspondent);
  }

  /** Forgets the one that came first when there are too many. */
  #keep(kind: Map<PeerId, Correspondent>, correspondent: Correspondent): Correspondent {
    kind.set(correspondent.peerId, correspondent);
    dropOldest(kind, CORRESPONDENTS_MAX);
    return this.#latest = correspondent;
  }
}
