/** The drawings of how pictures are shown. */

import { drawing } from "../../../screens/pieces/drawing.tsx";

export const FullScreenIcon = /* @__PURE__ */ drawing(
  "M4 9V6a2 2 0 0 1 2-2h3M15 4h3a2 2 0 0 1 2 2v3M20 15v3a2 2 0 0 1-2 2h-3M9 20H6a2 2 0 0 1-2-2v-3",
);
export const SmallWindowIcon = /* @__PURE__ */ drawing(
  "M21 11V7a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h5M14.5 14h5a1.5 1.5 0 0 1 1.5 1.5v3a1.5 1.5 0 0 1-1.5 1.5h-5a1.5 1.5 0 0 1-1.5-1.5v-3a1.5 1.5 0 0 1 1.5-1.5z",
);
export const WholePictureIcon = /* @__PURE__ */ drawing(
  "M3 7a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM8 5v14M16 5v14",
);
export const OwnPictureIcon = /* @__PURE__ */ drawing(
  "M3 7a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM13 13.5h5v3h-5z",
);
