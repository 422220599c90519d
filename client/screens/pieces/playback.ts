/**
 * Keeps the pictures and sound of a call playing. A media key, the system or the browser's own window may pause an
 * element, and no control on the page could start it again. It gives up after a few tries, so it never fights the
 * browser for long. Knows nothing of calls.
 */

import { attempt } from "../../bounds/attempt.ts";

/** So often it is played again within `REPLAYS_MS`; after that the person is asked. */
export const REPLAYS_MAX = 8;
export const REPLAYS_MS = 10_000;

/**
 * Gives an element a stream, and returns what takes it away again, for when the element leaves the page: a browser keeps
 * one that has a stream for as long as that goes on, with all that hangs on it.
 */
export function attach(element: HTMLMediaElement | null, stream: MediaStream | null | undefined): () => void {
  if (element === null) return () => {};
  element.srcObject = stream ?? null;
  return () => element.srcObject = null;
}

export class Playback {
  readonly #ask: (isNeeded: boolean) => void;
  readonly #now: () => number;
  #replayedAtMs: number[] = [];

  /** @param ask is told whether a tap is needed before anything plays */
  constructor(ask: (isNeeded: boolean) => void, now = () => performance.now()) {
    this.#ask = ask;
    this.#now = now;
  }

  /** Gives an element a stream and plays it; returns what takes it away, as `attach()` does. */
  show(element: HTMLMediaElement | null, stream: MediaStream | null | undefined): () => void {
    const detach = attach(element, stream);
    this.play(element);
    return detach;
  }

  play(element: HTMLMediaElement | null): void {
    if (element === null || element.srcObject === null) return;
    attempt("play a call", () =>
      element.play().then(() => element.muted || this.#ask(false), (error: unknown) => {
        // Any other refusal (a stream replaced while it loads, another pause) is followed by another try.
        if (error instanceof DOMException && error.name === "NotAllowedError") this.#ask(true);
      }));
  }

  /** Something outside of the page has paused an element; one that has left the page is only being put away. */
  handlePause(element: HTMLMediaElement): void {
    if (!element.isConnected) return;
    const nowMs = this.#now();
    this.#replayedAtMs = this.#replayedAtMs.filter((atMs) => nowMs - atMs < REPLAYS_MS);
    if (this.#replayedAtMs.length >= REPLAYS_MAX) return this.#ask(true);
    this.#replayedAtMs.push(nowMs);
    this.play(element);
  }
}
