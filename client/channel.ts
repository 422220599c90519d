/**
 * The reliable channel of one call: numbers what this page sends, repeats it until it is acknowledged, and hands on
 * what it receives once and in order. The relay may lose, the network may repeat; the person must see neither.
 *
 * It does no input or output of its own: each method takes the time and returns what to do. One channel sends one
 * numbered stream to all tabs of the remote peer; each of those tabs has a stream of its own coming back. Until the
 * call is bound to one tab, an acknowledgement from any will do, and the stream is repeated all the same, for a tab that
 * opens or is loaded again while it rings; afterwards only that tab's counts.
 *
 * Each send is delivered, or refused, or ends unsettled with the call. Refusing for want of a peer is for a call that
 * nobody has yet: a bound one waits for its tab to come back, however long, because its media may well be flowing.
 */

import type { CallId, ErrorCode, PeerId, PeerMessage, TabId } from "../signaling/protocol.ts";
import type { CallMessage } from "./call.ts";

/** First wait for an acknowledgement before a message is repeated, in milliseconds; doubles up to the MAX. */
export const REPEAT_MS = 1_000;
export const REPEAT_MS_MAX = 8_000;
/** The MAX while the call is bound to no tab: a fresh one must not wait long to hear of it. */
export const UNBOUND_REPEAT_MS_MAX = 3_000;
/** A repeat of the remote peer is answered by repeating what has waited this long, in milliseconds. */
export const ANSWER_MS = 200;
/** Messages that may wait for an acknowledgement; one more is refused. */
export const UNACKED_MAX = 512;
/** Messages that may wait for an earlier one, for each remote tab; a later one is dropped and will be repeated. */
export const EARLY_MAX = 64;
/** Remote tabs heard in one call. */
export const TABS_MAX = 16;
/** How long an unbound call tries an ID where nobody is connected, in milliseconds. */
export const UNAVAILABLE_MS_MAX = 4_000;

/** The relay's word on a message that nobody took (PROTOCOL.md, "Errors"). */
export type Undelivered = Extract<ErrorCode, "peer-unavailable" | "unavailable">;
export type NumberedMessage = Exclude<PeerMessage, { type: "ack" }>;

export type ChannelOutput =
  | { type: "transmit"; message: PeerMessage }
  | { type: "deliver"; message: NumberedMessage }
  /** Nobody has been connected under the remote ID for a while; what is sent waits for their return. */
  | { type: "away" }
  /** Not to be tried again: nobody has been connected under the remote ID for too long, or too many wait already. */
  | { type: "refused"; messages: NumberedMessage[] };

/** Repeated at `dueAtMs` if not acknowledged by then, and again after `waitMs`. */
type Pending = { readonly message: NumberedMessage; sentAtMs: number; dueAtMs: number; waitMs: number };
type Incoming = { deliveredSeq: number; readonly early: Map<number, NumberedMessage> };
type Ends = {
  readonly callId: CallId;
  readonly tabId: TabId;
  readonly localPeerId: PeerId;
  readonly remotePeerId: PeerId;
  /** Keeps trying while nobody is connected under the remote ID, instead of refusing. */
  readonly isPatient?: boolean;
};

export class CallChannel {
  readonly #ends: Ends;
  #nextSeq = 1;
  #pending: Pending[] = [];
  #incoming = new Map<TabId, Incoming>();
  /** Up to where each remote tab has this stream; only the bound tab once there is one. */
  #acked = new Map<TabId, number>();
  #boundTabId: TabId | null = null;
  #unavailableSinceMs: number | null = null;
  /** The call is over: nobody new needs to hear of it. */
  #isOver = false;
  /** Messages were given up, so that the stream has a hole which nothing later could pass. */
  #isBroken = false;

  constructor(ends: Ends) {
    this.#ends = ends;
  }

  /** Messages that are not acknowledged yet. */
  get unackedCount(): number {
    return this.#unacked().length;
  }

  /** Restricts the channel to one of the remote peer's tabs: the one that has the call. */
  bind(remoteTabId: TabId): void {
    this.#boundTabId = remoteTabId;
    this.#acked = new Map([[remoteTabId, this.#acked.get(remoteTabId) ?? 0]]);
    this.#forgetAcked();
  }

  /** Stops telling fresh tabs; what nobody has acknowledged is repeated on. */
  end(): void {
    this.#isOver = true;
  }

  /** Numbers and transmits a message. It is refused when too many wait already, or earlier ones were refused. */
  send(message: CallMessage, nowMs: number): ChannelOutput[] {
    const { callId, tabId, localPeerId, remotePeerId } = this.#ends;
    const envelope = { id: localPeerId, clientId: remotePeerId, callId, tabId, seq: this.#nextSeq };
    const numbered = { ...message, ...envelope } as NumberedMessage;
    if (this.#isBroken || this.#pending.length >= UNACKED_MAX) return [{ type: "refused", messages: [numbered] }];
    this.#nextSeq++; // Only now: a number that never leaves would hold up all after it.
    this.#pending.push({ message: numbered, sentAtMs: nowMs, dueAtMs: nowMs + REPEAT_MS, waitMs: REPEAT_MS * 2 });
    return [{ type: "transmit", message: numbered }];
  }

  /** Takes a message of the remote peer: acknowledges it, and delivers it unless it came before or too early. */
  receive(message: PeerMessage, nowMs: number): ChannelOutput[] {
    if (message.id !== this.#ends.remotePeerId) return []; // Whoever else knows the call's ID has no part in it.
    this.#unavailableSinceMs = null;
    if (message.type === "ack") {
      if (message.ackedTabId === this.#ends.tabId) this.#receiveAck(message.tabId, message.ack);
      return [];
    }

    const incoming = this.#incomingFrom(message.tabId);
    if (incoming === null) return [];
    const outputs: ChannelOutput[] = [];
    const isRepeated = message.seq <= incoming.deliveredSeq;
    const isNext = message.seq === incoming.deliveredSeq + 1;
    if (isNext || (message.seq > incoming.deliveredSeq && incoming.early.size < EARLY_MAX)) {
      incoming.early.set(message.seq, message);
    }
    for (let next = this.#takeNext(incoming); next !== undefined; next = this.#takeNext(incoming)) {
      outputs.push({ type: "deliver", message: next });
    }
    outputs.push({ type: "transmit", message: this.#ack(message.tabId, incoming.deliveredSeq) });
    // Whoever repeats has missed an acknowledgement, and so may have missed more: perhaps it is on a new transport.
    if (isRepeated) outputs.push(...this.#repeat(({ sentAtMs }) => nowMs - sentAtMs >= ANSWER_MS, nowMs));
    return outputs;
  }

  /** Repeats everything that waits: the transport is a new one and may have lost what the old one took. */
  handleReconnect(nowMs: number): ChannelOutput[] {
    this.#unavailableSinceMs = null; // The old transport's word; the remote peer may be coming back just as this end is.
    for (const pending of this.#pending) Object.assign(pending, { dueAtMs: nowMs, waitMs: REPEAT_MS });
    return this.tick(nowMs);
  }

  /**
   * Takes the relay's word that nobody is connected under the remote ID, at which an unbound call refuses when it lasts;
   * or that it cannot be told for now, at which every call keeps trying.
   */
  handleUndelivered(why: Undelivered, nowMs: number): ChannelOutput[] {
    if (this.unackedCount === 0) return []; // Only an acknowledgement found nobody; nobody waits for its fate.
    this.#unavailableSinceMs = why === "unavailable" ? null : this.#unavailableSinceMs ?? nowMs;
    if (
      this.#unavailableSinceMs === null || this.#ends.isPatient || nowMs - this.#unavailableSinceMs < UNAVAILABLE_MS_MAX
    ) {
      for (const pending of this.#pending) {
        pending.dueAtMs = Math.min(pending.dueAtMs, nowMs + REPEAT_MS);
        pending.waitMs = REPEAT_MS;
      }
      return [];
    }
    if (this.#boundTabId !== null) return [{ type: "away" }];
    const messages = this.#unacked().map(({ message }) => message);
    this.#pending = [];
    this.#isBroken = true;
    return [{ type: "refused", messages }];
  }

  /** Repeats what has waited long enough. Call it about as often as `REPEAT_MS`. */
  tick(nowMs: number): ChannelOutput[] {
    return this.#repeat(({ dueAtMs }) => nowMs >= dueAtMs, nowMs);
  }

  #repeat(isDue: (pending: Pending) => boolean, nowMs: number): ChannelOutput[] {
    const isBound = this.#boundTabId !== null;
    const candidates = isBound || this.#isOver ? this.#unacked() : this.#pending;
    return candidates.filter(isDue).map((pending) => {
      pending.sentAtMs = nowMs;
      pending.dueAtMs = nowMs + pending.waitMs;
      pending.waitMs = Math.min(pending.waitMs * 2, isBound ? REPEAT_MS_MAX : UNBOUND_REPEAT_MS_MAX);
      return { type: "transmit", message: pending.message };
    });
  }

  #receiveAck(tabId: TabId, ack: number): void {
    if (ack >= this.#nextSeq) return; // An acknowledgement of what was never sent proves nothing.
    const isHeard = this.#acked.has(tabId) || (this.#boundTabId === null && this.#acked.size < TABS_MAX);
    if (!isHeard) return;
    this.#acked.set(tabId, Math.max(ack, this.#acked.get(tabId) ?? 0));
    this.#forgetAcked();
  }

  /** Until one tab is bound, acknowledged messages are kept: the tab that gets the call may not be the one that has them. */
  #forgetAcked(): void {
    if (this.#boundTabId !== null) this.#pending = this.#unacked();
  }

  #unacked(): Pending[] {
    const acked = Math.max(0, ...this.#acked.values());
    return this.#pending.filter(({ message }) => message.seq > acked);
  }

  #incomingFrom(tabId: TabId): Incoming | null {
    const known = this.#incoming.get(tabId);
    if (known !== undefined) return known;
    if (this.#incoming.size >= TABS_MAX) return null;
    const incoming: Incoming = { deliveredSeq: 0, early: new Map() };
    this.#incoming.set(tabId, incoming);
    return incoming;
  }

  #takeNext(incoming: Incoming): NumberedMessage | undefined {
    const seq = incoming.deliveredSeq + 1;
    const message = incoming.early.get(seq);
    if (message === undefined) return undefined;
    incoming.early.delete(seq);
    incoming.deliveredSeq = seq;
    return message;
  }

  #ack(ackedTabId: TabId, ack: number): PeerMessage {
    const { callId, tabId, localPeerId, remotePeerId } = this.#ends;
    return { type: "ack", id: localPeerId, clientId: remotePeerId, callId, tabId, ackedTabId, ack };
  }
}
