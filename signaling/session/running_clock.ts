/**
 * A clock that stands still while the process does.
 *
 * A process that was stopped, or a machine that slept, wakes with every timer overdue and with everything that arrived
 * meanwhile unread. That time must not count against others' silence, or for how long something has lasted. A gap
 * between two looks at the clock that is longer than the looks are apart is taken for such a pause. Pure but for its
 * timer; `server.ts` starts it and hands it on.
 */

/** How often it looks by itself, in milliseconds. */
const TICK_MS = 250;
/** A longer gap is a pause, in milliseconds. A busy event loop is late as well, but not by so much. */
export const PAUSE_MS_MIN = 1_000;

export class RunningClock {
  readonly #readMs: () => number;
  #lookedAtMs: number;
  #pausedMs = 0;

  /** @param readMs a clock that nobody sets, in milliseconds */
  constructor(readMs: () => number = () => performance.now()) {
    this.#readMs = readMs;
    this.#lookedAtMs = readMs();
  }

  /** How long it has been running, in milliseconds from some moment on. */
  now(): number {
    return this.#look() - this.#pausedMs;
  }

  /** How long it has stood still since it was made, in milliseconds. */
  readPausedMs(): number {
    this.#look();
    return this.#pausedMs;
  }

  /** Begins to look at the clock; returns what ends that. */
  start(): () => void {
    const timer = setInterval(() => this.#look(), TICK_MS);
    return () => clearInterval(timer);
  }

  #look(): number {
    const nowMs = this.#readMs();
    const gapMs = nowMs - this.#lookedAtMs;
    if (gapMs >= PAUSE_MS_MIN) this.#pausedMs += gapMs;
    this.#lookedAtMs = nowMs;
    return nowMs;
  }
}
