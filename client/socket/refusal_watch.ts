/**
 * When the server is asked why it opens no socket: once for each that failed unheard, one question at a time. What asks and
 * says it is loaded for the first; where that does not come, nothing is known.
 */

import type { Refusal, RefusalCause } from "./refusal.ts";

export type RefusalWatchOptions = {
  readonly load: () => Promise<{
    readonly askWhyRefused: (url: string) => Promise<Refusal>;
    readonly refusalSentence: (cause: RefusalCause) => string;
  }>;
  /** Where to ask. */
  readonly url: string;
  /** Takes what says why; null where nothing is known but that there is no socket. */
  readonly onTold: (say: (() => string) | null, retryAfterMs: number) => void;
};

export class RefusalWatch {
  readonly #options: RefusalWatchOptions;
  #isAsking = false;
  #wasCut = false;

  constructor(options: RefusalWatchOptions) {
    this.#options = options;
  }

  async handleUnheard(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const [say, retryAfterMs] = await this.#ask();
    this.#isAsking = false;
    this.#options.onTold(say, retryAfterMs);
  }

  async #ask(): Promise<[say: (() => string) | null, retryAfterMs: number]> {
    const { load, url } = this.#options;
    try {
      const { askWhyRefused, refusalSentence } = await load();
      const { cause, retryAfterMs } = await askWhyRefused(url);
      // A server that has just come back answers a question after it could not open a socket: that is no cut.
      const isDoubtful = cause === "cut" && !this.#wasCut;
      this.#wasCut = cause === "cut";
      return [cause === "unreachable" || isDoubtful ? null : () => refusalSentence(cause), retryAfterMs];
    } catch {
      this.#wasCut = false;
      return [null, 0]; // The server is away, and with it what would ask.
    }
  }
}
