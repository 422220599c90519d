/**
 * The bus on Redis' publish and subscribe: one channel for each connected ID and presence topic, sharded on a Cluster.
 *
 *   vc:{k7mq-2vhd-9xtr-w4pz-0b5n}        each instance with a session of the ID subscribes to it
 *   vc:{topic:qTGyw0ZyKUmJpUOhF9bXrA}    each with a session under the topic; nothing is sent to it
 *   vc:{instances}                       every instance, so that one that stops knows whether it is alone
 *
 * Each text begins with its instance's tag, the sender's ID and the sender's origin. An instance drops its own texts
 * when they come back: its sessions have had them already. Nothing is stored, so Redis may be emptied, restarted or
 * replaced at any time. `redis_uplink.ts` keeps the connections. Whoever can publish there can speak as any ID, so
 * Redis must be the operator's own.
 */

import {
  type Bus,
  NO_ORIGIN,
  type Online,
  type Origin,
  ORIGIN_LENGTH,
  type Receipt,
  type Receive,
} from "../bus/bus.ts";
import { encodeBase64Url, type PeerId, type PresenceTopic } from "../protocol.ts";
import { RedisCluster } from "./redis_cluster.ts";
import { openRedis, type RedisRuntime } from "./redis_connection.ts";
import { RedisUplink } from "./redis_uplink.ts";
import calculateSlot from "cluster-key-slot";
import type { RedisAddress, RedisConfig } from "./redis_url.ts";

const PREFIX = "vc:{";
/** Each instance subscribes to it; nothing is sent to it. */
const INSTANCES_CHANNEL = `${PREFIX}instances}`;
const TAG_BYTES = 9;

/** Nothing is received on the channel of a topic. */
type Subscription = { readonly receive: Receive | null; uplink: RedisUplink | null };

/** Where a channel's uplink is found, for one server and for a Cluster. */
interface Uplinks {
  readonly uplinks: readonly RedisUplink[];
  readonly isUp: boolean;
  uplinkOf(channel: string): RedisUplink | null;
  close(): void;
}

function channelOf(peerId: PeerId): string {
  return `${PREFIX}${peerId}}`;
}

function topicChannelOf(topic: PresenceTopic): string {
  return `${PREFIX}topic:${topic}}`;
}

export interface RedisBusOptions extends RedisRuntime {
  /** Makes bytes that no other instance makes. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Called with a line for the operator when Redis goes away and when it is back. */
  readonly warn: (line: string) => void;
}

export class RedisBus implements Bus {
  readonly #options: RedisBusOptions;
  readonly #tag: string;
  /** By channel. */
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #uplinks: Uplinks;
  #isAway = false;

  constructor(config: RedisConfig, options: RedisBusOptions) {
    this.#options = options;
    this.#tag = encodeBase64Url(options.randomBytes(TAG_BYTES));
    this.#uplinks = config.kind === "cluster" ? this.#createCluster(config) : this.#createSingle(config);
    void this.#subscribe(INSTANCES_CHANNEL, null);
  }

  get isReady(): boolean {
    return this.#uplinks.isUp;
  }

  /** Number of channels that Redis has been told of, without the one of all instances. */
  get channelCount(): number {
    return Math.max(0, this.#uplinks.uplinks.reduce((sum, { toldCount }) => sum + toldCount, 0) - 1);
  }

  subscribe(peerId: PeerId, receive: Receive): void | Promise<void> {
    return this.#subscribe(channelOf(peerId), receive);
  }

  unsubscribe(peerId: PeerId): void {
    this.#unsubscribe(channelOf(peerId));
  }

  appear(topic: PresenceTopic): void | Promise<void> {
    return this.#subscribe(topicChannelOf(topic), null);
  }

  disappear(topic: PresenceTopic): void {
    this.#unsubscribe(topicChannelOf(topic));
  }

  publish(peerId: PeerId, text: string, sender: PeerId, origin = NO_ORIGIN): Receipt | Promise<Receipt> {
    const channel = channelOf(peerId);
    return this.#uplinks.uplinkOf(channel)?.publish(channel, this.#tag + sender + origin + text) ?? "unavailable";
  }

  async findOnline(topics: readonly PresenceTopic[]): Promise<Online> {
    const groups = Map.groupBy(topics, (topic) => this.#uplinks.uplinkOf(topicChannelOf(topic)));
    const found = await Promise.all([...groups].map(async ([uplink, grouped]) => {
      const counts = await uplink?.count(grouped.map(topicChannelOf)) ?? null;
      return counts && grouped.filter((_, index) => counts[index] !== 0);
    }));
    const online = new Set<PresenceTopic>();
    for (const grouped of found) {
      if (grouped === null) return "unavailable";
      for (const topic of grouped) online.add(topic);
    }
    return topics.filter((topic) => online.has(topic));
  }

  async hasPeers(): Promise<boolean> {
    const counts = await this.#uplinks.uplinkOf(INSTANCES_CHANNEL)?.count([INSTANCES_CHANNEL]) ?? null;
    return counts === null || (counts[0] ?? 0) > 1; // This one is among them.
  }

  close(): void {
    this.#uplinks.close();
    this.#subscriptions.clear();
  }

  #subscribe(channel: string, receive: Receive | null): void | Promise<void> {
    const uplink = this.#subscriptions.get(channel)?.uplink ?? this.#uplinks.uplinkOf(channel);
    this.#subscriptions.set(channel, { receive, uplink });
    return uplink?.subscribe(channel);
  }

  #unsubscribe(channel: string): void {
    const known = this.#subscriptions.get(channel);
    if (known === undefined) return;
    this.#subscriptions.delete(channel);
    known.uplink?.unsubscribe(channel);
  }

  #receive(channel: string, frame: string): void {
    if (frame.startsWith(this.#tag)) return;
    const peerId = channel.slice(PREFIX.length, -1) as PeerId; // Whoever is received for has one.
    const originAt = this.#tag.length + peerId.length; // All IDs are equally long.
    const textAt = originAt + ORIGIN_LENGTH;
    const sender = frame.slice(this.#tag.length, originAt) as PeerId;
    const origin = frame.slice(originAt, textAt) as Origin;
    this.#subscriptions.get(channel)?.receive?.(peerId, frame.slice(textAt), sender, origin);
  }

  #createUplink(
    config: RedisConfig,
    address: RedisAddress,
    canary: string,
    { onDown, onMoved }: { onDown: () => void; onMoved: () => void },
  ): RedisUplink {
    const { now, random } = this.#options;
    let turn = 0;
    return new RedisUplink({
      ...{ now, random },
      open: () => openRedis(config, address, turn++),
      isSharded: config.kind === "cluster",
      canary,
      receive: (channel, frame) => this.#receive(channel, frame),
      onChange: (state, reason) => {
        this.#report(state, reason);
        if (state === "down") onDown();
      },
      onMoved,
    });
  }

  #createSingle(config: RedisConfig): Uplinks {
    const [address = { host: "", port: 0 }] = config.addresses;
    const uplink = this.#createUplink(config, address, `${PREFIX}canary:${this.#tag}}`, {
      onDown: () => {},
      onMoved: () => {},
    });
    return {
      uplinks: [uplink],
      get isUp() {
        return uplink.isUp;
      },
      uplinkOf: () => uplink,
      close: () => uplink.close(),
    };
  }

  #createCluster(config: RedisConfig): Uplinks {
    const { now, random } = this.#options;
    const cluster: RedisCluster = new RedisCluster({
      ...{ config, now, random },
      createUplink: (address, canary) => {
        const uplink: RedisUplink = this.#createUplink(config, address, canary, {
          onDown: () => cluster.refresh(), // It may be another's turn.
          onMoved: () => cluster.noteMoved(uplink),
        });
        return uplink;
      },
      nameCanary: (slot) => this.#nameCanary(slot),
      onRouted: () => this.#moveSubscriptions(),
    });
    return cluster;
  }

  /** Finds a name in `slot`, after 16,384 tries on average. */
  #nameCanary(slot: number): string {
    for (let n = 0;; n += 1) {
      const name = `${PREFIX}canary:${this.#tag}:${n}}`;
      if (calculateSlot(name) === slot) return name;
    }
  }

  #moveSubscriptions(): void {
    for (const [channel, known] of this.#subscriptions) {
      const uplink = this.#uplinks.uplinkOf(channel);
      if (uplink === known.uplink) continue;
      known.uplink?.unsubscribe(channel);
      known.uplink = uplink;
      void uplink?.subscribe(channel);
    }
    for (const uplink of this.#uplinks.uplinks) uplink.reconsider();
  }

  /** One line when Redis goes away and one when all of it is back, however many tries lie between. */
  #report(state: "up" | "down", reason: string): void {
    if (state === "down" && !this.#isAway) {
      this.#isAway = true;
      this.#options.warn(
        `Cannot reach Redis: ${
          reason.replace(/\.$/, "")
        }. Calls within this instance go on; trying again until it is back.`,
      );
    } else if (state === "up" && this.#isAway && this.isReady) {
      this.#isAway = false;
      this.#options.warn("Redis is back.");
    }
  }
}
