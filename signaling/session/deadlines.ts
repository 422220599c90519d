/**
 * One timer for everybody who must do something within the same time of arriving.
 *
 * They come due in the order in which they arrived, so it waits for the first alone: ten thousand sockets that open at
 * once cost one timer, and with nobody waiting there is none. Pure but for the clock that it is handed.
 */

export interface Clock {
  setTimeout(callback: () => void, delayMs: number): number;
  clearTimeout(id: number): void;
  readonly performance: Pick<Performance, "now">;
}

export interface Waiting {
  /** Called once, when its time is over. */
  handleDeadline(): void;
}

export class Deadlines {
  readonly #clock: Clock;
  readonly #delayMs: number;
  /** When each is due, the first to come first. */
  readonly #dueAtMs = new Map<Waiting, number>();
  #timer: number | null = null;

  constructor(clock: Clock, delayMs: number) {
    this.#clock = clock;
    this.#delayMs = delayMs;
  }

  add(waiting: Waiting): void {
    this.#dueAtMs.set(waiting, this.#clock.performance.now() + this.#delayMs);
    this.#timer ??= this.#clock.setTimeout(this.#handleTimer, this.#delayMs);
  }

  /** Takes `waiting` out; does nothing if it is not in. */
  delete(waiting: Waiting): void {
    this.#dueAtMs.delete(waiting);
    if (this.#dueAtMs.size > 0 || this.#timer === null) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = null;
  }

  readonly #handleTimer = (): void => {
    this.#timer = null;
    const nowMs = this.#clock.performance.now();
    for (const [waiting, dueAtMs] of this.#dueAtMs) {
      // A timer may be early by a part of a millisecond, and then comes once more.
      if (dueAtMs > nowMs) {
        this.#timer ??= this.#clock.setTimeout(this.#handleTimer, Math.ceil(dueAtMs - nowMs));
        return;
      }
      this.#dueAtMs.delete(waiting);
      waiting.handleDeadline();
    }
  };
}
