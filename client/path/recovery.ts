/**
 * Decides when a connection counts as interrupted and when to replace it, from what is heard and from the clock alone.
 * Does no input or output: each method takes the time and returns what to do.
 *
 *          0.6 s unheard          1.2 s                   2.2 s
 *   alive ──────────────► doubted ──────► suspect ─────────────► interrupted
 *     ▲     try the socket     replace it    │      tell people        │  again after 3, 6, 12, 15, 15 … s
 *     └──────── heard ─────────────┴─────────┴──────── heard ──────────┘  for as long as the person stays
 *
 * ICE's own states are too slow for this: Chromium says `disconnected` only after 7.6 s of total loss, `failed` after
 * 17.5 s. A replacement that turns out to be needless costs two messages, and the media goes on meanwhile.
 */

/** Silence that casts doubt on the socket too, in milliseconds: another connection will need it in a moment. */
export const DOUBTED_MS = 600;
/** Silence that is worth another connection, in milliseconds; heartbeats come every `HEARTBEAT_MS`. */
export const SUSPECT_MS = 1_200;
/** Silence that people are told about, in milliseconds. */
export const INTERRUPTED_MS = 2_200;
/**
 * What one tick counts as silence at most, in milliseconds: a page that was too busy to tick was too busy to hear. Timers
 * of hidden pages come once a second.
 */
export const TICK_MS_MAX = 1_000;
/**
 * The same for a tick before which something was heard, where the one before it took longer than this too: two hidden
 * pages hear each other right after each tick, and then for the rest of the second nothing.
 */
export const SLOW_TICK_MS_MAX = 400;
/** How often each end sends a sign of life, in milliseconds. */
export const HEARTBEAT_MS = 300;
/**
 * How long a replacement that began while the other end was heard may take, in milliseconds, once nothing is heard any
 * more: the network that it was made for has changed meanwhile, and it may well be as dead as what it was to replace.
 */
export const REPLACE_AMID_MS = 2_000;
/** Wait before the second replacement, in milliseconds; doubles up to the MAX. */
export const REPLACE_MS = 3_000;
export const REPLACE_MS_MAX = 15_000;

/** `resumed` ends any doubt, `restored` only one that people were told about. */
export type RecoveryOutput = "doubt" | "replace" | "interrupted" | "resumed" | "restored";

export class Recovery {
  /** When it was heard, less what this end was not awake for. */
  #heardAtMs: number;
  #tickAtMs: number;
  #isSlow = false;
  #state: "alive" | "doubted" | "suspect" | "interrupted" = "alive";
  #replaceAtMs = 0;
  /** How long the next replacement gets to work. */
  #replaceWaitMs = REPLACE_MS;
  /** Until when the path counts as doubtful although something is heard on it: the other end may hear nothing. */
  #doubtfulUntilMs = 0;

  constructor(nowMs: number) {
    this.#heardAtMs = this.#tickAtMs = nowMs;
  }

  /** Whether nothing has been heard for longer than a heartbeat or two: the path is in doubt. */
  isQuiet(nowMs: number): boolean {
    return this.#silenceAt(nowMs) > DOUBTED_MS;
  }

  #silenceAt(nowMs: number): number {
    const heardMs = nowMs - this.#heardAtMs;
    const tickMs = nowMs - this.#tickAtMs;
    const isSlowTick = this.#isSlow && heardMs < tickMs && tickMs < 2 * TICK_MS_MAX; // A longer one is a sleep.
    const msMax = isSlowTick ? SLOW_TICK_MS_MAX : TICK_MS_MAX;
    return heardMs - Math.max(0, Math.min(heardMs, tickMs) - msMax);
  }

  /** Whether what is sent on the path may not arrive: nothing comes back on it, or one of the ends has just given it up. */
  isDoubtful(nowMs: number): boolean {
    return this.isQuiet(nowMs) || nowMs < this.#doubtfulUntilMs;
  }

  /** Takes any sign of life of the other end. */
  handleHeard(nowMs: number): RecoveryOutput[] {
    this.#heardAtMs = nowMs;
    const before = this.#state;
    this.#state = "alive";
    this.#replaceAtMs = 0; // What comes next is another interruption.
    this.#replaceWaitMs = REPLACE_MS;
    if (before === "alive" || before === "doubted") return [];
    return before === "interrupted" ? ["resumed", "restored"] : ["resumed"];
  }

  /**
   * Takes word that a replacement has begun: time for it to work before this end begins another. What the other end has
   * offered counts as one of its own would: both try in turn, and each try is to have as long.
   */
  handleReplacing(nowMs: number, { isOffered }: { isOffered: boolean }): void {
    const isDoubted = this.#state !== "alive";
    const waitMs = isDoubted ? (isOffered ? this.#replaceWaitMs : REPLACE_MS) : REPLACE_AMID_MS;
    this.#replaceAtMs = Math.max(this.#replaceAtMs, nowMs + waitMs);
    this.#doubtfulUntilMs = nowMs + REPLACE_MS;
    if (this.#state !== "interrupted") this.#state = "suspect";
    if (isDoubted && isOffered) this.#waitLonger();
  }

  /** Looks at the clock. Call it about as often as `HEARTBEAT_MS`. */
  tick(nowMs: number): RecoveryOutput[] {
    const silentMs = this.#silenceAt(nowMs);
    this.#heardAtMs = nowMs - silentMs;
    this.#isSlow = nowMs - this.#tickAtMs > SLOW_TICK_MS_MAX;
    this.#tickAtMs = nowMs;
    const outputs: RecoveryOutput[] = [];
    if (this.#state === "alive" && silentMs > DOUBTED_MS) {
      this.#state = "doubted";
      outputs.push("doubt");
    }
    if (silentMs < SUSPECT_MS) return outputs;
    if (this.#state === "doubted") {
      this.#state = "suspect";
      outputs.push(this.#replace(nowMs));
    } else if (nowMs >= this.#replaceAtMs) {
      outputs.push(this.#replace(nowMs));
    }
    if (this.#state === "suspect" && silentMs >= INTERRUPTED_MS) {
      this.#state = "interrupted";
      outputs.push("interrupted");
    }
    return outputs;
  }

  #replace(nowMs: number): RecoveryOutput {
    this.#replaceAtMs = nowMs + this.#replaceWaitMs;
    this.#waitLonger();
    return "replace";
  }

  #waitLonger(): void {
    this.#replaceWaitMs = Math.min(this.#replaceWaitMs * 2, REPLACE_MS_MAX);
  }
}
