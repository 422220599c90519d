/**
 * Which channels are wanted, and which of them Redis has been told of, on one connection after another. Pure
 * bookkeeping: batches are taken out and the answers put back; `redis_uplink.ts` does the talking, one batch at a time.
 * Both sets are bounded by the IDs that are connected.
 */

interface Wanted {
  /** Whether Redis has confirmed it on this connection. */
  isLive: boolean;
  /** Who waits for that, or for its end. */
  waiting: PromiseWithResolvers<void> | null;
}

export interface ChannelBatch {
  readonly added: string[];
  readonly removed: string[];
}

export class RedisChannels {
  readonly #wanted = new Map<string, Wanted>();
  /** What this connection has been told to subscribe, confirmed or not. */
  readonly #told = new Set<string>();
  /** Channels that may have to be told or untold. */
  readonly #dirty = new Set<string>();

  get toldCount(): number {
    return this.#told.size;
  }

  get hasDirty(): boolean {
    return this.#dirty.size > 0;
  }

  isTold(channel: string): boolean {
    return this.#told.has(channel);
  }

  isLive(channel: string): boolean {
    return this.#wanted.get(channel)?.isLive ?? false;
  }

  want(channel: string): void {
    if (!this.#wanted.has(channel)) this.#wanted.set(channel, { isLive: false, waiting: null });
    if (!this.isLive(channel)) this.#dirty.add(channel);
  }

  unwant(channel: string): void {
    this.#wanted.get(channel)?.waiting?.resolve();
    if (this.#wanted.delete(channel)) this.#dirty.add(channel);
  }

  /** Settles when the fate of a wanted channel is known: confirmed, refused, unwanted, or its connection lost. */
  wait(channel: string): Promise<void> | undefined {
    const wanted = this.#wanted.get(channel);
    if (wanted === undefined) return;
    wanted.waiting ??= Promise.withResolvers();
    return wanted.waiting.promise;
  }

  /** Notes that a new connection has been told nothing, or an old one refused some. */
  reconsider(): void {
    for (const channel of this.#wanted.keys()) if (!this.#told.has(channel)) this.#dirty.add(channel);
  }

  /** Notes which of the confirmed channels Redis still has. */
  loseAllBut(subscribed: ReadonlySet<string>): void {
    for (const [channel, { isLive }] of this.#wanted) {
      if (isLive && !subscribed.has(channel)) this.settle(channel, "lost");
    }
  }

  /** Takes at most so many channels to tell Redis of or to tell it to forget, and notes them as told. */
  takeBatch(countMax: number): ChannelBatch {
    const batch: ChannelBatch = { added: [], removed: [] };
    for (const channel of this.#dirty) {
      if (batch.added.length + batch.removed.length === countMax) break;
      this.#dirty.delete(channel);
      const isTold = this.#told.has(channel);
      if (this.#wanted.has(channel)) {
        if (isTold) this.settle(channel, "live"); // Wanted again before Redis was told that it was not.
        else batch.added.push(channel);
        this.#told.add(channel);
      } else if (isTold) {
        batch.removed.push(channel);
        this.#told.delete(channel);
      }
    }
    return batch;
  }

  /** Takes Redis' answer to what it was told of a channel. */
  settle(channel: string, fate: "live" | "lost"): void {
    if (fate === "lost") this.#told.delete(channel);
    const wanted = this.#wanted.get(channel);
    if (wanted === undefined) return;
    wanted.isLive = fate === "live";
    wanted.waiting?.resolve();
    wanted.waiting = null;
  }

  /** Forgets what the connection was told, which is gone with it. */
  reset(): void {
    this.#told.clear();
    this.#dirty.clear();
    for (const channel of this.#wanted.keys()) this.settle(channel, "lost");
  }
}
