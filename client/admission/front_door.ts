/**
 * The door before all calls. An offer gets a call and a line only once its proof stands and somebody may ring now
 * (`admission.ts`). Until then it costs no more than the limits below, and never a screen.
 *
 * An offer that comes through is acknowledged like any message. One that does not gets one word at most: a refusal if
 * its proof fails or no call can be taken, and nothing if it is one too many, since its caller repeats it. A blocked
 * caller gets no answer at all; to them the page seems asleep.
 */

import type { CallId, DeclineReason, PeerId, PeerMessage, SealedMessage, TabId } from "../../signaling/protocol.ts";
import { dropOldest } from "../../signaling/protocol/drop_oldest.ts";
import { parsePeerMessage } from "../../signaling/protocol/peer_messages.ts";
import { type Admission, type Caller, DoorLog } from "./admission.ts";
import { attempt } from "../bounds/attempt.ts";
import type { Offer } from "../call/call.ts";
import type { Credit } from "../bounds/credit.ts";
import type { RecentCalls } from "../kept/recent_calls.ts";
import { readRejoined } from "../proof/told_features.ts";

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
  readonly trust: {
    isProven(offer: Offer): Promise<boolean>;
    /** Whether this end could check no proof. */
    readonly isKeyless: boolean;
  };
  /**
   * Whether the person lets whoever has made the offer ring, as far as that is theirs to say: null, or what its caller is
   * told. Asked of offers whose proof stands.
   */
  readonly refusalOf: (offer: Offer) => Promise<DeclineReason | null>;
  /** Whether this browser makes connections: without, whoever calls is told that it takes no calls. */
  readonly hasWebRtc: () => boolean;
  readonly send: (message: PeerMessage) => void;
  /** The calls in which this browser was connected not long ago. */
  readonly recentCalls: Pick<RecentCalls, "answer"> & {
    /** Whether another tab of this browser has the call, so that who goes on with it comes back there. */
    isElsewhere(callId: CallId): Promise<boolean>;
  };
  readonly creditOf: (peerId: PeerId) => Credit;
  /** Makes the line for an offer whose proof stands, and for what has come behind it; null if there can be none. */
  readonly openLine: (offer: Offer) => { receive(message: SealedMessage): void } | null;
  /** An offer came whose proof does not stand. */
  readonly onUnverified: () => void;
  /** An offer came whose proof stands, and cannot be taken here. */
  readonly onUntakeable: (offer: Offer) => void;
};

type Pending = { readonly offer: Offer; readonly caller: Caller; readonly later: SealedMessage[] };

export class FrontDoor {
  readonly #options: FrontDoorOptions;
  readonly #pending = new Map<CallId, Pending>();
  /** By caller and call: why, and how many answers are left. */
  readonly #refused = new Map<string, { readonly reason: DeclineReason; readonly left: number }>();
  readonly #log: DoorLog;

  constructor(options: FrontDoorOptions) {
    this.#options = options;
    this.#log = new DoorLog(options.now());
  }

  /** Rings of strangers within the last minute. */
  get strangerRings(): number {
    return this.#log.countStrangerRings(this.#options.now());
  }

  /** A stranger's ring comes to the front by itself, and so counts once more: it takes the screen now, not when it began. */
  noteForward(): void {
    this.#log.noteStrangerRing(this.#options.now());
  }

  /** Takes a message of a call that there is not. */
  receive(message: SealedMessage): void {
    const pending = this.#pending.get(message.callId);
    if (pending !== undefined) {
      if (message.id === pending.offer.id && pending.later.length < LATER_MAX) pending.later.push(message);
    } else if (this.#refused.has(keyOf(message))) {
      this.#answer(message);
    } else if (message.type === "video-offer-request" && message.seq === 1) {
      const offer = parsePeerMessage(message);
      if (offer?.type === "video-offer-request") this.#receiveOffer(offer);
    }
  }

  /**
   * Answers who asks after a call that this page does not have, if its browser had it: to all others that would tell
   * whether anybody is here.
   */
  receiveQuery(message: SealedMessage): void {
    const { callerOf, recentCalls, creditOf, localTabId, send } = this.#options;
    const query = parsePeerMessage(message);
    if (query?.type !== "call-query" || callerOf(query.id) === "blocked") return;
    const answer = recentCalls.answer(query, localTabId, creditOf);
    if (answer !== null) send(answer);
  }

  #receiveOffer(offer: Offer): void {
    const { callerOf, judge, now } = this.#options;
    const caller = callerOf(offer.id);
    if (caller === "blocked" || judge(offer) === "drop") return;
    const pendingCount = [...this.#pending.values()].filter((other) => other.caller === caller).length;
    if (pendingCount >= PENDING_MAX[caller] || !this.#log.takeOffer(offer.id, caller, now())) return;
    const pending: Pending = { offer, caller, later: [] };
    this.#pending.set(offer.callId, pending);
    attempt("check an offer", () => this.#check(pending));
  }

  async #check({ offer, caller, later }: Pending): Promise<void> {
    const { trust, recentCalls, refusalOf, hasWebRtc, judge, openLine, now, onUnverified, onUntakeable } =
      this.#options;
    let isProven = false;
    try {
      isProven = !trust.isKeyless && await trust.isProven(offer);
    } catch {
      isProven = false; // What cannot be checked is not proved.
    }
    const rejoined = readRejoined(offer.description.sdp);
    const isElsewhere = isProven && rejoined !== null && await recentCalls.isElsewhere(rejoined);
    const refusal = isProven && !isElsewhere ? await refusalOf(offer) : null;
    this.#pending.delete(offer.callId);
    if (isElsewhere) return;
    if (!isProven) {
      this.#refuse(offer, trust.isKeyless || !hasWebRtc() ? "unsupported" : "unverified");
      return onUnverified();
    }
    if (refusal !== null) {
      this.#refuse(offer, refusal);
      if (caller === "known") onUntakeable(offer);
      return;
    }
    if (judge(offer) === "drop") return; // Others came first.
    if (hasWebRtc()) {
      const line = openLine(offer);
      for (const message of [offer, ...later]) line?.receive(message);
    } else {
      this.#refuse(offer, "unsupported");
      onUntakeable(offer);
    }
    if (caller === "stranger") this.#log.noteStrangerRing(now());
  }

  #refuse(offer: Offer, reason: DeclineReason): void {
    this.#refused.set(keyOf(offer), { reason, left: ANSWERS_MAX });
    dropOldest(this.#refused, REFUSED_MAX);
    this.#answer(offer);
  }

  /** Refuses an offer as often as it comes, a few times; acknowledges what its caller says on hearing of it. */
  #answer(message: SealedMessage): void {
    const { callerOf, localTabId: tabId, send } = this.#options;
    const refused = this.#refused.get(keyOf(message));
    if (!refused?.left || message.seq === undefined || callerOf(message.id) === "blocked") return;
    const { reason, left } = refused;
    this.#refused.set(keyOf(message), { reason, left: left - 1 });
    const envelope = { id: message.clientId, clientId: message.id, callId: message.callId, tabId };
    if (message.type !== "video-offer-request") {
      return send({ type: "ack", ...envelope, ackedTabId: message.tabId, ack: message.seq });
    }
    send({ type: "video-offer-response", ...envelope, seq: 1, accepted: false, reason });
  }
}

function keyOf({ id, callId }: SealedMessage): string {
  return `${id} ${callId}`;
}
