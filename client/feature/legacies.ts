/**
 * What the features of a call leave to those of a call that goes on with it, at the same end: in this page, where the other
 * end's page came back; or by way of the tab, where this one did. Plain data, by the names of features. It is kept of the
 * last call with each peer, until another begins that goes on with none. Used by `call_features.ts`.
 */

import type { PeerId } from "../../signaling/protocol.ts";
import { attempt } from "../bounds/attempt.ts";
import type { Feature } from "./feature.ts";

export type Legacy = Readonly<Record<string, unknown>>;

export class Legacies {
  readonly #left = new Map<PeerId, Legacy>();

  /** Takes what a feature leaves of its call with a peer. */
  keep(peerId: PeerId, name: string, feature: Feature | null): void {
    attempt("keep what a feature leaves", () => {
      const left = feature?.bequeath?.();
      if (left !== undefined) this.inherit(peerId, { ...this.of(peerId), [name]: left });
    });
  }

  /** Takes what a page before this one has left. */
  inherit(peerId: PeerId, legacy: Legacy): void {
    this.#left.set(peerId, legacy);
  }

  of(peerId: PeerId): Legacy {
    return this.#left.get(peerId) ?? {};
  }

  /** Forgets what is of calls with these, with which none goes on any more. */
  forget(isOver: (peerId: PeerId) => boolean): void {
    for (const peerId of this.#left.keys()) if (isOver(peerId)) this.#left.delete(peerId);
  }
}
