/**
 * The reliable channel of one call: numbers what this page sends, repeats it until it is acknowledged, and hands on
 * what it receives once and in order. The relay may lose, the network may repeat; the person must see neither.
 *
 * It does no input or output of its own: each method takes the time and returns what to do. One channel sends one
 * numbered stream to all tabs of the remote peer; each of those tabs has a stream of its own coming back. Until the
 * call is bound to one tab, an acknowledgement from any will do, and the stream is repeated all the same, for a tab that
 * opens or is loaded again while it rings; afterwards only that tab's counts.
 *
 * What the remote peer makes it say is paid from that peer's credit (`credit.ts`): acknowledgements, repeats in answer
 * to repeats, and, until the person here takes the call, all else. Of its own accord it says what it is told to send,
 * and repeats that with a growing pause.
 *
 * Each send is delivered, or refused, or superseded by a later one, or ends unsettled with the call. Refusing for want
 * of a peer is for a call that nobody has yet: a bound one waits for its tab to come back, however long, because its
 * media may well be flowing.
 */

import {
  type CallId,
  encodeMessage,
  type ErrorCode,
  type PeerId,
  type PeerMessage,
  type TabId,
} from "../signaling/protocol.ts";
import type { CallMessage } from "./call.ts";
import { Credit } from "./credit.ts";
import { findStream, type IncomingStream, TABS_MAX } from "./incoming_stream.ts";
import { dropSuperseded, isLastWord } from "./superseded.ts";

/**
 * First wait for an acknowledgement before a message is repeated, in milliseconds; doubles up to the MAX. That is short,
 * because a fresh tab must not wait long to hear of a call, nor a call for the end of an outage, of which nobody tells.
 */
export const REPEAT_MS = 1_000;
export const REPEAT_MS_MAX = 3_000;
/** A repeat of the remote peer is answered by repeating what has waited this long; the next after twice that, in ms. */
export const ANSWER_MS = 200;
const ANSWER_MS_MAX = 8_000;
/**
 * Messages of a call that is bound which are repeated at once, the first that wait. The receiver acts on them in order
 * and the relay lets no pair of ends say much more than so many a second: all of hundreds, again and again, would leave
 * it to chance which of them arrive.
 */
export const REPEATED_MAX = 32;
/** Messages that may wait for an acknowledgement; one more is refused. */
export const UNACKED_MAX = 512;
/** How long an unbound call tries an ID where nobody is connected, in milliseconds. */
export const UNAVAILABLE_MS_MAX = 4_000;
/** How often last words are repeated; and on how many fresh transports, where each has two tries. */
export const LAST_REPEATS_MAX = 3;
export const LAST_RECONNECTS_MAX = 3;
/** How often a peer that goes on after the end, as if it had not heard of it, is told again. */
export const LAST_ANSWERS_MAX = 6;
/** How long an ended call still acknowledges, in milliseconds. */
export const ENDED_ACK_MS = 10_000;

/** A tab that has acknowledged nothing for this long is away, in milliseconds: no moment between two sockets. */
export const AWAY_MS = 6_000;

/** The relay's word on a message that nobody took (PROTOCOL.md, "Errors"). */
export type Undelivered = Extract<ErrorCode, "peer-unavailable" | "unavailable">;
export type NumberedMessage = Exclude<PeerMessage, { type: "ack" }>;

export type ChannelOutput =
  /** A repeat, or last words: any way that there is will do. */
  | { type: "transmit"; message: PeerMessage; isRepeat: boolean }
  | { type: "deliver"; message: NumberedMessage }
  /** The tab that has the call has acknowledged nothing for a while; what is sent waits for its return. */
  | { type: "away" }
  /** Not to be tried again: nobody has been connected under the remote ID for too long, or too many wait already. */
  | { type: "refused"; messages: NumberedMessage[] };

/** First said at `saidAtMs`, or to this transport. Repeated at `dueAtMs` if not acknowledged by then, and again after `waitMs`. */
type Pending = { message: NumberedMessage; saidAtMs: number; sentAtMs: number; dueAtMs: number; waitMs: number };
export type ChannelOptions = {
  readonly callId: CallId;
  readonly tabId: TabId;
  readonly localPeerId: PeerId;
  readonly remotePeerId: PeerId;
  /** Keeps trying while nobody is connected under the remote ID, instead of refusing. */
  readonly isPatient?: boolean;
  /** The remote peer has placed the call: until it is accepted, all that is said in it is at their expense. */
  readonly isAnswering?: boolean;
  /** The remote peer's, over all calls with them. */
  readonly credit?: Credit;
  /** In how many copies a message leaves now. */
  readonly copies?: (isRepeat: boolean) => number;
};

export class CallChannel {
  readonly #options: ChannelOptions;
  readonly #credit: Credit;
  /** The person here has placed or accepted the call. */
  #isOwn: boolean;
  #nextSeq = 1;
  #pending: Pending[] = [];
  #incoming = new Map<TabId, IncomingStream>();
  /** Up to where each remote tab has this stream; only the bound tab once there is one. */
  #acked = new Map<TabId, number>();
  #boundTabId: TabId | null = null;
  #unavailableSinceMs: number | null = null;
  #answeredAtMs = -Infinity;
  #answerPauseMs = ANSWER_MS;
  /** Since when the call is over, so that nobody new needs to hear of it; null while it is not. */
  #endedAtMs: number | null = null;
  /** These are counted from the end on. */
  #lastRepeatsLeft = LAST_REPEATS_MAX;
  #lastReconnectsLeft = LAST_RECONNECTS_MAX;
  #lastAnswersLeft = LAST_ANSWERS_MAX;
  /** Messages were given up, so that the stream has a hole which nothing later could pass. */
  #isBroken = false;

  constructor(options: ChannelOptions) {
    this.#options = options;
    this.#credit = options.credit ?? new Credit();
    this.#isOwn = options.isAnswering !== true;
    if (this.#isOwn) this.#credit.grant();
  }

  /** Messages that are not acknowledged yet. */
  get unackedCount(): number {
    return this.#unsaid().length;
  }

  /** Restricts the channel to one of the remote peer's tabs: the one that has the call. */
  bind(remoteTabId: TabId): void {
    this.#boundTabId = remoteTabId;
    this.#acked = new Map([[remoteTabId, this.#acked.get(remoteTabId) ?? 0]]);
    this.#forgetAcked();
  }

  /** Leaves nothing to be said but last words, which may come yet, a few times; and to nobody new. */
  end(nowMs: number): void {
    this.#endedAtMs ??= nowMs;
    this.#answerPauseMs = ANSWER_MS;
  }

  /** Numbers and transmits a message. It is refused when too many wait already, or earlier ones were refused. */
  send(message: CallMessage, nowMs: number): ChannelOutput[] {
    const { callId, tabId, localPeerId, remotePeerId } = this.#options;
    const envelope = { id: localPeerId, clientId: remotePeerId, callId, tabId, seq: this.#nextSeq };
    const numbered = { ...message, ...envelope } as NumberedMessage;
    const times = { saidAtMs: nowMs, sentAtMs: nowMs, dueAtMs: nowMs + REPEAT_MS, waitMs: REPEAT_MS * 2 };
    const latest = { message: numbered, ...times };
    const pending = dropSuperseded(this.#pending, latest);
    if (this.#isBroken || pending.length > UNACKED_MAX) return [{ type: "refused", messages: [numbered] }];
    this.#pending = pending;
    this.#nextSeq++; // Only now: a number that never leaves would hold up all after it.
    if (message.type === "video-offer-response" && message.accepted) this.#take();
    const isRepeat = message.type === "hang-up"; // Who leaves may have no time to repeat it.
    if (!this.#isOwn && !this.#pay(latest.message, isRepeat)) return [];
    return [{ type: "transmit", message: latest.message, isRepeat }];
  }

  /** Takes a message of the remote peer: acknowledges it, and delivers it unless it came before or too early. */
  receive(message: PeerMessage, nowMs: number): ChannelOutput[] {
    if (message.id !== this.#options.remotePeerId) return []; // Whoever else knows the call's ID has no part in it.
    this.#credit.earn(encodeMessage(message).length);
    this.#unavailableSinceMs = null;
    if (message.type === "ack") {
      if (message.ackedTabId === this.#options.tabId) this.#receiveAck(message.tabId, message.ack);
      return [];
    }
    const incoming = findStream(this.#incoming, message.tabId);
    if (incoming === null) return [];
    const delivered = incoming.take(message);
    const outputs: ChannelOutput[] = (delivered ?? []).map((next) => ({ type: "deliver", message: next }));
    outputs.push(...this.#acknowledge(message.tabId, incoming, nowMs));
    // Whoever repeats has missed an acknowledgement, and so may have missed more: perhaps it is on a new transport. And
    // whoever goes on after the end was away when it was told, and would wait for ever.
    if (delivered === null || this.#endedAtMs !== null) outputs.push(...this.#answer(nowMs));
    return outputs;
  }

  /** Repeats everything that waits: the transport is a new one and may have lost what the old one took. */
  handleReconnect(nowMs: number): ChannelOutput[] {
    this.#unavailableSinceMs = null; // The old transport's word; the remote peer may be coming back just as this end is.
    for (const incoming of this.#incoming.values()) incoming.handleReconnect();
    if (this.#endedAtMs !== null) {
      if (this.#lastReconnectsLeft === 0) return [];
      this.#lastReconnectsLeft--;
      this.#lastRepeatsLeft = 2;
    }
    for (const pending of this.#pending) {
      Object.assign(pending, { saidAtMs: nowMs, dueAtMs: nowMs, waitMs: REPEAT_MS });
    }
    return this.#repeat(this.#repeatable(), { isPaid: !this.#isOwn }, nowMs);
  }

  /** Repeats what waits, at the remote peer's expense: it has changed its transport, and may have lost something. */
  handleChange(nowMs: number): ChannelOutput[] {
    return this.#repeat(this.#repeatable(), { isPaid: true }, nowMs);
  }

  /**
   * Takes the relay's word on an offer: that nobody is connected under the remote ID, at which the call is refused when
   * it lasts; or that it cannot be told for now, at which it keeps trying. It means nothing to a call that a tab has.
   */
  handleUndelivered(why: Undelivered, nowMs: number): ChannelOutput[] {
    if (this.#boundTabId !== null || this.unackedCount === 0) return [];
    this.#unavailableSinceMs = why === "unavailable" ? null : this.#unavailableSinceMs ?? nowMs;
    const sinceMs = this.#unavailableSinceMs;
    if (sinceMs === null || this.#options.isPatient || nowMs - sinceMs < UNAVAILABLE_MS_MAX) {
      this.#repeatSoon(nowMs);
      return [];
    }
    const messages = this.#unacked().map(({ message }) => message);
    this.#pending = [];
    this.#isBroken = true;
    return [{ type: "refused", messages }];
  }

  /** Repeats what has waited long enough, and acknowledges what is owed. Call it a little oftener than `REPEAT_MS`. */
  tick(nowMs: number): ChannelOutput[] {
    const acks = [...this.#incoming].flatMap(([tabId, incoming]) => this.#acknowledge(tabId, incoming, nowMs));
    const due = this.#repeatable().filter(({ dueAtMs }) => nowMs >= dueAtMs);
    // The relay tells nobody whether the other end of a call is there: an end must notice by itself.
    const isAway = this.#boundTabId !== null && due.some(({ saidAtMs }) => nowMs - saidAtMs >= AWAY_MS);
    const repeats = this.#repeat(due, { isPaid: !this.#isOwn }, nowMs);
    return isAway ? [...acks, ...repeats, { type: "away" }] : [...acks, ...repeats];
  }

  /** The person here takes the call: it is theirs from now on. */
  #take(): void {
    if (!this.#isOwn) this.#credit.grant();
    this.#isOwn = true;
  }

  #pay(message: PeerMessage, isRepeat: boolean): boolean {
    return this.#credit.take(encodeMessage(message).length, this.#options.copies?.(isRepeat) ?? 1);
  }

  /** Repeats, to a peer that has missed something, what has waited; ever less often while it acknowledges nothing. */
  #answer(nowMs: number): ChannelOutput[] {
    if (nowMs - this.#answeredAtMs < this.#answerPauseMs || this.#lastAnswersLeft === 0) return [];
    const said = this.#endedAtMs === null ? this.#pending : this.#unsaid();
    const waiting = said.filter(({ sentAtMs }) => nowMs - sentAtMs >= ANSWER_MS);
    const outputs = this.#transmitAgain(waiting, { isPaid: true }, nowMs);
    if (outputs.length === 0) return [];
    if (this.#endedAtMs !== null) this.#lastAnswersLeft--;
    if (this.#answeredAtMs > -Infinity) this.#answerPauseMs = Math.min(this.#answerPauseMs * 2, ANSWER_MS_MAX);
    this.#answeredAtMs = nowMs;
    return outputs;
  }

  #repeatSoon(nowMs: number): void {
    for (const pending of this.#pending) {
      pending.dueAtMs = Math.min(pending.dueAtMs, nowMs + REPEAT_MS);
      pending.waitMs = REPEAT_MS;
    }
  }

  #repeatable(): readonly Pending[] {
    if (this.#lastRepeatsLeft === 0) return [];
    const said = this.#endedAtMs === null ? this.#pending : this.#unsaid();
    return this.#boundTabId === null ? said : said.slice(0, REPEATED_MAX);
  }

  /** Repeats of its own accord; what is left to be said after the end, only so often. */
  #repeat(due: readonly Pending[], { isPaid }: { isPaid: boolean }, nowMs: number): ChannelOutput[] {
    const outputs = this.#transmitAgain(due, { isPaid }, nowMs);
    if (this.#endedAtMs !== null && outputs.length > 0) this.#lastRepeatsLeft--;
    return outputs;
  }

  #transmitAgain(due: readonly Pending[], { isPaid }: { isPaid: boolean }, nowMs: number): ChannelOutput[] {
    const outputs: ChannelOutput[] = [];
    for (const pending of due) {
      if (isPaid && !this.#pay(pending.message, true)) break;
      pending.sentAtMs = nowMs;
      // What is said at the peer's expense leaves the own clock alone: it neither hurries nor spares the next repeat.
      if (!isPaid || !this.#isOwn) {
        pending.dueAtMs = nowMs + pending.waitMs;
        pending.waitMs = Math.min(pending.waitMs * 2, REPEAT_MS_MAX);
      }
      outputs.push({ type: "transmit", message: pending.message, isRepeat: true });
    }
    return outputs;
  }

  #receiveAck(tabId: TabId, ack: number): void {
    if (ack >= this.#nextSeq) return; // An acknowledgement of what was never sent proves nothing.
    const isHeard = this.#acked.has(tabId) || (this.#boundTabId === null && this.#acked.size < TABS_MAX);
    if (!isHeard) return;
    const before = this.#acked.get(tabId) ?? 0;
    if (ack > before) this.#answerPauseMs = ANSWER_MS;
    this.#acked.set(tabId, Math.max(ack, before));
    this.#forgetAcked();
  }

  /** Until one tab is bound, acknowledged messages are kept: the tab that gets the call may not be the one that has them. */
  #forgetAcked(): void {
    if (this.#boundTabId !== null) this.#pending = this.#unacked();
  }

  /** What nobody has acknowledged and is still worth saying. */
  #unsaid(): Pending[] {
    const unacked = this.#unacked();
    return this.#endedAtMs === null ? unacked : unacked.filter(({ message }) => isLastWord(message));
  }

  #unacked(): Pending[] {
    const acked = Math.max(0, ...this.#acked.values());
    return this.#pending.filter(({ message }) => message.seq > acked);
  }

  #acknowledge(ackedTabId: TabId, incoming: IncomingStream, nowMs: number): ChannelOutput[] {
    if (!incoming.isAckDue(nowMs)) return [];
    if (this.#endedAtMs !== null && nowMs - this.#endedAtMs > ENDED_ACK_MS) return [];
    const { callId, tabId, localPeerId, remotePeerId } = this.#options;
    const ends = { id: localPeerId, clientId: remotePeerId, callId, tabId };
    const message: PeerMessage = { type: "ack", ...ends, ackedTabId, ack: incoming.deliveredSeq };
    if (!this.#pay(message, false)) return [];
    incoming.handleAcked(nowMs);
    return [{ type: "transmit", message, isRepeat: false }];
  }
}
