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

import { encodeMessage, type PeerMessage, type SealedMessage, type TabId } from "../../signaling/protocol.ts";
import { AckedTabs } from "./acked_tabs.ts";
import type { CallMessage } from "../call/call.ts";
import {
  ANSWER_MS,
  ANSWER_MS_MAX,
  type ChannelOptions,
  type ChannelOutput,
  ENDED_ACK_MS,
  isNumbered,
  LAST_ANSWERS_MAX,
  LAST_RECONNECTS_MAX,
  LAST_REPEATS_MAX,
  type NumberedMessage,
  REPEAT_MS,
  REPEAT_MS_MAX,
  REPEATED_MAX,
  UNACKED_MAX,
  UNAVAILABLE_MS_MAX,
  type Undelivered,
} from "./channel_options.ts";
import { Credit } from "../bounds/credit.ts";
import { findStream, type IncomingStream } from "./incoming_stream.ts";
import { isAside, readAside } from "./read_messages.ts";
import { dropSuperseded, isLastWord } from "./superseded.ts";

/** Repeated at `dueAtMs` if not acknowledged by then, and again after `waitMs`. */
type Pending = { message: NumberedMessage; sentAtMs: number; dueAtMs: number; waitMs: number };

export class CallChannel {
  readonly #options: ChannelOptions;
  readonly #credit: Credit;
  /** The person here has placed or accepted the call. */
  #isOwn: boolean;
  #nextSeq = 1;
  #pending: Pending[] = [];
  #incoming = new Map<TabId, IncomingStream>();
  readonly #acked = new AckedTabs();
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
    this.#acked.bind(remoteTabId);
    this.#pending = this.#unacked();
  }

  /** Leaves nothing to be said but last words, which may come yet, a few times; and to nobody new. */
  end(nowMs: number): void {
    this.#endedAtMs ??= nowMs;
    this.#answerPauseMs = ANSWER_MS;
  }

  /** Numbers and transmits a message; `how`: whether it is all that its kind still has to say. It is refused when too many wait already, or earlier ones were refused. */
  send(message: CallMessage, nowMs: number, how = { isLatest: false }): ChannelOutput[] {
    const numbered = { ...message, ...this.#ends, seq: this.#nextSeq } as NumberedMessage;
    const latest = { message: numbered, sentAtMs: nowMs, dueAtMs: nowMs + REPEAT_MS, waitMs: REPEAT_MS * 2 };
    const pending = dropSuperseded(this.#pending, latest, how);
    if (this.#isBroken || pending.length > UNACKED_MAX) return [{ type: "refused", messages: [numbered] }];
    this.#pending = pending;
    this.#nextSeq++; // Only now: a number that never leaves would hold up all after it.
    if (message.type === "video-offer-response" && message.accepted) this.#take();
    const isRepeat = message.type === "hang-up"; // Who leaves may have no time to repeat it.
    if (!this.#isOwn && !this.#pay(latest.message, isRepeat)) return [];
    return [{ type: "transmit", message: latest.message, isRepeat }];
  }

  /** Takes a message of the remote peer: acknowledges it, and delivers it unless it came before or too early. */
  receive(message: SealedMessage, nowMs: number): ChannelOutput[] {
    if (message.id !== this.#options.remotePeerId) return []; // Whoever else knows the call's ID has no part in it.
    this.#credit.earn(encodeMessage(message).length);
    this.#unavailableSinceMs = null;
    if (isAside(message)) return this.#receiveAside(message, nowMs);
    if (!isNumbered(message)) return []; // Of a type that this page does not know: nobody waits for a word on it.
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

  /** Takes what has no number and no turn. */
  #receiveAside(sealed: SealedMessage, nowMs: number): ChannelOutput[] {
    const message = readAside(sealed);
    if (message?.type === "call-query") return this.#answerQuery(message.tabId, nowMs);
    if (message?.type !== "ack") return []; // What `no-call` means, `vigil.ts` says.
    if (message.ackedTabId === this.#options.tabId) this.#receiveAck(message.tabId, message.ack);
    return [];
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
      Object.assign(pending, { dueAtMs: nowMs, waitMs: REPEAT_MS });
    }
    return this.#repeat(this.#repeatable(), { isPaid: !this.#isOwn }, nowMs);
  }

  /** Repeats what waits, at the remote peer's expense: it has changed its transport, and may have lost something. */
  handleChange(nowMs: number): ChannelOutput[] {
    return this.#repeat(this.#repeatable(), { isPaid: true }, nowMs);
  }

  /**
   * Takes the relay's word on an offer: that nobody is connected under the remote ID, at which the call is refused when
   * it lasts; or that it cannot be told for now, or was one too many, at which it keeps trying, the latter no faster. It
   * means nothing to a call that a tab has.
   */
  handleUndelivered(why: Undelivered, nowMs: number): ChannelOutput[] {
    if (this.#acked.boundTabId !== null) return [];
    // Tabs that had something have gone with it, and another may come in their place.
    if (why === "peer-unavailable" && this.#endedAtMs === null) this.#acked.clear();
    if (this.unackedCount === 0) return [];
    this.#unavailableSinceMs = why === "peer-unavailable" ? this.#unavailableSinceMs ?? nowMs : null;
    if (why === "rate-limited") return [];
    const sinceMs = this.#unavailableSinceMs;
    if (sinceMs === null || this.#options.isPatient || nowMs - sinceMs < UNAVAILABLE_MS_MAX) {
      this.#repeatSoon(nowMs);
      return [];
    }
    const messages = this.#pending.map(({ message }) => message).filter(({ seq }) => seq > this.#acked.reached);
    this.#pending = [];
    this.#isBroken = true;
    return [{ type: "refused", messages }];
  }

  /** Repeats what has waited long enough, and acknowledges what is owed. Call it a little oftener than `REPEAT_MS`. */
  tick(nowMs: number): ChannelOutput[] {
    const acks = [...this.#incoming].flatMap(([tabId, incoming]) => this.#acknowledge(tabId, incoming, nowMs));
    const due = this.#repeatable().filter(({ dueAtMs }) => nowMs >= dueAtMs);
    return [...acks, ...this.#repeat(due, { isPaid: !this.#isOwn }, nowMs)];
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
    return this.#acked.boundTabId === null ? said : said.slice(0, REPEATED_MAX);
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
    if (this.#acked.take(tabId, ack)) this.#answerPauseMs = ANSWER_MS;
    // Until one is bound they are kept: the tab that gets the call may not be the one that has them.
    if (this.#acked.boundTabId !== null) this.#pending = this.#unacked();
  }

  /** What nobody has acknowledged and is still worth saying. */
  #unsaid(): Pending[] {
    const unacked = this.#unacked();
    return this.#endedAtMs === null ? unacked : unacked.filter(({ message }) => isLastWord(message));
  }

  #unacked(): Pending[] {
    return this.#pending.filter(({ message }) => message.seq > this.#acked.upTo);
  }

  #acknowledge(ackedTabId: TabId, incoming: IncomingStream, nowMs: number): ChannelOutput[] {
    if (!incoming.isAckDue(nowMs)) return [];
    if (this.#endedAtMs !== null && nowMs - this.#endedAtMs > ENDED_ACK_MS) return [];
    const message: PeerMessage = { type: "ack", ...this.#ends, ackedTabId, ack: incoming.deliveredSeq };
    if (!this.#pay(message, false)) return [];
    incoming.handleAcked(nowMs);
    return [{ type: "transmit", message, isRepeat: false }];
  }

  /**
   * Says whether this tab has the call, or what its last words were. At once, whatever was acknowledged when: the other
   * end waits for it, and a hidden tab has no other moment than this.
   */
  #answerQuery(tabId: TabId, nowMs: number): ChannelOutput[] {
    const incoming = findStream(this.#incoming, tabId);
    const isTheirs = this.#acked.boundTabId === null || this.#acked.boundTabId === tabId;
    if (this.#endedAtMs === null && isTheirs) {
      return this.#tell({ type: "ack", ...this.#ends, ackedTabId: tabId, ack: incoming?.deliveredSeq ?? 0 });
    }
    return this.unackedCount > 0 ? this.#answer(nowMs) : this.#tell({ type: "no-call", ...this.#ends });
  }

  /** Asks the tab that has the call whether it still has it. */
  ask(askedTabId: TabId): ChannelOutput[] {
    const message: PeerMessage = { type: "call-query", ...this.#ends, askedTabId };
    return this.#isOwn ? [{ type: "tell", message }] : this.#tell(message);
  }

  get #ends(): Pick<PeerMessage, "id" | "clientId" | "callId" | "tabId"> {
    const { callId, tabId, localPeerId, remotePeerId } = this.#options;
    return { id: localPeerId, clientId: remotePeerId, callId, tabId };
  }

  #tell(message: PeerMessage): ChannelOutput[] {
    return this.#credit.take(encodeMessage(message).length, 1) ? [{ type: "tell", message }] : [];
  }
}
