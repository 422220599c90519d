/**
 * Reactions of one call, each of which shows for some seconds, and whether the hands of its people are up. A reaction that
 * is late is worth nothing, so it is said once and by the connection alone; a hand is up until it is not, so of what is
 * said of it the last counts, and arrives.
 */

import { is, isBoolean, shape } from "../../../signaling/protocol.ts";
import type { FeatureCall, FeatureLine } from "../../feature/feature.ts";
import { type Reaction, REACTIONS, type ReactionsFeature, type ReactionsView } from "./reactions_key.ts";

/** For how long a reaction shows, in milliseconds; and how many of each end at once: more would hide the picture. */
export const SHOWN_MS = 4_000;
export const SHOWN_MAX = 5;

const isReaction = shape({ reaction: is(...REACTIONS) });
const isHand = shape({ isHandUp: isBoolean });

class Reactions implements ReactionsFeature {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #nextKey = 1;
  view: ReactionsView = { shown: [], isHandUp: false, isRemoteHandUp: false };

  constructor(line: FeatureLine, call: FeatureCall) {
    [this.#line, this.#call] = [line, call];
    if (isHand(call.legacy)) this.#raise(call.legacy.isHandUp);
  }

  bequeath(): { isHandUp: boolean } {
    return { isHandUp: this.view.isHandUp };
  }

  react(reaction: Reaction): void {
    if (this.#add(reaction, { isOwn: true })) this.#line.sendDirect({ reaction });
  }

  setHand(isHandUp: boolean): void {
    if (this.#raise(isHandUp)) this.#call.changed();
  }

  receive(body: unknown): void {
    if (isHand(body) && body.isHandUp !== this.view.isRemoteHandUp) this.#show({ isRemoteHandUp: body.isHandUp });
  }

  receiveDirect(body: unknown): void {
    if (isReaction(body)) this.#add(body.reaction, { isOwn: false });
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #raise(isHandUp: boolean): boolean {
    if (isHandUp === this.view.isHandUp) return false;
    this.#line.send({ isHandUp }, { isLatest: true });
    this.view = { ...this.view, isHandUp };
    return true;
  }

  /** Tells whether there was room for it. */
  #add(reaction: Reaction, { isOwn }: { isOwn: boolean }): boolean {
    if (this.view.shown.filter((each) => each.isOwn === isOwn).length >= SHOWN_MAX) return false;
    const key = this.#nextKey++;
    this.#show({ shown: [...this.view.shown, { key, reaction, isOwn }] });
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#show({ shown: this.view.shown.filter((each) => each.key !== key) });
    }, SHOWN_MS);
    this.#timers.add(timer);
    return true;
  }

  #show(change: Partial<ReactionsView>): void {
    this.view = { ...this.view, ...change };
    this.#call.changed();
  }
}

export function open(line: FeatureLine, call: FeatureCall): ReactionsFeature {
  return new Reactions(line, call);
}
