/**
 * Whether the person is absorbed in something that a stranger's ring must not take the screen from: typing, or about to
 * call whose link opened the page. Both end by themselves: a field that only kept the focus, and a page that was opened
 * by a link an hour ago, keep nobody away. Knows nothing of calls; `main.tsx` feeds it the page's events.
 */

import type { PeerId } from "../signaling/protocol.ts";

/** How long somebody who has stopped counts as still typing: they may be reading an ID from a sheet, in milliseconds. */
export const TYPING_MS = 30_000;
/** How long somebody who followed a link counts as about to call, in milliseconds. */
export const INVITED_MS = 60_000;

export class Occupation {
  readonly #now: () => number;
  #typedAtMs = -Infinity;
  #invitedAtMs = -Infinity;
  #invitedBy: PeerId | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  noteInput(): void {
    this.#typedAtMs = this.#now();
  }

  /** @param linkedPeerId whom the link in the address bar is of; null if it is no link, or the person's own */
  noteLink(linkedPeerId: PeerId | null): void {
    this.#invitedBy = linkedPeerId;
    this.#invitedAtMs = this.#now();
  }

  /**
   * Whoever's link was followed may ring at once: the person is about to speak with them.
   *
   * @param hasText whether a field with text in it has the focus
   */
  isAbsorbed(callerId: PeerId, hasText: boolean): boolean {
    const isTyping = hasText && this.#now() - this.#typedAtMs < TYPING_MS;
    const isInvited = this.#invitedBy !== null && this.#invitedBy !== callerId &&
      this.#now() - this.#invitedAtMs < INVITED_MS;
    return isTyping || isInvited;
  }
}
