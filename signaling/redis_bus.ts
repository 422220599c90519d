/**
 * The bus on Redis' publish and subscribe: one channel for each connected ID and presence topic, sharded on a Cluster.
 *
 *   vc:{k7mq-2vhd-9xtr-w4pz-0b5n}        each instance with a session of the ID subscribes to it
 *   vc:{topic:qTGyw0ZyKUmJpUOhF9bXrA}    each with a session under the topic; nothing is sent to it
 *   vc:{instances}                       every instance, so that one that stops knows whether it is alone
 *
 * What is published begins with the tag of its instance, the sender's ID and its origin. An instance drops its own when it comes
 * back: its sessions have had it already. Nothing is stored in Redis, so it may be emptied, restarted or replaced at any time. `redis_link.ts`
 * keeps the connections. Anyone who can publish there can speak as any ID: Redis must be the operator's own.
 */

import { type Bus, NO_ORIGIN, type Online, type Origin, ORIGIN_LENGTH, type Receipt, type Receive } from "./bus.ts";
import { encodeBase64Url, type PeerId, type PresenceTopic } from "./protocol.ts";
import { RedisCluster } from "./redis_cluster.ts";
import { openRedis } from "./redis_connection.ts";
import { RedisLink } from "./redis_link.ts";
import { computeSlot } from "./redis_slots.ts";
import type { RedisAddress, RedisConfig } from "./redis_url.ts";

const PREFIX = "vc:{";
/** Each instance subscribes to it; nothing is sent to it. */
const INSTANCES_CHANNEL = `${PREFIX}instances}`;
const TAG_BYTES = 9;

/** Nothing is received on the channel of a topic. */
type Subscription = { readonly receive: Receive | null; link: RedisLink | null };

/** Where a channel's link is found, for one server and for a Cluster. */
interface Links {
  readonly links: readonly RedisLink[];
  readonly isUp: boolean;
  linkOf(channel: string): RedisLink | null;
  close(): void;
}

function channelOf(peerId: PeerId): string {
  return `${PREFIX}${peerId}}`;
}

function topicChannelOf(topic: PresenceTopic): string {
  return `${PREFIX}topic:${topic}}`;
}

export interface RedisBusOptions {
  /** Called with a line for the operator when Redis goes away and when it is back. */
  readonly warn?: (line: string) => void;
}

export class RedisBus implements Bus {
  readonly #tag = encodeBase64Url(crypto.getRandomValues(new Uint8Array(TAG_BYTES)));
  readonly #warn: (line: string) => void;
  /** By channel. */
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #links: Links;
  #isAway = false;

  constructor(config: RedisConfig, { warn = console.warn }: RedisBusOptions = {}) {
    this.#warn = warn;
    this.#links = config.kind === "cluster" ? this.#createCluster(config) : this.#createSingle(config);
    void this.#subscribe(INSTANCES_CHANNEL, null);
  }

  get isReady(): boolean {
    return this.#links.isUp;
  }

  /** Number of channels that Redis has been told of, without the one of all instances. */
  get channelCount(): number {
    return Math.max(0, this.#links.links.reduce((sum, { toldCount }) => sum + toldCount, 0) - 1);
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
    return this.#links.linkOf(channel)?.publish(channel, this.#tag + sender + origin + text) ?? "unavailable";
  }

  async findOnline(topics: readonly PresenceTopic[]): Promise<Online> {
    const groups = Map.groupBy(topics, (topic) => this.#links.linkOf(topicChannelOf(topic)));
    const found = await Promise.all([...groups].map(async ([link, grouped]) => {
      const counts = await link?.count(grouped.map(topicChannelOf)) ?? null;
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
    const counts = await this.#links.linkOf(INSTANCES_CHANNEL)?.count([INSTANCES_CHANNEL]) ?? null;
    return counts === null || (counts[0] ?? 0) > 1; // This one is among them.
  }

  close(): void {
    this.#links.close();
    this.#subscriptions.clear();
  }

  #subscribe(channel: string, receive: Receive | null): void | Promise<void> {
    const link = this.#subscriptions.get(channel)?.link ?? this.#links.linkOf(channel);
    this.#subscriptions.set(channel, { receive, link });
    return link?.subscribe(channel);
  }

  #unsubscribe(channel: string): void {
    const known = this.#subscriptions.get(channel);
    if (known === undefined) return;
    this.#subscriptions.delete(channel);
    known.link?.unsubscribe(channel);
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

  #createLink(
    config: RedisConfig,
    address: RedisAddress,
    canary: string,
    { onDown, onMoved }: { onDown: () => void; onMoved: () => void },
  ): RedisLink {
    let turn = 0;
    return new RedisLink({
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

  #createSingle(config: RedisConfig): Links {
    const [address = { host: "", port: 0 }] = config.addresses;
    const link = this.#createLink(config, address, `${PREFIX}canary:${this.#tag}}`, {
      onDown: () => {},
      onMoved: () => {},
    });
    return {
      links: [link],
      get isUp() {
        return link.isUp;
      },
      linkOf: () => link,
      close: () => link.close(),
    };
  }

  #createCluster(config: RedisConfig): Links {
    const cluster: RedisCluster = new RedisCluster({
      config,
      createLink: (address, canary) => {
        const link: RedisLink = this.#createLink(config, address, canary, {
          onDown: () => cluster.refresh(), // It may be another's turn.
          onMoved: () => cluster.noteMoved(link),
        });
        return link;
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
      if (computeSlot(name) === slot) return name;
    }
  }

  #moveSubscriptions(): void {
    for (const [channel, known] of this.#subscriptions) {
      const link = this.#links.linkOf(channel);
      if (link === known.link) continue;
      known.link?.unsubscribe(channel);
      known.link = link;
      void link?.subscribe(channel);
    }
    for (const link of this.#links.links) link.reconsider();
  }

  /** One line when Redis goes away and one when all of it is back, however many tries lie between. */
  #report(state: "up" | "down", reason: string): void {
    if (state === "down" && !this.#isAway) {
      this.#isAway = true;
      this.#warn(
        `Cannot reach Redis: ${
          reason.replace(/\.$/, "")
        }. Calls within this instance go on; trying again until it is back.`,
      );
    } else if (state === "up" && this.#isAway && this.isReady) {
      this.#isAway = false;
      this.#warn("Redis is back.");
    }
  }
}
