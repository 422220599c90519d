/** What the button says that `embed.js` puts on pages of others, in English; its type is what every language says. */

import type { Rich } from "../../grammar/rich.ts";

export const button = {
  callTo: <Node>(name: Node): Rich<Node> => ["Call ", name],
  /** Where the page names nobody. */
  call: "Video call",
};

export type ButtonWords = typeof button;
