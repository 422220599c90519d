/**
 * The masters of a Redis Cluster and their slots, kept up to date: it asks at the start, when a node says that a
 * channel is another's, when an uplink is lost, and every so often in any case. Each master gets an uplink; a failover
 * gives the slots to another node and so to another uplink. Used by `redis_bus.ts`.
 */

import calculateSlot from "cluster-key-slot";
import { openRedis, type RedisRuntime } from "./redis_connection.ts";
import type { RedisUplink } from "./redis_uplink.ts";
import { parseSlots, SLOT_COUNT, type SlotRange } from "./redis_slots.ts";
import type { RedisAddress, RedisConfig } from "./redis_url.ts";

/** How often it is asked without an occasion, in milliseconds. */
const REFRESH_MS = 15_000;
/** How often while a master cannot be reached, a slot has none, or a node denies that a slot is its own; in milliseconds. */
const URGENT_REFRESH_MS = 500;
/** How long after such a denial, at most; the nodes agree within a second or two, and each further try is another. */
const DENIAL_MS = 15_000;
/** How long one node may take to answer, in milliseconds. */
const ANSWER_MS_MAX = 2_000;

export interface RedisClusterOptions extends RedisRuntime {
  readonly config: RedisConfig;
  /** Makes the uplink to a master; the canary has to be in one of its slots. */
  readonly createUplink: (address: RedisAddress, canary: string) => RedisUplink;
  readonly nameCanary: (slot: number) => string;
  /** Called when slots have changed hands. */
  readonly onRouted: () => void;
}

interface Master {
  readonly uplink: RedisUplink;
  readonly address: RedisAddress;
  canarySlot: number;
}

function nameOf({ host, port }: RedisAddress): string {
  return `${host} ${port}`;
}

export class RedisCluster {
  readonly #options: RedisClusterOptions;
  readonly #masters = new Map<string, Master>();
  #slots: (RedisUplink | undefined)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #refreshing: Promise<void> | null = null;
  /** The node that denied a slot last, and when; null when the slots have changed hands since. */
  #denial: { readonly uplink: RedisUplink; readonly atMs: number } | null = null;
  #isClosed = false;

  constructor(options: RedisClusterOptions) {
    this.#options = options;
    this.refresh();
  }

  get uplinks(): RedisUplink[] {
    return [...this.#masters.values()].map(({ uplink }) => uplink);
  }

  get isUp(): boolean {
    return this.#slots.length === SLOT_COUNT && !this.#slots.includes(undefined) &&
      this.uplinks.every(({ isUp }) => isUp);
  }

  uplinkOf(channel: string): RedisUplink | null {
    return this.#slots[calculateSlot(channel)] ?? null;
  }

  /** Takes a node's word that a slot is another's, and asks until it is known whose. */
  noteMoved(uplink: RedisUplink): void {
    this.#denial = { uplink, atMs: this.#options.now() };
    this.refresh();
  }

  /** Asks who has what, unless that is under way. */
  refresh(): void {
    if (this.#isClosed || this.#refreshing !== null) return;
    clearTimeout(this.#timer);
    this.#refreshing = this.#refresh().finally(() => {
      this.#refreshing = null;
      if (this.#isClosed) return;
      const delayMs = this.isUp && !this.#isDenied ? REFRESH_MS : URGENT_REFRESH_MS;
      this.#timer = setTimeout(() => this.refresh(), delayMs * (0.5 + this.#options.random() / 2));
    });
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const uplink of this.uplinks) uplink.close();
  }

  get #isDenied(): boolean {
    return this.#denial !== null && this.#options.now() - this.#denial.atMs < DENIAL_MS;
  }

  async #refresh(): Promise<void> {
    // First the one that knows of a change, last those that may not answer.
    const rank = ({ uplink }: Master) => this.#isDenied && uplink === this.#denial?.uplink ? 0 : uplink.isUp ? 1 : 2;
    const known = [...this.#masters.values()].sort((a, b) => rank(a) - rank(b)).map(({ address }) => address);
    for (const address of [...known, ...this.#options.config.addresses]) {
      const askedAtMs = this.#options.now();
      const ranges = await this.#ask(address);
      if (this.#isClosed) return;
      // A node that has lost the others knows no better than before; the next may.
      if (ranges !== null && ranges.length > 0) return this.#route(ranges, askedAtMs);
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

  #route(ranges: readonly SlotRange[], askedAtMs: number): void {
    const slots = this.#fillSlots(ranges);
    const gaining = new Set(slots.filter((uplink, slot) => uplink !== undefined && uplink !== this.#slots[slot]));
    const hasChanged = gaining.size > 0 || slots.some((uplink, slot) => uplink !== this.#slots[slot]);
    for (const [name, { uplink }] of this.#masters) {
      if (slots.includes(uplink)) continue;
      uplink.close();
      this.#masters.delete(name);
    }
    this.#slots = slots;
    if (!hasChanged) {
      for (const uplink of this.uplinks) uplink.reconsider();
      return;
    }
    for (const uplink of gaining) uplink?.settle(); // Other instances have yet to tell it of theirs.
    // What was denied while the answer was under way may not be in it.
    if (this.#denial !== null && this.#denial.atMs < askedAtMs) this.#denial = null;
    this.#options.onRouted();
  }

  /** Finds the uplink of each slot, made now if there is none, and gives each a canary that is in one of its slots. */
  #fillSlots(ranges: readonly SlotRange[]): (RedisUplink | undefined)[] {
    const slots = Array.from<RedisUplink | undefined>({ length: SLOT_COUNT });
    // The last slot of each: resharding takes the first ones first.
    const lastSlots = new Map<string, number>();
    for (const { last, address } of ranges) lastSlots.set(nameOf(address), last);
    for (const { first, last, address } of ranges) {
      const name = nameOf(address);
      const canarySlot = lastSlots.get(name) ?? last;
      const { uplink } = this.#masters.get(name) ?? this.#addMaster(address, canarySlot);
      slots.fill(uplink, first, last + 1);
    }
    // Without the slot of its canary an uplink would soon take itself for broken.
    for (const [name, master] of this.#masters) {
      const lastSlot = lastSlots.get(name);
      if (lastSlot === undefined || slots[master.canarySlot] === master.uplink) continue;
      master.canarySlot = lastSlot;
      master.uplink.moveCanary(this.#options.nameCanary(lastSlot));
    }
    return slots;
  }

  #addMaster(address: RedisAddress, canarySlot: number): Master {
    const uplink = this.#options.createUplink(address, this.#options.nameCanary(canarySlot));
    const master = { uplink, address, canarySlot };
    this.#masters.set(nameOf(address), master);
    return master;
  }
}
