/** The drawings of files. */

import { drawing } from "../../../screens/pieces/drawing.tsx";

export const FileIcon = /* @__PURE__ */ drawing(
  "M13.5 3.5H8A2.5 2.5 0 0 0 5.5 6v12A2.5 2.5 0 0 0 8 20.5h8a2.5 2.5 0 0 0 2.5-2.5V8.5l-5-5Zm0 0v5h5",
);
export const FolderIcon = /* @__PURE__ */ drawing(
  "M3.5 8A2.5 2.5 0 0 1 6 5.5h3.5l2 2.5H18a2.5 2.5 0 0 1 2.5 2.5V16a2.5 2.5 0 0 1-2.5 2.5H6A2.5 2.5 0 0 1 3.5 16V8Z",
);
export const PauseIcon = /* @__PURE__ */ drawing("M9 6v12m6-12v12");
export const ResumeIcon = /* @__PURE__ */ drawing("M8.5 5.5v13l10-6.5-10-6.5Z");
