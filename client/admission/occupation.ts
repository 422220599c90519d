/**
 * Tells whether the person is busy with something that a stranger's ring must not interrupt: typing, or about to call
 * the person whose link opened the page. Both wear off: an idle field that has the focus, or a link opened an hour ago,
 * keeps nobody away. Knows nothing of calls; `main.tsx` joins it to the page.
 */

import type { PeerId } from "../../signaling/protocol.ts";

/** Strangers' rings within a minute that may take the screen, whatever the person does. */
export const FRONT_RINGS_MAX = 2;
/** How long somebody who has stopped counts as still typing: they may be reading an ID from a sheet, in milliseconds. */
export const TYPING_MS = 30_000;
/** How long somebody who followed a link counts as about to call, in milliseconds. */
export const INVITED_MS = 60_000;

export type OccupationOptions = {
  readonly now: () => number;
  /** Whether a field with text in it has the focus. */
  readonly hasText: () => boolean;
};

/** Asks the page whether a field with text in it has the focus. */
export function hasTypedText(): boolean {
  return document.querySelector("input[type=text]:focus:not(:placeholder-shown)") !== null;
}

export class Occupation {
  readonly #options: OccupationOptions;
  #typedAtMs = -Infinity;
  #invitedAtMs = -Infinity;
  #invitedBy: PeerId | null = null;

  constructor(options: OccupationOptions) {
    this.#options = options;
  }

  noteInput(): void {
    this.#typedAtMs = this.#options.now();
  }

  /** @param linkedPeerId whom the link in the address bar is of; null if it is no link, or the person's own */
  noteLink(linkedPeerId: PeerId | null): void {
    this.#invitedBy = linkedPeerId;
    this.#invitedAtMs = this.#options.now();
  }

  /** Whoever's link was followed may ring at once: the person is about to speak with them. */
  isAbsorbed(callerId: PeerId): boolean {
    const { now, hasText } = this.#options;
    const isTyping = now() - this.#typedAtMs < TYPING_MS && hasText();
    const isInvited = this.#invitedBy !== null && this.#invitedBy !== callerId &&
      now() - this.#invitedAtMs < INVITED_MS;
    return isTyping || isInvited;
  }
}
