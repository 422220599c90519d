/**
 * The reliable channel of one call: numbers what this page sends, repeats it until it is acknowledged, and hands on
 * what it receives once and in order. The relay may lose, the network may repeat; the person must see neither.
 *
 * It does no input or output of its own: each method takes the time and returns what to do. One channel sends one
 * numbered stream to all tabs of the remote peer; each of those tabs has a stream of its own coming back. Until the
 * call is bound to one tab, an acknowledgement from any will do; afterwards only that tab's counts.
 */

import type { CallId, PeerId, PeerMessage, TabId } from "../signaling/protocol.ts";
import type { CallMessage } from "./call.ts";

/** First wait for an acknowledgement before a message is repeated, in milliseconds; doubles up to the MAX. */
export const REPEAT_MS = 1_000;
export const REPEAT_MS_MAX = 8_000;
/** Messages that may wait for an acknowledgement; one more is refused. */
export const UNACKED_MAX = 512;
/** Messages that may wait for an earlier one, for each remote tab; a later one is dropped and will be repeated. */
export const EARLY_MAX = 64;
/** Remote tabs heard in one call. */
export const TABS_MAX = 16;
/** How long a message to an ID where nobody is connected is tried again, in milliseconds. */
export const UNAVAILABLE_MS_MAX = 4_000;

export type NumberedMessage = Exclude<PeerMessage, { type: "ack" }>;

export type ChannelOutput =
  | { type: "transmit"; message: PeerMessage }
  | { type: "deliver"; message: NumberedMessage }
  /** Nobody has been connected under the remote ID for too long; `messages` will not be tried again. */
  | { type: "refused"; messages: NumberedMessage[] };

type Pending = { readonly message: NumberedMessage; sentAtMs: number; waitMs: number };
type Incoming = { deliveredSeq: number; readonly early: Map<number, NumberedMessage> };
type Ends = { callId: CallId; tabId: TabId; localPeerId: PeerId; remotePeerId: PeerId };

export class CallChannel {
  readonly #ends: Ends;
  #nextSeq = 1;
  #pending: Pending[] = [];
  #incoming = new Map<TabId, Incoming>();
  #acked = new Map<TabId, number>();
  #boundTabId: TabId | null = null;
  #unavailableSinceMs: number | null = null;

  constructor(ends: Ends) {
    this.#ends = ends;
  }

  /** Messages that are not acknowledged yet. */
  get unackedCount(): number {
    return this.#pending.filter((pending) => !this.#isAcked(pending)).length;
  }

  /** Restricts the channel to one of the remote peer's tabs: the one that has the call. */
  bind(remoteTabId: TabId): void {
    this.#boundTabId = remoteTabId;
    this.#forgetAcked();
  }

  /** Numbers and transmits a message. With too many unacknowledged it is refused, which ends the call. */
  send(message: CallMessage, nowMs: number): ChannelOutput[] {
    const { callId, tabId, localPeerId, remotePeerId } = this.#ends;
    const envelope = { id: localPeerId, clientId: remotePeerId, callId, tabId, seq: this.#nextSeq++ };
    const numbered = { ...message, ...envelope } as NumberedMessage;
    if (this.#pending.length >= UNACKED_MAX) return [{ type: "refused", messages: [numbered] }];
    this.#pending.push({ message: numbered, sentAtMs: nowMs, waitMs: REPEAT_MS });
    return [{ type: "transmit", message: numbered }];
  }

  /** Takes a message of the remote peer: acknowledges it, and delivers it unless it came before or too early. */
  receive(message: PeerMessage): ChannelOutput[] {
    this.#unavailableSinceMs = null;
    if (message.type === "ack") {
      if (message.ackedTabId === this.#ends.tabId) this.#receiveAck(message.tabId, message.ack);
      return [];
    }

    const incoming = this.#incomingFrom(message.tabId);
    if (incoming === null) return [];
    const outputs: ChannelOutput[] = [];
    const isNext = message.seq === incoming.deliveredSeq + 1;
    if (isNext || (message.seq > incoming.deliveredSeq && incoming.early.size < EARLY_MAX)) {
      incoming.early.set(message.seq, message);
    }
    for (let next = this.#takeNext(incoming); next !== undefined; next = this.#takeNext(incoming)) {
      outputs.push({ type: "deliver", message: next });
    }
    return [...outputs, { type: "transmit", message: this.#ack(message.tabId, incoming.deliveredSeq) }];
  }

  /** Repeats everything that waits: the transport is a new one and may have lost what the old one took. */
  handleReconnect(nowMs: number): ChannelOutput[] {
    return this.#repeat(() => true, nowMs);
  }

  /** Takes the relay's word that nobody is connected under the remote ID; refuses when that has lasted too long. */
  handleUnavailable(nowMs: number): ChannelOutput[] {
    this.#unavailableSinceMs ??= nowMs;
    for (const pending of this.#pending) pending.waitMs = REPEAT_MS;
    if (nowMs - this.#unavailableSinceMs < UNAVAILABLE_MS_MAX) return [];
    const messages = this.#pending.filter((pending) => !this.#isAcked(pending)).map(({ message }) => message);
    this.#pending = [];
    return messages.length === 0 ? [] : [{ type: "refused", messages }];
  }

  /** Repeats what has waited long enough. Call it about as often as `REPEAT_MS`. */
  tick(nowMs: number): ChannelOutput[] {
    return this.#repeat(({ sentAtMs, waitMs }) => nowMs - sentAtMs >= waitMs, nowMs);
  }

  #repeat(isDue: (pending: Pending) => boolean, nowMs: number): ChannelOutput[] {
    const due = this.#pending.filter((pending) => !this.#isAcked(pending) && isDue(pending));
    return due.map((pending) => {
      pending.sentAtMs = nowMs;
      pending.waitMs = Math.min(pending.waitMs * 2, REPEAT_MS_MAX);
      return { type: "transmit", message: pending.message };
    });
  }

  #receiveAck(tabId: TabId, ack: number): void {
    if (ack >= this.#nextSeq) return; // An acknowledgement of what was never sent proves nothing.
    if (!this.#acked.has(tabId) && this.#acked.size >= TABS_MAX) return;
    this.#acked.set(tabId, Math.max(ack, this.#acked.get(tabId) ?? 0));
    this.#forgetAcked();
  }

  /** Until one tab is bound, acknowledged messages are kept: the tab that gets the call may not be the one that has them. */
  #forgetAcked(): void {
    if (this.#boundTabId !== null) this.#pending = this.#pending.filter((pending) => !this.#isAcked(pending));
  }

  #isAcked({ message }: Pending): boolean {
    const acked = this.#boundTabId === null
      ? Math.max(0, ...this.#acked.values())
      : this.#acked.get(this.#boundTabId) ?? 0;
    return message.seq <= acked;
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
