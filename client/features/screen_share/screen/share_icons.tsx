/** The drawings of sharing a screen. */

import { drawing } from "../../../screens/pieces/drawing.tsx";

const SCREEN =
  "M5 4.5h14a2.5 2.5 0 0 1 2.5 2.5v8a2.5 2.5 0 0 1-2.5 2.5H5A2.5 2.5 0 0 1 2.5 15V7A2.5 2.5 0 0 1 5 4.5ZM8.5 21h7";

/** A screen with an arrow that leaves it. */
export const ShareIcon = /* @__PURE__ */ drawing(`${SCREEN}M12 14V8m0 0-2.6 2.6M12 8l2.6 2.6`);
/** The same, crossed out. */
export const StopIcon = /* @__PURE__ */ drawing(`${SCREEN}M9.5 8.5l5 5m0-5-5 5`);
export const SwapIcon = /* @__PURE__ */ drawing(
  "M4 9h14m0 0-3.5-3.5M18 9l-3.5 3.5M20 15.5H6m0 0 3.5 3.5M6 15.5 9.5 12",
);
