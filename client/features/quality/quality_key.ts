/** How screens find how good the connection of a call is, and what they show of it. */

import type { ReadonlySignal } from "@preact/signals";
import type { Feature, FeatureKey } from "../../feature/feature.ts";
import type { Cause } from "./cause.ts";
import type { CallRecord } from "./call_records.ts";
import type { Bars } from "./e_model.ts";
import type { Figures, Reading } from "./reading.ts";

/** Of how many seconds there are. */
export const SAMPLES_MAX = 60;

/** How the call was in one second. */
export type Sample = Omit<Figures, "bufferMs"> & Pick<Reading, "roundTripMs" | "received" | "sent"> & {
  /** From mouth to ear, as far as this end can tell, in milliseconds. */
  readonly delayMs: number;
  /** Share of this end's sound that the other has said it had to make up, 0 to 1; null where it has not. */
  readonly toldLost: number | null;
};

/** Signals of their own: they change each second, and what else is shown of the call does not. */
export type QualityView = {
  /** Null before anything was measured. */
  readonly bars: ReadonlySignal<Bars | null>;
  /** What people are told; null where there is nothing. */
  readonly cause: ReadonlySignal<Cause | null>;
  /** Of the last minute, the oldest first. */
  readonly samples: ReadonlySignal<readonly Sample[]>;
  readonly latest: ReadonlySignal<Reading | null>;
};

export interface QualityFeature extends Feature<QualityView> {
  /** When the call was connected first, by the page's own time; before the page where that took the call over. */
  noteConnected(atMs: number): void;
  /** How the latest calls went, this one first. */
  readRecords(): readonly CallRecord[];
  /** Keeps no earlier call any more. */
  deleteRecords(): void;
}

export const QUALITY: FeatureKey<QualityFeature> = { name: "quality" };
