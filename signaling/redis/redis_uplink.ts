/**
 * One connection to one Redis master, for as long as the bus lives: it reopens for ever, with full jitter.
 *
 *   down ──connected──► greeting ──ready──► resubscribing ──all told, canary heard──► up
 *     ▲                    │                     │                                     │
 *     └── ended, or nothing heard for 2 s ───────┴─────────────────────────────────────┘
 *
 * It compares the channels that are wanted with those that Redis was told of, and sends the difference in pipelined
 * batches together with what is to be published. While one batch is under way the next gathers, so that a burst costs
 * few round trips and a single message waits for nothing. The canary is a message of its own that goes through Redis
 * and back: nothing else finds a subscription that is silently broken. Used by `redis_bus.ts`.
 */

import type { Redis } from "ioredis";
import type { Receipt } from "../bus/bus.ts";
import { RedisChannels } from "./redis_channels.ts";
import * as commands from "./redis_commands.ts";
import type { RedisRuntime } from "./redis_connection.ts";
import { RedisOutbox } from "./redis_outbox.ts";

/** How often the canary is sent, in milliseconds. */
const CANARY_MS = 500;
/** A connection over which no canary has come for this long is broken, in milliseconds. */
export const SILENCE_MS_MAX = 2_000;
/** Longest wait before the next try, in milliseconds; instances are few, so that they need not spread wide. */
const RETRY_MS_MAX = 1_000;
/** For so long after a change nobody is said to be absent: others may still be on their way. In milliseconds. */
const SETTLE_MS = 3_000;
/** Channels that are told, and texts that are published, in one batch. */
const BATCH_MAX = 1_000;

export interface RedisUplinkOptions extends RedisRuntime {
  readonly open: () => Redis;
  /** Whether it is a Cluster's node, whose channels are sharded (SSUBSCRIBE, SPUBLISH). */
  readonly isSharded: boolean;
  /** A channel that nobody else uses; on a Cluster one of the node's own slots. */
  readonly canary: string;
  readonly receive: (channel: string, frame: string) => void;
  /** Called when the uplink comes up, and when it goes down with what is known of the reason. */
  readonly onChange: (state: "up" | "down", reason: string) => void;
  /** Called when the node says that a channel of ours, or the canary, is another's. */
  readonly onMoved: () => void;
}

export class RedisUplink {
  readonly #options: RedisUplinkOptions;
  readonly #channels = new RedisChannels();
  readonly #outbox = new RedisOutbox();
  #redis: Redis | null = null;
  #state: "down" | "greeting" | "resubscribing" | "up" | "closed" = "down";
  #canary: string;
  #isFlushing = false;
  /** When the batch that is under way was sent. */
  #flushedAtMs = 0;
  /** Whether this connection has been told of everything that was wanted when it came. */
  #isRestored = false;
  /** Whether Redis has dropped subscriptions of ours. */
  #hasLost = false;
  #failures = 0;
  #lastError = "";
  #clientId: commands.ClientId | null = null;
  #heardAtMs = 0;
  #watchedAtMs = 0;
  #settledAtMs = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #watchTimer: ReturnType<typeof setInterval>;

  constructor(options: RedisUplinkOptions) {
    this.#options = options;
    this.#canary = options.canary;
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

  /** Wants `channel`; settles when Redis has it, or when the uplink is down. Nothing to wait for returns nothing. */
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

  /** Tells Redis again of what is wanted and was refused or dropped, after a change of who has which channel. */
  reconsider(): void {
    if (this.#hasLost && this.#redis !== null) this.#channels.loseAllBut(commands.listSubscribed(this.#redis));
    this.#hasLost = false;
    this.#channels.reconsider();
    this.#flush();
  }

  /** Says of nobody for a while that they are absent, since their instances may not have told this Redis yet. */
  settle(): void {
    this.#settledAtMs = this.#options.now() + SETTLE_MS;
  }

  /** Listens to another canary from now on: the slot of the one before is another node's. */
  moveCanary(canary: string): void {
    this.#canary = canary;
    if (this.#redis !== null && this.#isOpen) this.#subscribeCanary(this.#redis);
  }

  publish(channel: string, frame: string): Receipt | Promise<Receipt> {
    if (this.#state !== "up") return "unavailable";
    const receipt = this.#outbox.add(channel, frame);
    this.#flush();
    return receipt;
  }

  /** Counts the subscribers of each of `channels`, this instance included; null if it cannot be told now. */
  async count(channels: readonly string[]): Promise<number[] | null> {
    if (this.#redis === null || this.#state !== "up" || this.#options.now() < this.#settledAtMs) return null;
    try {
      return await commands.countSubscribers(this.#redis, channels, this.#options.isSharded);
    } catch (error) {
      if (error instanceof Error && commands.isMoved(error)) this.#options.onMoved();
      return null; // Or the connection broke: there is no answer either way.
    }
  }

  close(): void {
    clearInterval(this.#watchTimer);
    clearTimeout(this.#retryTimer);
    this.#giveUp("closed");
  }

  // --- The connection ----------------------------------------------------------------------------------------------

  get #isOpen(): boolean {
    return this.#state === "resubscribing" || this.#state === "up";
  }

  #open(): void {
    const redis = this.#options.open();
    this.#redis = redis;
    redis.on("error", (error: Error) => this.#lastError = error.message);
    redis.on("connect", () => this.#handleConnected(redis));
    redis.on("ready", () => this.#handleReady(redis));
    redis.on("end", () => this.#handleLoss(redis, this.#lastError || "the connection was closed"));
    redis.on("moved", () => this.#handleMoved(redis));
    redis.on(this.#options.isSharded ? "smessage" : "message", (channel: string, frame: string) => {
      if (redis !== this.#redis) return; // The last words of a connection that is given up.
      if (channel === this.#canary) this.#handleCanary();
      else this.#options.receive(channel, frame);
    });
  }

  /** Only now silence counts: until then a Sentinel that does not answer may be what takes the time. */
  #handleConnected(redis: Redis): void {
    if (redis !== this.#redis) return;
    this.#state = "greeting";
    this.#heardAtMs = this.#options.now();
  }

  #handleReady(redis: Redis): void {
    if (redis !== this.#redis) return;
    this.#state = "resubscribing";
    this.#heardAtMs = this.#options.now();
    this.#channels.reconsider();
    this.#subscribeCanary(redis);
    void commands.endPredecessor(redis, this.#clientId).then((id) => this.#clientId = id);
    this.#flush();
  }

  /** Redis has refused or dropped subscriptions, because their slots are another's. */
  #handleMoved(redis: Redis): void {
    if (redis !== this.#redis) return;
    this.#hasLost = true;
    this.settle(); // Others have to tell it again as well, here or elsewhere.
    this.#options.onMoved();
  }

  #subscribeCanary(redis: Redis): void {
    const subscribed = this.#options.isSharded ? redis.ssubscribe(this.#canary) : redis.subscribe(this.#canary);
    subscribed.then(() => this.#sendCanary(redis), (error: Error) => this.#handleLoss(redis, error.message));
  }

  #sendCanary(redis: Redis): void {
    const sent = this.#options.isSharded ? redis.spublish(this.#canary, "") : redis.publish(this.#canary, "");
    sent.catch((error: Error) => {
      this.#lastError = error.message; // What is missed is the canary itself.
      if (commands.isMoved(error)) this.#handleMoved(redis);
    });
  }

  #handleCanary(): void {
    this.#heardAtMs = this.#options.now();
    if (this.#state !== "resubscribing" || !this.#isRestored) return;
    // Also at the first start: who has come up together with Redis, or with a new master, is ahead of the others.
    this.settle();
    this.#state = "up";
    this.#failures = 0;
    this.#lastError = "";
    this.#options.onChange("up", "");
  }

  #watch(): void {
    const nowMs = this.#options.now();
    const gapMs = nowMs - this.#watchedAtMs;
    this.#watchedAtMs = nowMs;
    if (this.#redis === null || this.#state === "down") return; // Connecting has limits of its own.
    // Whatever held this timer up may have held the canary up as well.
    if (gapMs > CANARY_MS * 2) this.#heardAtMs = this.#flushedAtMs = nowMs;
    const isStuck = this.#isFlushing && nowMs - this.#flushedAtMs > SILENCE_MS_MAX + CANARY_MS;
    if (isStuck || nowMs - this.#heardAtMs > SILENCE_MS_MAX) return this.#handleLoss(this.#redis, "it does not answer");
    if (this.#isOpen) this.#sendCanary(this.#redis);
  }

  #handleLoss(redis: Redis, reason: string): void {
    if (redis !== this.#redis) return;
    this.#giveUp("down");
    const delayMs = this.#options.random() * Math.min(RETRY_MS_MAX, 50 * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 10);
    this.#retryTimer = setTimeout(() => this.#open(), delayMs);
    this.#options.onChange("down", reason);
  }

  /** Lets go of the connection at once: one that is stuck would not close by itself. */
  #giveUp(state: "down" | "closed"): void {
    const redis = this.#redis;
    this.#redis = null;
    this.#state = state;
    this.#isFlushing = this.#isRestored = this.#hasLost = false;
    this.#channels.reset();
    this.#outbox.reset();
    redis?.disconnect();
  }

  // --- What goes out -----------------------------------------------------------------------------------------------

  /** Sends batch after batch while there is something to send; one is under way at a time. */
  #flush(): void {
    const redis = this.#redis;
    if (redis === null || !this.#isOpen || this.#isFlushing) return;
    if (!this.#channels.hasDirty) this.#noteRestored(redis);
    if (!this.#channels.hasDirty && this.#outbox.isEmpty) return;
    this.#isFlushing = true;
    this.#flushedAtMs = this.#options.now();
    const flushOn = (hadAll: boolean) => {
      if (redis !== this.#redis) return;
      this.#isFlushing = false;
      if (hadAll) this.#noteRestored(redis); // What has come since is younger, and may go on coming.
      this.#flush();
    };
    this.#sendBatch(redis).then(flushOn, (error: Error) => this.#handleLoss(redis, error.message));
  }

  #noteRestored(redis: Redis): void {
    if (this.#isRestored) return;
    this.#isRestored = true;
    this.#sendCanary(redis); // Behind all of it: when it is heard, the rest is done.
  }

  /** Sends what there is, up to a batch of it, and tells whether that was all; settles when Redis has answered. */
  async #sendBatch(redis: Redis): Promise<boolean> {
    const { added, removed } = this.#channels.takeBatch(BATCH_MAX);
    const hadAll = !this.#channels.hasDirty;
    const publications = this.#outbox.takeBatch(BATCH_MAX);
    // Told in the same order, so that this is what Redis counts when it comes to the publications.
    const own = publications.map(({ channel }) => this.#channels.isTold(channel) ? 1 : 0);
    const { isSharded, onMoved } = this.#options;
    const { subscribed, published } = await commands.sendPipeline(redis, { added, removed, publications }, isSharded);
    if (redis !== this.#redis) return false;

    for (const { names, error } of subscribed) this.#handleSubscribed(names, error);
    if (redis !== this.#redis) return false; // One was refused, and all was given up.
    const isSettled = this.#options.now() >= this.#settledAtMs;
    this.#outbox.settleBatch((index) => {
      const { error, reply } = published[index] ?? { error: null, reply: NaN };
      if (commands.isMoved(error)) onMoved();
      const count = Number(reply) - (own[index] ?? 0);
      const isKnown = error === null && Number.isSafeInteger(count);
      return isKnown && (count > 0 || isSettled) ? Math.max(0, count) : "unavailable";
    });
    return hadAll;
  }

  #handleSubscribed(names: readonly string[], error: Error | null): void {
    for (const name of names) this.#channels.settle(name, error === null ? "live" : "lost");
    if (error === null) return;
    this.#lastError = error.message;
    if (commands.isMoved(error)) this.#options.onMoved();
    else if (this.#redis !== null) this.#handleLoss(this.#redis, error.message);
  }
}
