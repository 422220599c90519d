/** What the button says that `embed.js` puts on pages of others, in Portuguese. */

import type { ButtonWords } from "../../en/features/embed_button.ts";

export const button: ButtonWords = {
  callTo: (name) => ["Ligar para ", name],
  call: "Chamada de vídeo",
};
