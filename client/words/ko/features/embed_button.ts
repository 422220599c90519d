/** What the button says that `embed.js` puts on pages of others, in Korean. */

import type { ButtonWords } from "../../en/features/embed_button.ts";

export const button: ButtonWords = {
  callTo: (name) => [name, " 님에게 전화하기"],
  call: "영상 통화",
};
