/**
 * Two peers' channels in one call and a network between them that an adversary runs: a caller's page, one or more tabs of
 * the callee, and every packet that is on its way. Time passes when told to. What each end sent, got and was refused is
 * on record.
 */

import { CallChannel } from "../../client/line/channel.ts";
import type { ChannelOptions, ChannelOutput, NumberedSealed } from "../../client/line/channel_options.ts";
import type { CallMessage } from "../../client/call/call.ts";
import type { CallId, ConnectionId, PeerId, PeerMessage, SealedMessage, TabId } from "../../signaling/protocol.ts";
import { parsePeerMessage } from "../../signaling/protocol/peer_messages.ts";

export const CALLER_ID = "0000-0000-0000-0000-0000" as PeerId;
export const CALLEE_ID = "zzzz-zzzz-zzzz-zzzz-zzzz" as PeerId;
export const CALL_ID = "call" as CallId;
export const CALLER_TAB = "caller" as TabId;

/** A message that can be told from all others: `label` is what it says. */
export function createLabelled(label: string): { type: "call-claimed"; claimedBy: TabId } {
  return { type: "call-claimed", claimedBy: label as TabId };
}

/** One that a later one of its kind makes useless. */
export function createOffer(label: string): CallMessage {
  return { type: "description", description: { type: "offer", sdp: "" }, connectionId: label as ConnectionId };
}

/** What a message made by one of these says. */
export function labelOf(sealed: SealedMessage): string {
  const message = parsePeerMessage(sealed);
  if (message?.type === "call-claimed") return message.claimedBy;
  return message?.type === "description" ? message.connectionId : sealed.type;
}

export function createChannel(
  localPeerId: PeerId,
  tabId: TabId,
  options: Pick<ChannelOptions, "isPatient" | "isAnswering" | "credit" | "copies"> = {},
): CallChannel {
  const remotePeerId = localPeerId === CALLER_ID ? CALLEE_ID : CALLER_ID;
  return new CallChannel({ callId: CALL_ID, tabId, localPeerId, remotePeerId, ...options });
}

export class ChannelEnd {
  readonly sent: string[] = [];
  readonly refused: string[] = [];
  /** Nobody was there for too long: the call ends, even if somebody who has gone had all of it. */
  isGivenUp = false;
  /** What it delivered, by the tab that sent it. */
  readonly delivered = new Map<TabId, string[]>();
  readonly channel: CallChannel;
  isOnline = true;

  constructor(readonly peerId: PeerId, readonly tabId: TabId) {
    this.channel = createChannel(peerId, tabId);
  }

  deliveredFrom(tabId: TabId): string[] {
    return this.delivered.get(tabId) ?? [];
  }
}

type Packet = { readonly to: ChannelEnd; readonly message: PeerMessage };

export class ChannelWorld {
  readonly caller = new ChannelEnd(CALLER_ID, CALLER_TAB);
  readonly tabs: readonly ChannelEnd[];
  nowMs = 0;
  #packets: Packet[] = [];

  /** The callee's tabs have the caller's tab from its offer; the caller learns whose the call is when it is accepted. */
  constructor(tabCount: number) {
    this.tabs = Array.from({ length: tabCount }, (_, index) => new ChannelEnd(CALLEE_ID, `tab${index}` as TabId));
    for (const tab of this.tabs) tab.channel.bind(CALLER_TAB);
  }

  get ends(): readonly ChannelEnd[] {
    return [this.caller, ...this.tabs];
  }

  send(end: ChannelEnd, create: (label: string) => CallMessage = createLabelled): void {
    const label = `${end.tabId}-${create.name}-${end.sent.length + 1}`;
    end.sent.push(label);
    this.#run(end, end.channel.send(create(label), this.nowMs));
  }

  /** Takes packet `index`, counted round and round, off the network or only copies it, and hands it over. */
  deliver(index: number, { keeps }: { keeps: boolean }): void {
    const packet = this.#packets.at(index % Math.max(1, this.#packets.length));
    if (packet === undefined) return;
    if (!keeps) this.#remove(packet);
    if (packet.to.isOnline) this.#run(packet.to, packet.to.channel.receive(packet.message, this.nowMs));
  }

  lose(index: number): void {
    const packet = this.#packets.at(index % Math.max(1, this.#packets.length));
    if (packet !== undefined) this.#remove(packet);
  }

  /** Takes an end's socket away, with all that was on its way to it. */
  disconnect(end: ChannelEnd): void {
    end.isOnline = false;
    this.#packets = this.#packets.filter(({ to }) => to !== end);
  }

  reconnect(end: ChannelEnd): void {
    end.isOnline = true;
    this.#run(end, end.channel.handleReconnect(this.nowMs));
  }

  pass(ms: number): void {
    this.nowMs += ms;
    for (const end of this.ends) this.#run(end, end.channel.tick(this.nowMs));
  }

  /** Brings everyone back and lets the network do its work until nothing is left to do; throws if that never comes. */
  heal(): void {
    for (const end of this.ends) this.reconnect(end);
    for (let turn = 0; turn < 20; turn += 1) {
      while (this.#packets.length > 0) this.deliver(0, { keeps: false });
      if (this.ends.every(({ channel }) => channel.unackedCount === 0)) return;
      this.pass(1_000);
    }
    throw new Error("Cannot come to rest: messages stay unacknowledged on a network that loses nothing");
  }

  #remove(packet: Packet): void {
    this.#packets.splice(this.#packets.indexOf(packet), 1);
  }

  #run(end: ChannelEnd, outputs: readonly ChannelOutput[]): void {
    for (const output of outputs) {
      if (output.type === "transmit") this.#transmit(end, output.message);
      else if (output.type === "deliver") this.#record(end, output.message);
      else if (output.type === "refused") {
        end.isGivenUp = true;
        end.refused.push(...output.messages.map(labelOf));
      }
    }
  }

  #record(end: ChannelEnd, message: NumberedSealed): void {
    end.delivered.set(message.tabId, [...end.deliveredFrom(message.tabId), labelOf(message)]);
  }

  /** As the relay does: to every tab of the remote peer that is connected; a caller hears if there is none. */
  #transmit(from: ChannelEnd, message: PeerMessage): void {
    if (!from.isOnline) return;
    const receivers = this.ends.filter((end) => end.isOnline && end.peerId === message.clientId);
    const isOffer = from === this.caller && "seq" in message && message.seq === 1; // It stands for one.
    if (receivers.length === 0 && isOffer) {
      this.#run(from, from.channel.handleUndelivered("peer-unavailable", this.nowMs));
    }
    this.#packets.push(...receivers.map((to) => ({ to, message })));
  }
}
