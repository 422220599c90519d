/** What the button says that `embed.js` puts on pages of others, in Ukrainian. */

import type { ButtonWords } from "../../en/features/embed_button.ts";

export const button: ButtonWords = {
  callTo: (name) => ["Зателефонувати: ", name],
  call: "Відеодзвінок",
};
