/** What is said of sharing the screen, in Spanish. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "Compartir pantalla",
  stop: "Dejar de compartir",
  swap: "Intercambiar imágenes",
  sharedScreen: "Pantalla compartida",
  sharing: "Estás compartiendo tu pantalla.",
  sharingWithSound: "Estás compartiendo tu pantalla con sonido.",
  stopped: "Ya no compartes tu pantalla.",
  theyShare: (who) => `${who} comparte su pantalla.`,
  theyStopped: (who) => `${who} ya no comparte su pantalla.`,
  moving: "Movimiento fluido",
  zoomIn: "Acercar",
  zoomOut: "Alejar",
  zoomWhole: "Ajustar a la pantalla",
  zoomed: (percent) => `La pantalla compartida se muestra al ${percent} por ciento.`,
  problems: {
    blocked: "Este navegador no tiene permiso para grabar la pantalla. Permítelo en los ajustes de privacidad del " +
      "sistema y vuelve a compartir.",
    nothing: "No había nada que compartir. Abre la ventana que quieras mostrar y vuelve a compartir.",
    failed: "No se pudo compartir tu pantalla. Vuelve a compartir y elige una ventana o una pestaña.",
  },
};
