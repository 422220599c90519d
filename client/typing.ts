/**
 * Whether the person is typing: text stands in a field that has the focus, and they have changed something in it a
 * moment ago. A field that only kept the focus, as after somebody gave their name and waits for a call, is no reason to
 * keep that call from the screen. Knows nothing of calls; `main.tsx` feeds it the page's events.
 */

/** How long somebody who has stopped counts as still typing: they may be reading an ID from a sheet, in milliseconds. */
export const TYPING_MS = 30_000;

export class Typing {
  readonly #now: () => number;
  #changedAtMs = -Infinity;

  constructor(now: () => number) {
    this.#now = now;
  }

  noteInput(): void {
    this.#changedAtMs = this.#now();
  }

  /** @param hasText whether a field with text in it has the focus */
  isGoingOn(hasText: boolean): boolean {
    return hasText && this.#now() - this.#changedAtMs < TYPING_MS;
  }
}
