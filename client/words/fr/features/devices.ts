/** What is said of cameras, microphones and speakers, in French. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "Caméra et son",
  close: "Fermer caméra et son",
  camera: "Caméra",
  microphone: "Micro",
  speaker: "Haut-parleur",
  system: "Par défaut (système)",
  test: "Jouer un son de test",
  turn: "Changer de caméra",
  unnamed: "appareil par défaut du système",
  youAreMuted: "Votre micro est coupé. Personne ne vous entend.",
  said: {
    chosen: (label) => `Utilisé désormais\u00a0: ${label}.`,
    lost: (label) => `Votre appareil a été déconnecté. Utilisé désormais\u00a0: ${label}.`,
    back: (label) => `De retour et de nouveau utilisé\u00a0: ${label}.`,
    moved: (label) => `Votre système a changé d’appareil\u00a0: ${label}.`,
    refused: (label) =>
      `Inutilisable pour le moment\u00a0: ${label}. Fermez ce qui l’utilise, et il sera repris automatiquement.`,
  },
};
