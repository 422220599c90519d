/**
 * Decides when a connection counts as interrupted and when to restart ICE, from what is heard and from the clock alone.
 * Does no input or output: each method takes the time and returns what to do.
 *
 *            1.2 s unheard            2.5 s unheard
 *   alive ─────────────────► suspect ───────────────► interrupted
 *     ▲      restart ICE        │       tell people        │  restart again after 3, 6, 12, 15, 15 … s
 *     └──────── heard ──────────┴───────── heard ──────────┘  for as long as the person stays
 *
 * ICE's own states are too slow for this: Chromium says `disconnected` only after 7.6 s of total loss, `failed` after
 * 17.5 s. A restart that turns out to be needless costs two messages, and the media goes on meanwhile.
 */

/** Silence that is worth an ICE restart, in milliseconds; heartbeats come every `HEARTBEAT_MS`. */
export const SUSPECT_MS = 1_200;
/** Silence that people are told about, in milliseconds. */
export const INTERRUPTED_MS = 2_500;
/** How often each end sends a sign of life, in milliseconds. */
export const HEARTBEAT_MS = 300;
/** Wait before the second restart, in milliseconds; doubles up to the MAX. */
export const RESTART_MS = 3_000;
export const RESTART_MS_MAX = 15_000;

/** `resumed` ends any doubt, `restored` only one that people were told about. */
export type RecoveryOutput = "restart" | "interrupted" | "resumed" | "restored";

export class Recovery {
  #heardAtMs: number;
  #state: "alive" | "suspect" | "interrupted" = "alive";
  #restartAtMs = 0;
  #restartWaitMs = RESTART_MS;

  constructor(nowMs: number) {
    this.#heardAtMs = nowMs;
  }

  /** Whether nothing has been heard for longer than a heartbeat or two: the path is in doubt. */
  isQuiet(nowMs: number): boolean {
    return nowMs - this.#heardAtMs > 2 * HEARTBEAT_MS;
  }

  /** Takes any sign of life of the other end. */
  handleHeard(nowMs: number): RecoveryOutput[] {
    this.#heardAtMs = nowMs;
    const before = this.#state;
    this.#state = "alive";
    if (before === "alive") return [];
    return before === "interrupted" ? ["resumed", "restored"] : ["resumed"];
  }

  /** Takes word that the network may be another one, or that the path is gone for good: no use in waiting. */
  handleNetworkChange(nowMs: number): RecoveryOutput[] {
    return this.#restart(nowMs, RESTART_MS);
  }

  /** Takes word that the other end has begun a restart: time for it to work before this end begins another. */
  handleRemoteRestart(nowMs: number): void {
    this.#restartAtMs = Math.max(this.#restartAtMs, nowMs + RESTART_MS);
    if (this.#state === "alive") this.#state = "suspect";
  }

  /** Looks at the clock. Call it about as often as `HEARTBEAT_MS`. */
  tick(nowMs: number): RecoveryOutput[] {
    const silentMs = nowMs - this.#heardAtMs;
    if (silentMs < SUSPECT_MS) return [];
    const outputs: RecoveryOutput[] = [];
    if (this.#state === "alive") {
      this.#state = "suspect";
      outputs.push(...this.#restart(nowMs, RESTART_MS));
    } else if (nowMs >= this.#restartAtMs) {
      outputs.push(...this.#restart(nowMs, Math.min(this.#restartWaitMs * 2, RESTART_MS_MAX)));
    }
    if (this.#state === "suspect" && silentMs >= INTERRUPTED_MS) {
      this.#state = "interrupted";
      outputs.push("interrupted");
    }
    return outputs;
  }

  #restart(nowMs: number, waitMs: number): RecoveryOutput[] {
    this.#restartWaitMs = waitMs;
    this.#restartAtMs = nowMs + waitMs;
    return ["restart"];
  }
}
