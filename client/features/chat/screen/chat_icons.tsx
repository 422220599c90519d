/** The drawings of the chat. */

import { drawing } from "../../../screens/pieces/drawing.tsx";

export const ChatIcon = /* @__PURE__ */ drawing(
  "M7 4h10a3.5 3.5 0 0 1 3.5 3.5v5A3.5 3.5 0 0 1 17 16h-5l-4.5 4v-4H7a3.5 3.5 0 0 1-3.5-3.5v-5A3.5 3.5 0 0 1 7 4ZM8 8.5h8M8 11.8h5",
);
export const SendIcon = /* @__PURE__ */ drawing("M12 19.5V5m0 0-6 6m6-6 6 6");
export const WaitingIcon = /* @__PURE__ */ drawing("M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 8v4l2.5 2");
