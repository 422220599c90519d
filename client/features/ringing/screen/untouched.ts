/**
 * Whether the page may not ring: browsers let a page sound only once the person has touched it, and one that was opened
 * by itself, or loaded again, may wait for that for long. It says so only after a while, so that nobody who is about to
 * press something anyway is told to.
 */

import { signal } from "@preact/signals";

/** How long a page may lie untouched, in milliseconds. */
const UNTOUCHED_MS = 20_000;

export const isUntouched = signal(false);

/** Firefox tells whether sound waits for a touch at all. */
type AutoplayNavigator = Navigator & { getAutoplayPolicy?: (of: "audiocontext") => string };

export function watchTouch(): void {
  const { userActivation } = navigator;
  const mayAlways = (navigator as AutoplayNavigator).getAutoplayPolicy?.("audiocontext") === "allowed";
  if (userActivation === undefined || mayAlways) return; // Nobody can tell, or nothing is to be told.
  setTimeout(() => isUntouched.value = !userActivation.hasBeenActive, UNTOUCHED_MS);
  for (const type of ["pointerdown", "pointerup", "keydown"]) {
    addEventListener(type, () => {
      if (isUntouched.peek() && userActivation.hasBeenActive) isUntouched.value = false;
    }, { capture: true, passive: true });
  }
}
