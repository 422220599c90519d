/** What offers to go on with a call of a page before this one, in German. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `Du warst in einem Anruf mit ${who} und wirst dort erwartet.`,
  rejoin: "Zurück in den Anruf",
  leave: "Verlassen",
};
