/** What offers to go on with a call of a page before this one, in Spanish. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `Estabas en una llamada con ${who}, que te está esperando.`,
  rejoin: "Volver a la llamada",
  leave: "Salir",
};
