/** What the button says that `embed.js` puts on pages of others, in Simplified Chinese. */

import type { ButtonWords } from "../../en/features/embed_button.ts";

export const button: ButtonWords = {
  callTo: (name) => ["呼叫 ", name],
  call: "视频通话",
};
