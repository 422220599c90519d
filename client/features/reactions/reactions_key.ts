/** How screens find the reactions and raised hands of a call, and what they show of them. */

import type { Feature, FeatureKey } from "../../feature/feature.ts";

/** The one small set, in the order in which it is offered. */
export const REACTIONS = ["thumbs-up", "heart", "laugh", "wow", "party"] as const;
export type Reaction = typeof REACTIONS[number];

export type ShownReaction = {
  /** Its own among all of the call. */
  readonly key: number;
  readonly reaction: Reaction;
  readonly isOwn: boolean;
};

export type ReactionsView = {
  /** Those of the last seconds, the oldest first. */
  readonly shown: readonly ShownReaction[];
  readonly isHandUp: boolean;
  readonly isRemoteHandUp: boolean;
};

export interface ReactionsFeature extends Feature<ReactionsView> {
  /** Shows it at both ends; more than a few at once are not said. */
  react(reaction: Reaction): void;
  setHand(isUp: boolean): void;
}

export const REACTIONS_KEY: FeatureKey<ReactionsFeature> = { name: "reactions" };
