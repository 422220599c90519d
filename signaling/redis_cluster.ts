/**
 * The masters of a Redis Cluster and who has which slot, kept up to date: asked for at the start, when a node says that
 * a channel is another's, when a link is lost, and now and then in any case. Each master gets a link. A failover gives
 * the slots to another node, and so to another link. Used by `redis_bus.ts`.
 */

import { openRedis } from "./redis_connection.ts";
import type { RedisLink } from "./redis_link.ts";
import { computeSlot, parseSlots, SLOT_COUNT, type SlotRange } from "./redis_slots.ts";
import type { RedisAddress, RedisConfig } from "./redis_url.ts";

/** How often it is asked without an occasion, in milliseconds. */
const REFRESH_MS = 15_000;
/** How often while a master cannot be reached or a slot has none, in milliseconds. */
const URGENT_REFRESH_MS = 500;
/** How long one node may take to answer, in milliseconds. */
const ANSWER_MS_MAX = 2_000;

export interface RedisClusterOptions {
  readonly config: RedisConfig;
  /** Makes the link to a master; the canary has to be in `slot`, which is one of its own. */
  readonly createLink: (address: RedisAddress, slot: number) => RedisLink;
  /** Called when slots have changed hands. */
  readonly onRouted: () => void;
}

function nameOf({ host, port }: RedisAddress): string {
  return `${host} ${port}`;
}

export class RedisCluster {
  readonly #options: RedisClusterOptions;
  readonly #links = new Map<string, { readonly link: RedisLink; readonly address: RedisAddress; canarySlot: number }>();
  #slots: (RedisLink | undefined)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #refreshing: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: RedisClusterOptions) {
    this.#options = options;
    this.refresh();
  }

  get links(): RedisLink[] {
    return [...this.#links.values()].map(({ link }) => link);
  }

  get isUp(): boolean {
    return this.#slots.length === SLOT_COUNT && !this.#slots.includes(undefined) &&
      this.links.every(({ isUp }) => isUp);
  }

  linkOf(channel: string): RedisLink | null {
    return this.#slots[computeSlot(channel)] ?? null;
  }

  /** Asks who has what, unless that is under way. */
  refresh(): void {
    if (this.#isClosed || this.#refreshing !== null) return;
    clearTimeout(this.#timer);
    this.#refreshing = this.#refresh().finally(() => {
      this.#refreshing = null;
      if (this.#isClosed) return;
      const delayMs = this.isUp ? REFRESH_MS : URGENT_REFRESH_MS;
      this.#timer = setTimeout(() => this.refresh(), delayMs * (0.5 + Math.random() / 2));
    });
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const link of this.links) link.close();
  }

  async #refresh(): Promise<void> {
    const known = [...this.#links.values()].map(({ address }) => address);
    for (const address of [...known, ...this.#options.config.addresses]) {
      const ranges = await this.#ask(address);
      if (this.#isClosed) return;
      // A node that has lost the others knows no better than before; the next may.
      if (ranges !== null && ranges.length > 0) return this.#route(ranges);
    }
  }

  async #ask(address: RedisAddress): Promise<SlotRange[] | null> {
    const redis = openRedis(this.#options.config, address);
    const { promise: given, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(() => resolve(null), ANSWER_MS_MAX);
    redis.on("end", () => resolve(null));
    try {
      const isReady = new Promise<true>((ready) => redis.on("ready", () => ready(true)));
      if (await Promise.race([isReady, given]) === null) return null;
      return parseSlots(await Promise.race([redis.call("CLUSTER", "SLOTS"), given]), address);
    } catch {
      return null; // It is no node of a Cluster, or loading, or does not let us ask: another may.
    } finally {
      clearTimeout(timer);
      redis.disconnect();
    }
  }

  #route(ranges: readonly SlotRange[]): void {
    const slots = Array.from<RedisLink | undefined>({ length: SLOT_COUNT });
    const inUse = new Set<string>();
    for (const { first, last, address } of ranges) {
      const name = nameOf(address);
      inUse.add(name);
      const known = this.#links.get(name);
      const link = known?.link ?? this.#options.createLink(address, first);
      if (known === undefined) this.#links.set(name, { link, address, canarySlot: first });
      slots.fill(link, first, last + 1);
    }
    for (const [name, { link, canarySlot }] of this.#links) {
      // Without the slot of its canary a link would soon take itself for broken: a new one gets another.
      const isMisplaced = inUse.has(name) && slots[canarySlot] !== link;
      if (inUse.has(name) && !isMisplaced) continue;
      link.close();
      this.#links.delete(name);
      if (isMisplaced) this.refresh();
    }
    const hasChanged = slots.some((link, slot) => link !== this.#slots[slot]);
    this.#slots = slots;
    if (hasChanged) this.#options.onRouted();
    else for (const link of this.links) link.reconsider();
  }
}
