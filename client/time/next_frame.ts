/**
 * Does something once before the next frame is drawn, however often it is asked; nobody can see faster changes. A
 * hidden tab draws nothing, so a timer stands in. Used where others set the pace.
 */

/** How long a frame may take before it counts as never coming, in milliseconds. */
const FRAME_MS_MAX = 100;

export class NextFrame {
  readonly #act: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;

  constructor(act: () => void) {
    this.#act = act;
  }

  request(): void {
    if (this.#timer !== undefined) return;
    const run = () => {
      this.cancel();
      this.#act();
    };
    this.#timer = setTimeout(run, FRAME_MS_MAX);
    this.#frame = globalThis.requestAnimationFrame?.(run);
  }

  /** It has been done meanwhile. */
  cancel(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#timer = this.#frame = undefined;
  }
}
