/** What the button says that `embed.js` puts on pages of others, in Italian. */

import type { ButtonWords } from "../../en/features/embed_button.ts";

export const button: ButtonWords = {
  callTo: (name) => ["Chiama ", name],
  call: "Videochiamata",
};
