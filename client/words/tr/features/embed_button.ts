/** What the button says that `embed.js` puts on pages of others, in Turkish. */

import type { ButtonWords } from "../../en/features/embed_button.ts";

export const button: ButtonWords = {
  callTo: (name) => ["Ara: ", name],
  call: "Görüntülü ara",
};
