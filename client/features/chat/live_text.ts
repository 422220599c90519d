/**
 * Sends what the person types as they type it, as a whole each time, so that nothing is wrong for long that was lost: the
 * first letter at once, then whatever has become of it five times a second at most, and once more every few seconds as long
 * as there is any.
 */

/** How often at most it is sent, in milliseconds; and after how many such times without a change it is sent again. */
export const LIVE_MS = 200;
const AGAIN_TICKS = 15;

export class LiveText {
  readonly #send: (text: string) => boolean;
  #text = "";
  #isDue = false;
  #ticks = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param send false if it could not be sent */
  constructor(send: (text: string) => boolean) {
    this.#send = send;
  }

  set(text: string): void {
    if (text === this.#text) return;
    [this.#text, this.#isDue] = [text, true];
    if (this.#timer !== undefined) return;
    this.#timer = setInterval(() => this.#tick(), LIVE_MS);
    this.#tick();
  }

  /** It has become a message, or is nobody's any more. */
  stop(): void {
    clearInterval(this.#timer);
    [this.#timer, this.#text, this.#isDue] = [undefined, "", false];
  }

  #tick(): void {
    if (this.#isDue || ++this.#ticks >= AGAIN_TICKS) {
      [this.#isDue, this.#ticks] = [!this.#send(this.#text), 0];
    } else if (this.#text === "") this.stop();
  }
}
