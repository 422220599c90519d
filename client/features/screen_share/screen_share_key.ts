/** How screens find the sharing of a screen in a call, and what they show of this end's. */

import type { Feature, FeatureKey } from "../../feature/feature.ts";

/** Why nothing is shared: the system lets no browser record, there is nothing to record, or the browser failed at it. */
export type ShareProblem = "blocked" | "nothing" | "failed";

export type ShareView = {
  readonly phase: "idle" | "choosing" | "sharing";
  /** What is shared, to be shown here too; null while nothing is. */
  readonly picture: MediaStream | null;
  /** Whether what is shared comes with its sound. */
  readonly hasSound: boolean;
  /** What is shown moves, so that a smooth picture matters more than a sharp one. */
  readonly isMoving: boolean;
  /** Why the last try came to nothing; null where it did not, or the person wanted it so. */
  readonly problem: ShareProblem | null;
};

export interface SharingFeature extends Feature<ShareView> {
  /** Has the person choose what to share. Call it while they press, or browsers refuse. */
  share(): Promise<void>;
  stop(): void;
  setMoving(isMoving: boolean): void;
}

export const SCREEN_SHARE: FeatureKey<SharingFeature> = { name: "screen-share" };
