/**
 * Watches how much memory the process has left. The runtime does not limit what a socket can make it hold: it keeps up
 * to 64 MiB of an unfinished message, and frees it only when the other end of a closed socket lets go.
 *
 *   calm ──over the share──► full ──20 s, or nearly at the limit──► exhausted
 *     ▲                       │
 *     └──well under the share─┘
 *
 * While memory is full, no socket is opened and sessions are asked to move. When it is exhausted the process ends and
 * its supervisor starts it afresh: sessions come back by themselves, and no call needs the server. Pure but for the
 * timer; `server.ts` starts it, `socket_route.ts` asks it.
 */

export type MemoryState = "calm" | "full" | "exhausted";

/** How often to look, in milliseconds; it takes some 15 µs. */
export const MEMORY_WATCH_MS = 250;
/** How long being full may last, in milliseconds. */
export const MEMORY_RELIEF_MS = 20_000;
/** It is calm again only this far below the share, as a part of the limit. */
const CALM_MARGIN = 0.05;

export interface MemoryWatchOptions {
  readonly limitBytes: number;
  /** The share of the limit from which on it is full, 0 to 1; 0 means that it never is. */
  readonly share: number;
}

export class MemoryWatch {
  readonly #fullBytes: number;
  readonly #calmBytes: number;
  readonly #exhaustedBytes: number;
  #fullSinceMs: number | null = null;

  constructor({ limitBytes, share }: MemoryWatchOptions) {
    this.#fullBytes = share === 0 ? Infinity : limitBytes * share;
    this.#calmBytes = this.#fullBytes - limitBytes * CALM_MARGIN;
    // Halfway between: whoever can fill it this far will fill the rest too, and then the kernel kills.
    this.#exhaustedBytes = (this.#fullBytes + limitBytes) / 2;
  }

  get isFull(): boolean {
    return this.#fullSinceMs !== null;
  }

  /** Takes what the process uses now, and says how it stands. */
  step(usedBytes: number, nowMs: number): MemoryState {
    if (usedBytes <= (this.isFull ? this.#calmBytes : this.#fullBytes)) {
      this.#fullSinceMs = null;
      return "calm";
    }
    this.#fullSinceMs ??= nowMs;
    const isOver = usedBytes > this.#exhaustedBytes || nowMs - this.#fullSinceMs >= MEMORY_RELIEF_MS;
    return isOver ? "exhausted" : "full";
  }
}

/**
 * Chooses what the process may take, all in bytes: what is set, or else the container's share of the machine.
 * @param constrained 0 where the runtime cannot tell, as in a container on control groups of version 1
 */
export function chooseMemoryLimit(
  { configured, constrained, total }: { configured: number; constrained: number; total: number },
): number {
  if (configured > 0) return configured;
  return constrained > 0 ? Math.min(constrained, total) : total;
}

export interface MemoryReadings {
  readUsedBytes(): number;
  /** A clock that stands still while the process does, in milliseconds: what has no time to pass is no lack of relief. */
  now(): number;
}

/** Looks every so often and calls `onChange` with each new state; returns what stops it. */
export function startMemoryWatch(
  watch: MemoryWatch,
  { readUsedBytes, now }: MemoryReadings,
  onChange: (state: MemoryState) => void,
): () => void {
  let last: MemoryState = "calm";
  const timer = setInterval(() => {
    const state = watch.step(readUsedBytes(), now());
    if (state !== last) onChange(state);
    last = state;
  }, MEMORY_WATCH_MS);
  return () => clearInterval(timer);
}
