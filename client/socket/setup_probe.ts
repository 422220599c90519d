/** Probes the socket now and then while a call is being set up, since every message then depends on it. */

/** How often, in milliseconds. */
const SETUP_PROBE_MS = 1_000;

export type SetupProbeOptions = {
  readonly monotonicNow: () => number;
  readonly isNeeded: () => boolean;
  readonly onDoubt: () => void;
};

export class SetupProbe {
  readonly #options: SetupProbeOptions;
  #probedAtMs = 0;

  constructor(options: SetupProbeOptions) {
    this.#options = options;
  }

  /** Call it more often than `SETUP_PROBE_MS`. */
  tick(): void {
    const nowMs = this.#options.monotonicNow();
    if (nowMs - this.#probedAtMs < SETUP_PROBE_MS || !this.#options.isNeeded()) return;
    this.#probedAtMs = nowMs;
    this.#options.onDoubt();
  }
}
