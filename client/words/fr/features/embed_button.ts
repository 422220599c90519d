/** What the button says that `embed.js` puts on pages of others, in French. */

import type { ButtonWords } from "../../en/features/embed_button.ts";

export const button: ButtonWords = {
  callTo: (name) => ["Appeler ", name],
  call: "Appel vidéo",
};
