/** What the panel for comparing words says, in Spanish; `things.ts` has the words themselves. */

import type { ComparisonWords } from "../en/comparison.ts";

const waiting = "Obteniendo las palabras de ambos lados…";

export const comparison: ComparisonWords = {
  verify: "Verificar",
  verified: "Verificado",
  wouldCompare: (who) => [who, " quiere comparar palabras."],
  showWords: "Ver palabras",
  compareWith: (who) => ["Comparar palabras con ", who],
  close: "Cerrar",
  readAloud:
    "Léelas en voz alta y escucha las de la otra persona. Si son las mismas y en el mismo orden, no hay nadie " +
    "en medio.",
  orNumber: (number) => ["O compara el número ", number],
  differ: "Son distintas",
  match: "Coinciden",
  verifiedAt: (moment) => `Verificaste este ID: ${moment}`,
  reallyDiffer: "Ya habías verificado este ID. Si las palabras son realmente distintas ahora, puede haber alguien en " +
    "medio: la llamada terminará y este ID dejará de contar como verificado.",
  stay: "Volver",
  end: "Finalizar llamada",
  tryAgain: "Reintentar",
  phases: {
    idle: waiting,
    waiting,
    done: waiting,
    aborted: "El otro lado no respondió. Sigue en la llamada e inténtalo de nuevo.",
    refused: "Tres comparaciones con este ID se interrumpieron en una hora, y cada una da a alguien en medio una " +
      "oportunidad de adivinar. Espera una hora y vuelve a llamar para comparar.",
    broken: "El otro lado envió algo que no encaja. No te fíes de esta llamada.",
  },
};
