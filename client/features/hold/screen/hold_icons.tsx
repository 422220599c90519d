/** The drawings of calls on hold. */

import { drawing } from "../../../screens/pieces/drawing.tsx";

export const HoldIcon = /* @__PURE__ */ drawing("M9 6v12M15 6v12");
export const ResumeIcon = /* @__PURE__ */ drawing("M8 5.5v13l11-6.5Z");
