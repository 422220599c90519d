/**
 * The door before all calls: an offer comes through, and only then has a call and a link, when its proof stands and
 * somebody may ring at all now (`admission.ts`). Until then it costs no more than is said here, and never a screen.
 *
 * What comes through is acknowledged and repeated like all messages. What does not gets one word at most: a refusal
 * where the proof does not stand, so that an honest caller learns of it, and nothing where it is one too many, since
 * their page repeats it. Of somebody blocked there is no trace either: to them it is as if the page were asleep.
 */

import type { CallId, PeerId, PeerMessage, TabId } from "../signaling/protocol.ts";
import {
  type Admission,
  type Caller,
  countStrangerRings,
  EMPTY_LOG,
  noteStrangerRing,
  takeOffer,
} from "./admission.ts";
import { attempt } from "./attempt.ts";
import type { Offer } from "./call.ts";

/** Offers whose proofs are being checked at once. */
const PENDING_MAX = { known: 24, stranger: 8 } as const;
/** Messages that wait behind such an offer. */
const LATER_MAX = 8;
/** Refused offers that are remembered, and answers that one gets in all: its caller repeats itself a few times. */
const REFUSED_MAX = 64;
const ANSWERS_MAX = 4;

export type FrontDoorOptions = {
  readonly localTabId: TabId;
  /** A clock that nobody sets. */
  readonly now: () => number;
  readonly callerOf: (peerId: PeerId) => Caller;
  /** What would become of the offer now, if its proof stands. */
  readonly judge: (offer: Offer) => Admission;
  readonly verify: (offer: Offer) => Promise<boolean>;
  /** Whether this end could check no proof. */
  readonly isKeyless: () => boolean;
  readonly send: (message: PeerMessage) => void;
  /** Takes an offer whose proof stands, with what has come behind it. */
  readonly admit: (offer: Offer, later: readonly PeerMessage[]) => void;
  /** An offer came whose proof does not stand. */
  readonly onUnverified: () => void;
};

type Pending = { readonly offer: Offer; readonly caller: Caller; readonly later: PeerMessage[] };

export class FrontDoor {
  readonly #options: FrontDoorOptions;
  readonly #pending = new Map<CallId, Pending>();
  /** By caller and call: how many answers are left. */
  readonly #refused = new Map<string, number>();
  #log = EMPTY_LOG;

  constructor(options: FrontDoorOptions) {
    this.#options = options;
  }

  /** Rings of strangers within the last minute. */
  get strangerRings(): number {
    return countStrangerRings(this.#log, this.#options.now());
  }

  /** Takes a message of a call that there is not. */
  receive(message: PeerMessage): void {
    const pending = this.#pending.get(message.callId);
    if (pending !== undefined) {
      if (message.id === pending.offer.id && pending.later.length < LATER_MAX) pending.later.push(message);
    } else if (this.#refused.has(keyOf(message))) {
      this.#answer(message);
    } else if (message.type === "video-offer-request" && message.seq === 1) {
      this.#receiveOffer(message);
    }
  }

  #receiveOffer(offer: Offer): void {
    const { callerOf, judge, now } = this.#options;
    const caller = callerOf(offer.id);
    if (caller === "blocked" || judge(offer) === "drop") return;
    const pendingCount = [...this.#pending.values()].filter((other) => other.caller === caller).length;
    const log = takeOffer(this.#log, offer.id, caller, now());
    if (log === null || pendingCount >= PENDING_MAX[caller]) return;
    this.#log = log;
    const pending: Pending = { offer, caller, later: [] };
    this.#pending.set(offer.callId, pending);
    attempt("check an offer", () => this.#check(pending));
  }

  async #check({ offer, caller, later }: Pending): Promise<void> {
    const { verify, isKeyless, judge, admit, now } = this.#options;
    let isProven = false;
    try {
      isProven = !isKeyless() && await verify(offer);
    } catch {
      isProven = false; // What cannot be checked is not proved.
    }
    this.#pending.delete(offer.callId);
    if (!isProven) return this.#refuse(offer);
    if (judge(offer) === "drop") return; // Others came first.
    admit(offer, later);
    if (caller === "stranger") this.#log = noteStrangerRing(this.#log, now());
  }

  #refuse(offer: Offer): void {
    this.#refused.set(keyOf(offer), ANSWERS_MAX);
    const [oldest] = this.#refused.keys();
    if (this.#refused.size > REFUSED_MAX && oldest !== undefined) this.#refused.delete(oldest);
    this.#answer(offer);
    this.#options.onUnverified();
  }

  /** Refuses an offer as often as it comes, a few times; acknowledges what its caller says on hearing of it. */
  #answer(message: PeerMessage): void {
    const left = this.#refused.get(keyOf(message)) ?? 0;
    if (left === 0 || message.type === "ack") return;
    this.#refused.set(keyOf(message), left - 1);
    const { localTabId: tabId, isKeyless, send } = this.#options;
    const envelope = { id: message.clientId, clientId: message.id, callId: message.callId, tabId };
    if (message.type !== "video-offer-request") {
      return send({ type: "ack", ...envelope, ackedTabId: message.tabId, ack: message.seq });
    }
    const reason = isKeyless() ? "unsupported" : "unverified";
    send({ type: "video-offer-response", ...envelope, seq: 1, accepted: false, reason });
  }
}

function keyOf({ id, callId }: PeerMessage): string {
  return `${id} ${callId}`;
}
