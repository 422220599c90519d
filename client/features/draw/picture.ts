/**
 * Which place of a picture is under a pixel, where the picture is shown whole in a box, with bars beside it or above and
 * below. Pure; a box that is zoomed and moved is given as it stands then.
 */

import type { Place } from "./draw_key.ts";

export type Size = { readonly width: number; readonly height: number };
export type Box = Size & { readonly left: number; readonly top: number };

/** The place in the picture; out of it with parts below 0 or above 1. */
export function placeIn(picture: Size, { left, top, width, height }: Box, x: number, y: number): Place {
  const scale = Math.min(width / picture.width, height / picture.height);
  return {
    x: (x - left - width / 2) / scale / picture.width + 0.5,
    y: (y - top - height / 2) / scale / picture.height + 0.5,
  };
}

/** The nearest place in the picture. */
export function keepIn({ x, y }: Place): Place {
  return { x: Math.min(Math.max(x, 0), 1), y: Math.min(Math.max(y, 0), 1) };
}
