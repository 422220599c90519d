/**
 * The bus on Redis' publish and subscribe: one channel for each connected ID, sharded on a Cluster.
 *
 *   vc:{k7mq-2vhd-9xtr-w4pz-0b5n}          each instance with a session of the ID subscribes to it
 *   vc:{k7mq-2vhd-9xtr-w4pz-0b5n}:hidden   and to this as well while one of them wishes not to be found; nothing is sent to it
 *
 * What is published begins with the tag of its instance, which drops its own when it comes back: its sessions have had
 * it already. Nothing is stored in Redis, so it may be emptied, restarted or replaced at any time. `redis_link.ts`
 * keeps the connections. Anyone who can publish there can speak as any ID: Redis must be the operator's own.
 */

import type { Bus, Receipt, Receive, SubscribeOptions } from "./bus.ts";
import { encodeBase64Url, type PeerId } from "./protocol.ts";
import { RedisCluster } from "./redis_cluster.ts";
import { openRedis } from "./redis_connection.ts";
import { RedisLink } from "./redis_link.ts";
import { computeSlot } from "./redis_slots.ts";
import type { RedisAddress, RedisConfig } from "./redis_url.ts";

const PREFIX = "vc:{";
const TAG_BYTES = 9;

type Subscription = SubscribeOptions & { readonly receive: Receive; link: RedisLink | null };

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

function hiddenChannelOf(peerId: PeerId): string {
  return `${PREFIX}${peerId}}:hidden`;
}

export interface RedisBusOptions {
  /** Called with a line for the operator when Redis goes away and when it is back. */
  readonly warn?: (line: string) => void;
}

export class RedisBus implements Bus {
  readonly #tag = encodeBase64Url(crypto.getRandomValues(new Uint8Array(TAG_BYTES)));
  readonly #warn: (line: string) => void;
  readonly #subscriptions = new Map<PeerId, Subscription>();
  readonly #links: Links;
  #isAway = false;

  constructor(config: RedisConfig, { warn = console.warn }: RedisBusOptions = {}) {
    this.#warn = warn;
    this.#links = config.kind === "cluster" ? this.#createCluster(config) : this.#createSingle(config);
  }

  get isReady(): boolean {
    return this.#links.isUp;
  }

  /** Number of channels that Redis has been told of. */
  get channelCount(): number {
    return this.#links.links.reduce((sum, { toldCount }) => sum + toldCount, 0);
  }

  subscribe(peerId: PeerId, receive: Receive, { isHidden }: SubscribeOptions): void | Promise<void> {
    const known = this.#subscriptions.get(peerId);
    const link = known?.link ?? this.#links.linkOf(channelOf(peerId));
    this.#subscriptions.set(peerId, { receive, isHidden, link });
    if (link === null) return;
    if (known?.isHidden && !isHidden) link.unsubscribe(hiddenChannelOf(peerId));
    return this.#tell(peerId, isHidden, link);
  }

  unsubscribe(peerId: PeerId): void {
    const known = this.#subscriptions.get(peerId);
    if (known === undefined) return;
    this.#subscriptions.delete(peerId);
    this.#untell(peerId, known);
  }

  publish(peerId: PeerId, text: string): Receipt | Promise<Receipt> {
    const channel = channelOf(peerId);
    return this.#links.linkOf(channel)?.publish(channel, this.#tag + text) ?? "unavailable";
  }

  async findOnline(peerIds: readonly PeerId[]): Promise<readonly PeerId[] | "unavailable"> {
    const groups = Map.groupBy(peerIds, (peerId) => this.#links.linkOf(channelOf(peerId)));
    const found = await Promise.all([...groups].map(async ([link, ids]) => {
      const counts = await link?.count(ids.flatMap((peerId) => [channelOf(peerId), hiddenChannelOf(peerId)])) ?? null;
      return counts && ids.filter((_, index) => counts[index * 2] !== 0 && counts[index * 2 + 1] === 0);
    }));
    const online = new Set<PeerId>();
    for (const ids of found) {
      if (ids === null) return "unavailable";
      for (const peerId of ids) online.add(peerId);
    }
    return peerIds.filter((peerId) => online.has(peerId));
  }

  close(): void {
    this.#links.close();
    this.#subscriptions.clear();
  }

  /** First that it is hidden, lest it be seen for a moment. */
  #tell(peerId: PeerId, isHidden: boolean, link: RedisLink): void | Promise<void> {
    if (isHidden) void link.subscribe(hiddenChannelOf(peerId));
    return link.subscribe(channelOf(peerId));
  }

  #untell(peerId: PeerId, { link, isHidden }: Subscription): void {
    link?.unsubscribe(channelOf(peerId));
    if (isHidden) link?.unsubscribe(hiddenChannelOf(peerId));
  }

  #receive(channel: string, frame: string): void {
    if (frame.startsWith(this.#tag)) return;
    const peerId = channel.slice(PREFIX.length, -1) as PeerId; // One of those that we subscribe to, or none.
    this.#subscriptions.get(peerId)?.receive(peerId, frame.slice(this.#tag.length));
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
    for (const [peerId, known] of this.#subscriptions) {
      const link = this.#links.linkOf(channelOf(peerId));
      if (link === known.link) continue;
      this.#untell(peerId, known);
      known.link = link;
      if (link !== null) void this.#tell(peerId, known.isHidden, link);
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
