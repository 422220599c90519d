/**
 * Features that go over to the call which takes their call's place, since they hold what no other page can take up: a
 * recording of the screen would need another press. Each is in a call again as soon as that one is answered, or is ended.
 * Used by `call_features.ts`.
 */

import type { PeerId } from "../../signaling/protocol.ts";
import { attempt } from "../bounds/attempt.ts";
import type { Feature } from "./feature.ts";

type Moving = { readonly peerId: PeerId; readonly name: string; readonly feature: Feature };

export class MovingFeatures {
  #all: readonly Moving[] = [];

  add(moving: Moving): void {
    this.#all = [...this.#all, moving];
  }

  has(peerId: PeerId, name: string): boolean {
    return this.#find(peerId, name) !== undefined;
  }

  /** Gives one to the call with that peer. */
  take(peerId: PeerId, name: string): Feature | undefined {
    const found = this.#find(peerId, name);
    this.#all = this.#all.filter((each) => each !== found);
    return found?.feature;
  }

  /** Ends those that no call will take. */
  end(isOver: (moving: Moving) => boolean): void {
    const over = this.#all.filter(isOver);
    this.#all = this.#all.filter((each) => !over.includes(each));
    for (const { feature } of over) attempt("end a feature", () => feature.close());
  }

  #find(peerId: PeerId, name: string): Moving | undefined {
    return this.#all.find((each) => each.peerId === peerId && each.name === name);
  }
}
