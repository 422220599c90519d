/** How screens find the pointing and drawing of a call, and what they show of it. */

import type { ReadonlySignal } from "@preact/signals";
import type { Feature, FeatureKey } from "../../feature/feature.ts";

/** In parts of the picture's width and height, from its top left. */
export type Place = { readonly x: number; readonly y: number };

export type Stroke = {
  readonly stroke: number;
  /** x, y, x, y …; a point alone stands twice, so that there is a line. */
  readonly points: readonly number[];
  /** Until when it shows, in wall-clock time. */
  readonly untilMs: number;
};

/** What one end has drawn of late, the oldest first, and where it points; null where it does not. */
export type Trail = {
  readonly strokes: readonly Stroke[];
  readonly dot: Place & Pick<Stroke, "untilMs"> | null;
};

/** Signals of their own: they change with each frame, and what else is shown of the call does not. */
export type DrawView = { readonly own: ReadonlySignal<Trail>; readonly remote: ReadonlySignal<Trail> };

export interface DrawFeature extends Feature<DrawView> {
  /** Points there, with the stroke of that number unless it is 0; at nothing any more if `place` is null. */
  mark(stroke: number, place: Place | null): void;
}

export const DRAW: FeatureKey<DrawFeature> = { name: "draw" };
