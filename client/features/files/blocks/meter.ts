/** How fast a transfer is: from what came within the last seconds. Pure; plain numbers. */

/** The time that is looked at, and the least between two looks, in milliseconds. */
const SPAN_MS = 5_000;
const STEP_MS = 250;

export class Meter {
  #marks: { readonly atMs: number; readonly bytes: number }[] = [];

  /** Begins anew: the time that it stood still says nothing of how fast it is. */
  restart(): void {
    this.#marks = [];
  }

  note(bytes: number, nowMs: number): void {
    const last = this.#marks.at(-1);
    if (last !== undefined && nowMs - last.atMs < STEP_MS && nowMs >= last.atMs) return;
    this.#marks = [...this.#marks.filter(({ atMs }) => Math.abs(nowMs - atMs) <= SPAN_MS), { atMs: nowMs, bytes }];
  }

  /** Null before there are two looks to compare. */
  bytesPerSecond(bytes: number, nowMs: number): number | null {
    const first = this.#marks.find(({ atMs }) => nowMs - atMs <= SPAN_MS);
    const spanMs = first === undefined ? 0 : nowMs - first.atMs;
    return first === undefined || spanMs < 2 * STEP_MS ? null : Math.max(0, (bytes - first.bytes) * 1_000 / spanMs);
  }
}
