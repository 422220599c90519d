/** What is said of pointing and drawing, in Spanish. */

import type { DrawWords } from "../../en/features/draw.ts";

export const draw: DrawWords = {
  draw: "Dibujar",
  stop: "Dejar de dibujar",
  theyPoint: (who) => `${who} está señalando.`,
  theyDraw: (who) => `${who} está dibujando.`,
  ownScreen: "Tu pantalla compartida",
  byKeys: "Señala con las teclas de flecha",
};
