/** What is said of pointing and drawing, in Portuguese. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "Desenhar",
  stop: "Parar de desenhar",
  theyPoint: (who) => `${who} está apontando.`,
  theyDraw: (who) => `${who} está desenhando.`,
  ownScreen: "Sua tela compartilhada",
  byKeys: "Aponte com as setas do teclado",
};
