/**
 * One connection to one Redis master, for as long as the bus lives: it is opened again for ever, with full jitter.
 *
 *   down ──connected──► resubscribing ──all told, canary heard──► up
 *     ▲                      │                                     │
 *     └── ended, or no canary for 2 s ─────────────────────────────┘
 *
 * Channels that are wanted are compared with those that Redis was told of, and the difference goes out in pipelined
 * batches together with what is to be published; while one batch is under way the next gathers, so that a burst costs
 * few round trips and a single message waits for nothing. The canary is a message of its own that goes through Redis
 * and back: a subscription that is silently broken is found by nothing else. Used by `redis_bus.ts`.
 */

import type { Redis } from "ioredis";
import type { Receipt } from "./bus.ts";
import { RedisChannels } from "./redis_channels.ts";

/** How often the canary is sent, in milliseconds. */
const CANARY_MS = 500;
/** A connection over which no canary has come for this long is broken, in milliseconds. */
export const SILENCE_MS_MAX = 2_000;
/** Longest wait before the next try, in milliseconds; instances are few, so that they need not spread wide. */
const RETRY_MS_MAX = 1_000;
/** For so long after a return nobody is said to be absent: others may still be on their way back. In milliseconds. */
const SETTLE_MS = 3_000;
/** Channels that are told, and texts that are published, in one batch. */
const BATCH_MAX = 1_000;
/** UTF-16 units of publications that may wait, those under way included. */
const WAITING_LENGTH_MAX = 16 * 1024 * 1024;

interface Publication {
  readonly channel: string;
  readonly frame: string;
  readonly settle: (receipt: Receipt) => void;
}

export interface RedisLinkOptions {
  readonly open: () => Redis;
  /** Whether it is a Cluster's node, whose channels are sharded (SSUBSCRIBE, SPUBLISH). */
  readonly isSharded: boolean;
  /** A channel that nobody else uses; on a Cluster one of the node's own slots. */
  readonly canary: string;
  readonly receive: (channel: string, frame: string) => void;
  /** Called when the link comes up, and when it goes down with what is known of the reason. */
  readonly onChange: (state: "up" | "down", reason: string) => void;
  /** Called when the node says that a channel is another's. */
  readonly onMoved: () => void;
}

export class RedisLink {
  readonly #options: RedisLinkOptions;
  readonly #channels = new RedisChannels();
  #outbox: Publication[] = [];
  #underWay: Publication[] = [];
  #waitingLength = 0;
  #redis: Redis | null = null;
  #state: "down" | "resubscribing" | "up" | "closed" = "down";
  #isFlushing = false;
  /** When the batch that is under way was sent. */
  #flushedAtMs = 0;
  /** Whether this connection has been told of everything that was wanted when it came. */
  #isRestored = false;
  #hasBeenUp = false;
  #failures = 0;
  #lastError = "";
  /** What Redis knows this connection by, and which run of Redis that was: a restarted one counts anew. */
  #clientId: { readonly runId: string; readonly id: number } | null = null;
  #heardAtMs = 0;
  #watchedAtMs = 0;
  #settledAtMs = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #watchTimer: ReturnType<typeof setInterval>;

  constructor(options: RedisLinkOptions) {
    this.#options = options;
    this.#watchTimer = setInterval(() => this.#watch(), CANARY_MS);
    this.#open();
  }

  get isUp(): boolean {
    return this.#state === "up";
  }

  /** Number of channels that this connection has been told to subscribe, without the canary. */
  get toldCount(): number {
    return this.#channels.toldCount;
  }

  /** Wants `channel`; settles when Redis has it, or when the link is down. Nothing to wait for returns nothing. */
  subscribe(channel: string): void | Promise<void> {
    this.#channels.want(channel);
    if (this.#channels.isLive(channel)) return;
    this.#flush();
    return this.#state === "up" ? this.#channels.wait(channel) : undefined;
  }

  unsubscribe(channel: string): void {
    this.#channels.unwant(channel);
    this.#flush();
  }

  /** Tells Redis again of what is wanted and was refused, after a change of who has which channel. */
  reconsider(): void {
    this.#channels.reconsider();
    this.#flush();
  }

  publish(channel: string, frame: string): Receipt | Promise<Receipt> {
    if (this.#state !== "up" || this.#waitingLength + frame.length > WAITING_LENGTH_MAX) return "unavailable";
    this.#waitingLength += frame.length;
    const { promise, resolve: settle } = Promise.withResolvers<Receipt>();
    this.#outbox.push({ channel, frame, settle });
    this.#flush();
    return promise;
  }

  /** Counts the subscribers of each of `channels`, this instance included; null if it cannot be told now. */
  async count(channels: readonly string[]): Promise<number[] | null> {
    if (this.#redis === null || this.#state !== "up" || performance.now() < this.#settledAtMs) return null;
    try {
      const subcommand = this.#options.isSharded ? "SHARDNUMSUB" : "NUMSUB";
      const reply: unknown = await this.#redis.call("PUBSUB", subcommand, ...channels);
      if (!Array.isArray(reply) || reply.length !== channels.length * 2) return null;
      return channels.map((_, index) => Number(reply[index * 2 + 1]));
    } catch {
      return null; // The connection broke, or the answer is an error: there is none either way.
    }
  }

  close(): void {
    clearInterval(this.#watchTimer);
    clearTimeout(this.#retryTimer);
    this.#giveUp("closed");
  }

  // --- The connection ----------------------------------------------------------------------------------------------

  #open(): void {
    const redis = this.#options.open();
    this.#redis = redis;
    this.#heardAtMs = performance.now();
    const { isSharded, canary, receive, onMoved } = this.#options;
    redis.on("error", (error: Error) => this.#lastError = error.message);
    redis.on("ready", () => this.#handleReady(redis));
    redis.on("end", () => this.#handleLoss(redis, this.#lastError || "the connection was closed"));
    redis.on("moved", onMoved);
    redis.on(isSharded ? "smessage" : "message", (channel: string, frame: string) => {
      if (redis !== this.#redis) return; // The last words of a connection that is given up.
      if (channel === canary) this.#handleCanary();
      else receive(channel, frame);
    });
  }

  #handleReady(redis: Redis): void {
    if (redis !== this.#redis) return;
    this.#state = "resubscribing";
    this.#heardAtMs = performance.now();
    this.#channels.reconsider();
    const { isSharded, canary } = this.#options;
    const subscribed = isSharded ? redis.ssubscribe(canary) : redis.subscribe(canary);
    subscribed.then(() => this.#sendCanary(redis), (error: Error) => this.#handleLoss(redis, error.message));
    void this.#endPredecessor(redis);
    this.#flush();
  }

  /** Ends the connection before this one, which may live on in Redis alone and would be counted as a receiver. */
  async #endPredecessor(redis: Redis): Promise<void> {
    const predecessor = this.#clientId;
    try {
      const [info, id] = await Promise.all([redis.info("server"), redis.call("CLIENT", "ID")]);
      const runId = /^run_id:(\w+)/m.exec(info)?.[1];
      this.#clientId = runId === undefined ? null : { runId, id: Number(id) };
      if (predecessor !== null && predecessor.runId === runId) await redis.call("CLIENT", "KILL", "ID", predecessor.id);
    } catch {
      this.#clientId = null; // Not allowed here: Redis finds out by itself (`tcp-keepalive`).
    }
  }

  #sendCanary(redis: Redis): void {
    const { isSharded, canary } = this.#options;
    const sent = isSharded ? redis.spublish(canary, "") : redis.publish(canary, "");
    sent.catch((error: Error) => this.#lastError = error.message); // What is missed is the canary itself.
  }

  #handleCanary(): void {
    this.#heardAtMs = performance.now();
    if (this.#state !== "resubscribing" || !this.#isRestored) return;
    // At the first start, too, others may be about to come; but then nobody has yet been told that they are here.
    if (this.#hasBeenUp) this.#settledAtMs = performance.now() + SETTLE_MS;
    this.#state = "up";
    this.#hasBeenUp = true;
    this.#failures = 0;
    this.#lastError = "";
    this.#options.onChange("up", "");
  }

  #watch(): void {
    const nowMs = performance.now();
    const gapMs = nowMs - this.#watchedAtMs;
    this.#watchedAtMs = nowMs;
    if (this.#redis === null) return;
    // Whatever held this timer up may have held the canary up as well.
    if (gapMs > CANARY_MS * 2) this.#heardAtMs = this.#flushedAtMs = nowMs;
    const isStuck = this.#isFlushing && nowMs - this.#flushedAtMs > SILENCE_MS_MAX + CANARY_MS;
    if (isStuck || nowMs - this.#heardAtMs > SILENCE_MS_MAX) return this.#handleLoss(this.#redis, "it does not answer");
    if (this.#state !== "down") this.#sendCanary(this.#redis);
  }

  #handleLoss(redis: Redis, reason: string): void {
    if (redis !== this.#redis) return;
    this.#giveUp("down");
    const delayMs = Math.random() * Math.min(RETRY_MS_MAX, 50 * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 10);
    this.#retryTimer = setTimeout(() => this.#open(), delayMs);
    this.#options.onChange("down", reason);
  }

  /** Lets go of the connection at once: one that is stuck would not close by itself. */
  #giveUp(state: "down" | "closed"): void {
    const redis = this.#redis;
    this.#redis = null;
    this.#state = state;
    this.#isFlushing = this.#isRestored = false;
    this.#channels.reset();
    for (const { settle } of [...this.#underWay, ...this.#outbox]) settle("unavailable");
    this.#underWay = [];
    this.#outbox = [];
    this.#waitingLength = 0;
    redis?.disconnect();
  }

  // --- What goes out -----------------------------------------------------------------------------------------------

  /** Sends batch after batch while there is something to send; one is under way at a time. */
  #flush(): void {
    const redis = this.#redis;
    const isOpen = this.#state === "resubscribing" || this.#state === "up";
    if (redis === null || !isOpen || this.#isFlushing) return;
    if (!this.#channels.hasDirty && !this.#isRestored) {
      this.#isRestored = true;
      this.#sendCanary(redis); // Behind all of it: when it is heard, the rest is done.
    }
    if (!this.#channels.hasDirty && this.#outbox.length === 0) return;
    this.#isFlushing = true;
    this.#flushedAtMs = performance.now();
    const flushOn = () => {
      if (redis !== this.#redis) return;
      this.#isFlushing = false;
      this.#flush();
    };
    this.#sendBatch(redis).then(flushOn, (error: Error) => this.#handleLoss(redis, error.message));
  }

  async #sendBatch(redis: Redis): Promise<void> {
    const { isSharded } = this.#options;
    const { added, removed } = this.#channels.takeBatch(BATCH_MAX);
    const publications = this.#underWay = this.#outbox.splice(0, BATCH_MAX);
    const pipeline = redis.pipeline();
    // Channels of several slots may not be in one SSUBSCRIBE.
    const groups = (channels: string[]) => isSharded ? channels.map((name) => [name]) : [channels].filter((g) => g[0]);
    const [addedGroups, removedGroups] = [groups(added), groups(removed)];
    for (const names of addedGroups) isSharded ? pipeline.ssubscribe(...names) : pipeline.subscribe(...names);
    for (const names of removedGroups) isSharded ? pipeline.sunsubscribe(...names) : pipeline.unsubscribe(...names);
    for (const { channel, frame } of publications) {
      isSharded ? pipeline.spublish(channel, frame) : pipeline.publish(channel, frame);
    }
    // Told in the same order, so that this is what Redis counts when it comes to the publications.
    const own = publications.map(({ channel }) => this.#channels.isTold(channel) ? 1 : 0);
    const results = await pipeline.exec() ?? [];
    if (redis !== this.#redis) return;

    for (const [index, names] of addedGroups.entries()) this.#handleSubscribed(names, results[index]?.[0] ?? null);
    if (redis !== this.#redis) return; // One was refused, and all was given up.
    const offset = addedGroups.length + removedGroups.length;
    const isSettled = performance.now() >= this.#settledAtMs;
    for (const [index, { frame, settle }] of publications.entries()) {
      const [error, reply] = results[offset + index] ?? [];
      if (error?.message.startsWith("MOVED")) this.#options.onMoved();
      const count = Number(reply) - (own[index] ?? 0);
      this.#waitingLength -= frame.length;
      settle(error === null && (count > 0 || isSettled) ? Math.max(0, count) : "unavailable");
    }
    this.#underWay = [];
  }

  #handleSubscribed(names: readonly string[], error: Error | null): void {
    for (const name of names) this.#channels.settle(name, error === null ? "live" : "lost");
    if (error === null) return;
    this.#lastError = error.message;
    if (error.message.startsWith("MOVED")) this.#options.onMoved();
    else if (this.#redis !== null) this.#handleLoss(this.#redis, error.message);
  }
}
