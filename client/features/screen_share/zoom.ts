/**
 * How far a picture is zoomed, and which part of it is in sight. Pure: pixels and presses go in, what to draw comes out.
 * Places are in CSS pixels from the middle of the picture's box.
 */

export type Zoom = {
  /** 1 shows all of it. */
  readonly scale: number;
  /** Where the middle of the picture has been moved to. */
  readonly x: number;
  readonly y: number;
};
export type Size = { readonly width: number; readonly height: number };
export type Place = { readonly x: number; readonly y: number };

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };
const SCALE_MAX = 8;

/** Zooms by a factor, so that what is at `place` stays there. */
export function zoomAt(zoom: Zoom, factor: number, place: Place, size: Size): Zoom {
  const scale = Math.min(Math.max(zoom.scale * factor, 1), SCALE_MAX);
  const ratio = scale / zoom.scale;
  return keepIn({ scale, x: place.x - (place.x - zoom.x) * ratio, y: place.y - (place.y - zoom.y) * ratio }, size);
}

export function pan(zoom: Zoom, by: Place, size: Size): Zoom {
  return keepIn({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, size);
}

/** Never beyond the picture's edges. */
function keepIn({ scale, x, y }: Zoom, { width, height }: Size): Zoom {
  const [xMax, yMax] = [width * (scale - 1) / 2, height * (scale - 1) / 2];
  return { scale, x: Math.min(Math.max(x, -xMax), xMax), y: Math.min(Math.max(y, -yMax), yMax) };
}

/** What two fingers, or one, have done between two moments: the middle of them moved, and they spread. */
export function pinch(before: readonly Place[], after: readonly Place[]): { by: Place; factor: number; at: Place } {
  const [from, to] = [middleOf(before), middleOf(after)];
  const spread = spreadOf(before);
  return { by: { x: to.x - from.x, y: to.y - from.y }, factor: spread ? spreadOf(after) / spread : 1, at: to };
}

const NOWHERE: Place = { x: 0, y: 0 };

function middleOf([a = NOWHERE, b = a]: readonly Place[]): Place {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function spreadOf([a = NOWHERE, b = a]: readonly Place[]): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
