/** How whoever joins the page finds the handing over of reach cards in a call, and what it shows. */

import type { Feature, FeatureKey } from "../../feature/feature.ts";
import type { SignedCard } from "../../reach/reach_card.ts";

export type ReachView = {
  /** What the other end has handed over, unread; another object each time. */
  readonly received: object | null;
};

export interface ReachFeature extends Feature<ReachView> {
  /** Hands the own card over, and again until the other end has said that it has it. */
  hand(card: SignedCard, seq: number): void;
  /** Says that the other end's card has come. */
  confirm(seq: number): void;
}

export const REACH_KEY: FeatureKey<ReachFeature> = { name: "reach" };
