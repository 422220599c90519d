/** What pages say that run no script, in Spanish. */

import type { PlainWords } from "../../en/home/plain.ts";

export const plain: PlainWords = {
  needsScript: "Las videollamadas necesitan JavaScript. Actívalo para esta página y vuelve a cargarla.",
  nothing: {
    title: "Aquí no hay nada",
    heading: "Aquí no hay nada",
    explanation: "Esta dirección no lleva a ninguna parte. Si alguien te envió un enlace, cópialo entero y vuelve " +
      "a intentarlo: termina en cinco grupos de cuatro letras y cifras.",
    home: "Ir a la página principal",
  },
};
