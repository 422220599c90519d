/** The icons of sharing a screen, on the grid of `icons.svg`, which comes with the first screen and so is no place for them. */

import type { ComponentChildren } from "preact";

function Icon({ children }: { children: ComponentChildren }) {
  return <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{children}</svg>;
}

/** A screen with an arrow that leaves it; crossed out, where the next press ends that. */
export function ScreenIcon({ isOff }: { isOff: boolean }) {
  return (
    <Icon>
      <rect x="2.5" y="4.5" width="19" height="13" rx="2.5" />
      <path d={isOff ? "M8.5 21h7M9.5 8.5l5 5m0-5-5 5" : "M8.5 21h7M12 14V8m0 0-2.6 2.6M12 8l2.6 2.6"} />
    </Icon>
  );
}

export function SwapIcon() {
  return (
    <Icon>
      <path d="M4 9h14m0 0-3.5-3.5M18 9l-3.5 3.5M20 15.5H6m0 0 3.5 3.5M6 15.5 9.5 12" />
    </Icon>
  );
}
