/**
 * What one end says because of what a peer tells it. An end lives through the same schedule three times, at the same
 * times: with all of the peer's messages, with its acknowledgements alone, and with none. What it says more the first
 * time, the peer has caused; the rest it says of its own accord: what its person and its page send, and the repeats of
 * that. An end repeats the first of what waits, so that acknowledgements choose which of its own messages those are, and
 * let out the next ones sooner. That is counted by itself, as what they have hastened: it is to be no more
 * than they are themselves and what the end has sent, each message once again. The peer may be anybody, and do anything: any type and number, repeats, as any
 * tab, in several calls at once, before the call is accepted, while it is on, and after its end.
 */

import type { CallMessage } from "../../client/call/call.ts";
import { CallChannel } from "../../client/line/channel.ts";
import type { ChannelOutput } from "../../client/line/channel_options.ts";
import { Credit } from "../../client/bounds/credit.ts";
import {
  type CallId,
  type ConnectionId,
  encodeMessage,
  type PeerId,
  type PeerMessage,
  type TabId,
} from "../../signaling/protocol.ts";
import type { Random } from "./random.ts";

const LOCAL_ID = "0000-0000-0000-0000-0000" as PeerId;
const PEER_ID = "zzzz-zzzz-zzzz-zzzz-zzzz" as PeerId;
const LOCAL_TAB = "a-tab-of-one's-own" as TabId;
/** What each message of that end has besides, with a number as long as any. */
const ENVELOPE = { id: LOCAL_ID, clientId: PEER_ID, callId: "call0" as CallId, tabId: LOCAL_TAB, seq: 9_999 };
const CALLS = 3;
/** More tabs than an end listens to. */
const TABS = 20;

/** How much, in messages and in UTF-16 units. */
export type Amount = { messages: number; length: number };

type Step =
  | { type: "send"; call: number; message: CallMessage }
  | { type: "bind"; call: number; tabId: TabId }
  | { type: "end"; call: number }
  | { type: "reconnect" }
  | { type: "change"; call: number }
  | { type: "undelivered"; call: number }
  | { type: "pass"; ms: number }
  | { type: "hear"; message: PeerMessage; call: number; times: number };

/** One end, with all its calls with the peer. */
class End {
  readonly said: Amount = { messages: 0, length: 0 };
  readonly heard: Amount = { messages: 0, length: 0 };
  /** Calls that a person has placed or accepted. */
  readonly taken = new Set<number>();
  readonly #credit = new Credit();
  readonly #channels: CallChannel[] = [];
  #nowMs = 0;

  constructor(outgoing: readonly boolean[]) {
    for (const [call, isOutgoing] of outgoing.entries()) {
      if (isOutgoing) this.taken.add(call);
      this.#channels.push(
        new CallChannel({
          ...{ callId: `call${call}` as CallId, tabId: LOCAL_TAB, localPeerId: LOCAL_ID, remotePeerId: PEER_ID },
          ...{ isPatient: true, credit: this.#credit, isAnswering: !isOutgoing },
        }),
      );
    }
  }

  run(step: Step): void {
    if (step.type === "pass") this.#nowMs += step.ms;
    const [nowMs, channels] = [this.#nowMs, this.#channels];
    if (step.type === "pass") return channels.forEach((one) => this.#take(one.tick(nowMs)));
    if (step.type === "reconnect") return channels.forEach((one) => this.#take(one.handleReconnect(nowMs)));
    const channel = channels[step.call];
    if (channel === undefined) throw new Error(`There is no call ${step.call}`);
    switch (step.type) {
      case "send":
        if (step.message.type === "video-offer-response" && step.message.accepted) this.taken.add(step.call);
        return this.#take(channel.send(step.message, nowMs));
      case "bind":
        return channel.bind(step.tabId);
      case "end":
        return channel.end(nowMs);
      case "change":
        return this.#take(channel.handleChange(nowMs));
      case "undelivered":
        return this.#take(channel.handleUndelivered("unavailable", nowMs));
      case "hear":
        return this.#hear(channel, step);
    }
  }

  #hear(channel: CallChannel, { message, times }: { message: PeerMessage; times: number }): void {
    const { length } = encodeMessage(message);
    for (let time = 0; time < times; time++) {
      this.heard.messages += 1;
      this.heard.length += length;
      this.#take(channel.receive(message, this.#nowMs));
    }
  }

  #take(outputs: readonly ChannelOutput[]): void {
    for (const output of outputs) {
      if (output.type !== "transmit" && output.type !== "tell") continue;
      this.said.messages += 1;
      this.said.length += encodeMessage(output.message).length;
    }
  }
}

export type Verdict = {
  /** What the peer has caused beyond what it has said itself, at the worst moment. */
  readonly excess: Amount;
  readonly heard: Amount;
  readonly caused: Amount;
  /** What acknowledgements alone have made it say more, beyond themselves and what it had sent, at the worst moment. */
  readonly hastened: Amount;
  /** Calls that a person had placed or accepted at that end. */
  readonly takenCount: number;
};

/** Has an end live through a schedule of `stepCount` steps, with the peer's messages and without. */
export function judge(random: Random, stepCount: number): Verdict {
  const schedule = new Schedule(random);
  const [told, acknowledged, untold] = [1, 2, 3].map(() => new End(schedule.outgoing)) as [End, End, End];
  const excess = { messages: -Infinity, length: -Infinity };
  const hastened = { messages: -Infinity, length: -Infinity };
  const [caused, sent] = [{ messages: 0, length: 0 }, { messages: 0, length: 0 }];
  for (let count = 0; count < stepCount; count++) {
    const step = schedule.next();
    told.run(step);
    if (step.type !== "hear" || step.message.type === "ack") acknowledged.run(step);
    if (step.type !== "hear") untold.run(step);
    if (step.type === "send") sent.messages += 1;
    if (step.type === "send") sent.length += encodeMessage({ ...ENVELOPE, ...step.message }).length;
    for (const key of ["messages", "length"] as const) {
      caused[key] = told.said[key] - acknowledged.said[key];
      excess[key] = Math.max(excess[key], caused[key] - told.heard[key]);
      const early = acknowledged.said[key] - untold.said[key];
      hastened[key] = Math.max(hastened[key], early - acknowledged.heard[key] - sent[key]);
    }
  }
  return { excess, heard: told.heard, caused, hastened, takenCount: told.taken.size };
}

const CONNECTION_IDS = ["first", "second", "third"] as ConnectionId[];
const CANDIDATE = { candidate: "candidate:1 1 udp 2122260223 192.0.2.1 54321 typ host", sdpMid: "0" };

/** Makes up what happens, and to what the end has said and got so far. */
class Schedule {
  readonly outgoing: readonly boolean[];
  readonly #random: Random;
  /** How an end stands in each call. */
  readonly #isTaken: boolean[];
  readonly #isOver: boolean[] = Array(CALLS).fill(false);
  readonly #sentCount: number[] = Array(CALLS).fill(0);
  readonly #heardCount: number[] = Array(CALLS).fill(0);
  /** What this schedule is fond of, so that runs differ: a share of the peer's messages that are repeats. */
  readonly #repeatShare: number;
  readonly #waiting: Step[] = [];

  constructor(random: Random) {
    this.#random = random;
    this.outgoing = Array.from({ length: CALLS }, () => random.chance(0.3));
    this.#isTaken = [...this.outgoing];
    this.#repeatShare = random.next();
  }

  next(): Step {
    const waiting = this.#waiting.pop();
    if (waiting !== undefined) return waiting;
    const random = this.#random;
    const call = random.between(0, CALLS - 1);
    const roll = random.next();
    if (roll < 0.45) return this.#hear(call);
    if (roll < 0.7) return { type: "pass", ms: random.pick([1, 20, 60, 110, 210, 500, 1_000, 3_000, 9_000]) };
    if (roll < 0.85) return this.#send(call);
    if (roll < 0.88) return { type: "reconnect" };
    if (roll < 0.91) return { type: "change", call };
    if (roll < 0.94) return { type: "undelivered", call };
    if (roll < 0.97) return { type: "bind", call, tabId: this.#tab() };
    return this.#isTaken[call] ? this.#end(call) : this.#accept(call);
  }

  #send(call: number): Step {
    const random = this.#random;
    if (this.#isOver[call]) return { type: "pass", ms: 500 };
    const body = this.#isTaken[call] ? this.#body() : { type: "ringing" } as const;
    // Now and then much waits: the peer acknowledges nothing.
    const times = this.#isTaken[call] && random.chance(0.05) ? random.between(50, 400) : 1;
    for (let time = 1; time < times; time++) this.#waiting.push({ type: "send", call, message: body });
    this.#sentCount[call] = (this.#sentCount[call] ?? 0) + times;
    return { type: "send", call, message: body };
  }

  #accept(call: number): Step {
    if (this.#isOver[call]) return { type: "pass", ms: 500 };
    this.#isTaken[call] = true;
    this.#sentCount[call] = (this.#sentCount[call] ?? 0) + 1;
    const description = { type: "answer", sdp: "v=0".padEnd(2_000, "-") } as const;
    const said = { description, candidates: [CANDIDATE], audio: true, video: true };
    return { type: "send", call, message: { type: "video-offer-response", accepted: true, ...said } };
  }

  #end(call: number): Step {
    if (this.#isOver[call]) return { type: "pass", ms: 500 };
    this.#isOver[call] = true;
    this.#waiting.push({ type: "end", call });
    return { type: "send", call, message: { type: "hang-up", reason: "ended" } };
  }

  #hear(call: number): Step {
    const random = this.#random;
    const times = random.chance(0.2) ? random.between(2, 60) : 1;
    const [tabId, peer] = [this.#tab(), { id: PEER_ID, clientId: LOCAL_ID, callId: `call${call}` as CallId }];
    if (random.chance(0.2)) {
      const ack = random.between(0, (this.#sentCount[call] ?? 0) + 1);
      return { type: "hear", call, times, message: { type: "ack", ...peer, tabId, ackedTabId: LOCAL_TAB, ack } };
    }
    if (random.chance(0.2)) {
      const askedTabId = random.chance(0.5) ? LOCAL_TAB : tabId;
      return { type: "hear", call, times, message: { type: "call-query", ...peer, tabId, askedTabId } };
    }
    const heard = this.#heardCount[call] ?? 0;
    const seq = random.chance(this.#repeatShare)
      ? random.between(1, Math.max(1, heard))
      : random.between(heard + 1, heard + random.pick([1, 1, 1, 5, 100]));
    if (seq === heard + 1) this.#heardCount[call] = seq;
    const after = random.chance(0.1) ? { after: random.between(0, seq - 1) } : {};
    const message = { ...this.#body(), ...peer, tabId, seq, ...after } as PeerMessage;
    return { type: "hear", call, times, message };
  }

  /** Mostly the same one, whose stream goes on. */
  #tab(): TabId {
    return `tab${this.#random.chance(0.8) ? 0 : this.#random.between(0, TABS)}` as TabId;
  }

  #body(): CallMessage {
    const random = this.#random;
    const connectionId = random.pick(CONNECTION_IDS);
    const sdp = "v=0".padEnd(random.pick([3, 300, 3_000]), "-");
    return random.pick<CallMessage>([
      { type: "ringing" },
      { type: "media-state" },
      { type: "feature", feature: random.pick(["chat", "streams"]), body: sdp },
      { type: "reaction" } as never, // A page of another day knows it.
      { type: "ice-candidate", candidates: [CANDIDATE], connectionId },
      { type: "description", description: { type: random.pick(["offer", "answer"]), sdp }, connectionId },
      { type: "call-claimed", claimedBy: `tab${random.between(0, 3)}` as TabId },
    ]);
  }
}
