/** What is said of cameras, microphones and speakers, in Spanish. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "Cámara y sonido",
  close: "Cerrar cámara y sonido",
  camera: "Cámara",
  microphone: "Micrófono",
  speaker: "Altavoz",
  system: "Predeterminado del sistema",
  test: "Reproducir un sonido de prueba",
  turn: "Cambiar de cámara",
  unnamed: "el predeterminado del sistema",
  youAreMuted: "Tienes el micrófono desactivado. Nadie puede oírte.",
  said: {
    chosen: (label) => `En uso ahora: ${label}.`,
    lost: (label) => `Se desconectó tu dispositivo. En uso ahora: ${label}.`,
    back: (label) => `De nuevo en uso: ${label}.`,
    moved: (label) => `Tu sistema ha cambiado a este dispositivo: ${label}.`,
    refused: (label) =>
      `Ahora no se puede usar: ${label}. Cierra lo que lo esté usando y volverá a usarse por sí solo.`,
  },
};
