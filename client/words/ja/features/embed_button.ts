/** What the button says that `embed.js` puts on pages of others, in Japanese. */

import type { ButtonWords } from "../../en/features/embed_button.ts";

export const button: ButtonWords = {
  callTo: (name) => [name, "に電話をかける"],
  call: "ビデオ通話",
};
