/** What is said of sharing the screen, in Italian. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "Condividi schermo",
  stop: "Interrompi condivisione",
  swap: "Scambia le immagini",
  sharedScreen: "Schermo condiviso",
  sharing: "Stai condividendo lo schermo.",
  sharingWithSound: "Stai condividendo lo schermo con l’audio.",
  stopped: "Non stai più condividendo lo schermo.",
  theyShare: (who) => `${who} sta condividendo lo schermo.`,
  theyStopped: (who) => `${who} non sta più condividendo lo schermo.`,
  moving: "Movimento fluido",
  zoomIn: "Ingrandisci",
  zoomOut: "Riduci",
  zoomWhole: "Adatta allo schermo",
  zoomed: (percent) => `Lo schermo condiviso è mostrato al ${percent} per cento.`,
  problems: {
    blocked:
      "Questo browser non ha il permesso di registrare lo schermo. Consentilo nelle impostazioni di privacy del " +
      "sistema, poi condividi di nuovo.",
    nothing: "Non c’era nulla da condividere. Apri la finestra che vuoi mostrare, poi condividi di nuovo.",
    failed: "Non è stato possibile condividere lo schermo. Condividi di nuovo e scegli una finestra o una scheda.",
  },
};
