/**
 * Makes icons that come with the screen of a feature, on the grid and with the stroke of `static/icons.svg`: what stands
 * in that file, each first load pays for.
 */

import type { JSX } from "preact";

/** @param path of an SVG, 24 wide and high */
export function drawing(path: string): () => JSX.Element {
  return () => (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
