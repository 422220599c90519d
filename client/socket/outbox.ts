/**
 * What this page says to peers through the server, no faster than the server allows: going over its limits costs the
 * socket, and then nobody is reached. What does not fit waits, in this order: last words and acceptances, everything
 * else, and acknowledgements, which leave half of what may be said at once to the rest. Peers take turns and each has a
 * share, so that one who keeps this page talking uses up nobody else's. It knows no call; the channels repeat what is
 * dropped here.
 *
 *   burst   ½ what is said, ¼ the share of one peer of that · ¼ what is urgent · ¼ pings, pongs and requests
 */

import type { NoteMessage } from "../../signaling/protocol/note_messages.ts";
import { encodeMessage, type MessageLimits, type PeerId, type PeerMessage } from "../../signaling/protocol.ts";
import { type Rate, TokenBucket } from "../../signaling/protocol/token_bucket.ts";

/** How often what waits is tried again, in milliseconds. */
export const RETRY_MS = 100;
/** Messages of a kind to one peer that may wait, and peers that are waited for. */
export const WAITING_MAX = 64;
const PEERS_MAX = 64;

/** What may be said but urgent words, of what the server allows. */
const ORDINARY_PART = 1 / 2;
/** Before there are limits nothing is counted. */
const NOTHING: Rate = { capacity: 0, perMs: 0 };

const KINDS = ["urgent", "ordinary", "ack"] as const;
type Kind = typeof KINDS[number];

/** What a page says to others. */
export type Said = PeerMessage | NoteMessage;

export type OutboxOptions = {
  /** A clock that nobody sets. */
  readonly now: () => number;
  /** Sends now; false when no socket is registered. */
  readonly send: (message: Said) => boolean;
};

type Waiting = { readonly message: Said; readonly cost: number };
/** What waits for one peer, and what may be said to it. */
type Queue = { readonly share: TokenBucket; readonly waiting: Readonly<Record<Kind, Map<string, Waiting>>> };

export class Outbox {
  readonly #options: OutboxOptions;
  #limits: MessageLimits | null = null;
  #ordinary = new TokenBucket(NOTHING, 0);
  #urgent = new TokenBucket(NOTHING, 0);
  /** By peer; whose turn comes next is first. */
  readonly #queues = new Map<PeerId, Queue>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Takes the limits of a fresh socket, undefined for none; nothing has been said on it yet. */
  configure(limits: MessageLimits | undefined): void {
    this.#limits = limits ?? null;
    this.#ordinary = this.#createBucket(ORDINARY_PART);
    this.#urgent = this.#createBucket(1 / 4);
    for (const [peerId, { waiting }] of this.#queues) this.#queues.set(peerId, this.#createQueue(waiting));
  }

  /** Sends now or, if too much has been said, in its turn. A message that waits already waits once. */
  send(message: Said): void {
    if (this.#limits === null) return void this.#options.send(message);
    const kind = kindOf(message);
    const queue = this.#findQueue(message.clientId);
    const cost = 1 + Math.floor(encodeMessage(message).length / this.#limits.messageLengthUnit);
    const isFirst = kind === "ack" ? this.#timer === undefined : queue.waiting[kind].size === 0;
    if (isFirst && this.#take(kind, cost, queue.share)) return void this.#options.send(message);
    const [waiting, key] = [queue.waiting[kind], keyOf(message)];
    if (waiting.size >= WAITING_MAX && !waiting.has(key)) return;
    waiting.set(key, { message, cost });
    this.#timer ??= setTimeout(() => this.#flush(), RETRY_MS);
  }

  #createBucket(part: number): TokenBucket {
    return new TokenBucket(this.#rate(part), this.#options.now());
  }

  #rate(part: number): Rate {
    const { messagesBurst = 0, messagesPerSecond = 0 } = this.#limits ?? {};
    return { capacity: messagesBurst * part, perMs: messagesPerSecond * part / 1_000 };
  }

  #createQueue(waiting: Queue["waiting"]): Queue {
    return { share: this.#createBucket(1 / 4), waiting };
  }

  #findQueue(peerId: PeerId): Queue {
    const known = this.#queues.get(peerId);
    if (known !== undefined) return known;
    if (this.#queues.size >= PEERS_MAX) {
      // Rather one for whom nothing waits: it is only remembered for what has been said to it.
      const [spare] = [...this.#queues].find(([, queue]) => isEmpty(queue)) ?? [...this.#queues.keys()];
      if (spare !== undefined) this.#queues.delete(spare);
    }
    const queue = this.#createQueue({ urgent: new Map(), ordinary: new Map(), ack: new Map() });
    this.#queues.set(peerId, queue);
    return queue;
  }

  #flush(): void {
    this.#timer = undefined;
    for (const kind of KINDS) if (!this.#flushKind(kind)) return;
    if ([...this.#queues.values()].every(isEmpty)) return;
    this.#timer = setTimeout(() => this.#flush(), RETRY_MS);
  }

  /** Sends one message of a kind to each peer, round and round, until none may be sent; false if there is no socket. */
  #flushKind(kind: Kind): boolean {
    for (let hasSent = true; hasSent;) {
      hasSent = false;
      for (const [peerId, queue] of [...this.#queues]) {
        const [next] = queue.waiting[kind];
        if (next === undefined || !this.#take(kind, next[1].cost, queue.share)) continue;
        queue.waiting[kind].delete(next[0]);
        this.#queues.delete(peerId); // To the end of the line.
        this.#queues.set(peerId, queue);
        if (!this.#options.send(next[1].message)) return this.#forgetAll();
        hasSent = true;
      }
    }
    return true;
  }

  #take(kind: Kind, cost: number, share: TokenBucket): boolean {
    const nowMs = this.#options.now();
    if (kind === "urgent" && this.#urgent.take(nowMs, cost) === 0) return true;
    const spare = kind === "ack" ? this.#rate(ORDINARY_PART).capacity / 2 : 0;
    if (this.#ordinary.wait(nowMs, cost + spare) > 0 || share.take(nowMs, cost) > 0) return false;
    return this.#ordinary.take(nowMs, cost) === 0;
  }

  /** The channels say all of it again on the next socket. */
  #forgetAll(): false {
    this.#queues.clear();
    return false;
  }
}

function isEmpty({ waiting }: Queue): boolean {
  return KINDS.every((kind) => waiting[kind].size === 0);
}

function kindOf(message: Said): Kind {
  if (message.type === "ack") return "ack";
  return message.type === "hang-up" || (message.type === "video-offer-response" && message.accepted)
    ? "urgent"
    : "ordinary";
}

/** A repeat takes the place of what it repeats, and what has no number that of the one before. */
function keyOf(message: Said): string {
  const { callId, type } = message;
  if (type === "ack") return `${callId} ack ${message.ackedTabId}`;
  return `${callId} ${"seq" in message ? message.seq : type}`;
}
