/** What the button says that `embed.js` puts on pages of others, in Spanish. */

import type { ButtonWords } from "../../en/features/embed_button.ts";

export const button: ButtonWords = {
  callTo: (name) => ["Llamar a ", name],
  call: "Videollamada",
};
