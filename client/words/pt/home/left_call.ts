/** What offers to go on with a call of a page before this one, in Portuguese. */

import type { LeftCallWords } from "../../en/home/left_call.ts";

export const leftCall: LeftCallWords = {
  offer: (who) => `Você estava em uma chamada com ${who}, que está esperando por você.`,
  rejoin: "Voltar à chamada",
  leave: "Sair",
};
