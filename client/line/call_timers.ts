/** The timers of one call. Each fires once and can be started again at any time. Does not know what they are for. */

import { attempt } from "../bounds/attempt.ts";
import type { TimerName } from "../call/call.ts";

export class CallTimers {
  readonly #timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  readonly #fire: (timer: TimerName) => void;

  constructor(fire: (timer: TimerName) => void) {
    this.#fire = fire;
  }

  start(timer: TimerName, ms: number): void {
    this.stop(timer);
    this.#timers.set(timer, setTimeout(() => this.#fire(timer), ms));
  }

  stop(timer: TimerName): void {
    clearTimeout(this.#timers.get(timer));
  }

  stopAll(): void {
    for (const timer of this.#timers.keys()) attempt("stop a timer", () => this.stop(timer));
  }
}
