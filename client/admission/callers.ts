/**
 * Tells who a caller is to the person: known, a stranger, or blocked. Beside the people whom the browser knows,
 * somebody who was called from this page is no stranger when they call back. Used by `calls.ts`.
 */

import type { PeerId } from "../../signaling/protocol.ts";
import { dropOldest } from "../../signaling/protocol/drop_oldest.ts";
import type { Caller, Ringing } from "./admission.ts";

/** People called from this page that are remembered. */
const DIALLED_MAX = 32;

export type CallersOptions = {
  /** Whether the person calls somebody, or is in a call with them. */
  readonly isInCallWith: (peerId: PeerId) => boolean;
  /** Whom this browser knows, and whom the person has blocked. */
  readonly callerOf: (peerId: PeerId) => Caller;
  readonly isAbsorbed: (callerId: PeerId) => boolean;
  readonly isQuiet: (callerId: PeerId) => boolean;
};

export class Callers {
  readonly #options: CallersOptions;
  readonly #dialled = new Set<PeerId>();

  constructor(options: CallersOptions) {
    this.#options = options;
  }

  noteDialled(peerId: PeerId): void {
    this.#dialled.add(peerId);
    dropOldest(this.#dialled, DIALLED_MAX);
  }

  /** Whom the person calls just now is heard even if they are blocked: the call is what the person wants. */
  kindOf(peerId: PeerId): Caller {
    if (this.#options.isInCallWith(peerId)) return "known";
    const caller = this.#options.callerOf(peerId);
    return caller === "stranger" && this.#dialled.has(peerId) ? "known" : caller;
  }

  isBlocked(peerId: PeerId): boolean {
    return this.#options.callerOf(peerId) === "blocked";
  }

  /** What an offer is judged by now. */
  describe(offer: { readonly id: PeerId }, { strangerRings }: { readonly strangerRings: number }): Ringing {
    const { isAbsorbed, isQuiet } = this.#options;
    return {
      caller: this.kindOf(offer.id),
      isAbsorbed: isAbsorbed(offer.id),
      isQuiet: isQuiet(offer.id),
      strangerRings,
    };
  }
}
