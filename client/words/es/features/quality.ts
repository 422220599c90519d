/** What is said of how good a call's connection is, and its details, in Spanish. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "Conexión",
  levels: ["Conexión muy mala", "Conexión mala", "Conexión regular", "Conexión buena"],
  losing: {
    own: "Tu conexión está perdiendo sonido.",
    theirs: (who) => `La conexión de ${who} está perdiendo sonido.`,
    both: "La conexión está perdiendo sonido.",
  },
  slow: {
    own: "Tu conexión es lenta.",
    theirs: (who) => `La conexión de ${who} es lenta.`,
    both: "La conexión es lenta.",
  },
  busy: {
    own: "Este dispositivo no da abasto.",
    theirs: (who) => `El dispositivo de ${who} no da abasto.`,
  },
  directBy: (protocol) => `Directa, por ${protocol}`,
  relayedBy: (protocol) => `Con un retransmisor, por ${protocol}`,
};

export const details: DetailWords = {
  received: "Recibes",
  sent: "Envías",
  roundTrip: "Ida y vuelta",
  delay: "Retardo",
  lost: "Sonido perdido",
  picture: "Imagen",
  rate: "Velocidad",
  repeats: "Sonido repetido",
  path: "Ruta",
  codecs: "Códecs",
  encryption: "Cifrado",
  close: "Cerrar",
  kept: "Cómo fueron las últimas llamadas se guarda en este dispositivo, sin nombres.",
  exportRecords: "Exportar",
  deleteRecords: "Eliminar",
};
