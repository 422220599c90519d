/** What the button says that `embed.js` puts on pages of others, in Arabic. */

import type { ButtonWords } from "../../en/features/embed_button.ts";

export const button: ButtonWords = {
  callTo: (name) => ["الاتصال بـ ", name],
  call: "مكالمة فيديو",
};
