/** What is said of cameras, microphones and speakers, in Italian. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "Videocamera e audio",
  close: "Chiudi videocamera e audio",
  camera: "Videocamera",
  microphone: "Microfono",
  speaker: "Altoparlante",
  system: "Predefinito del sistema",
  test: "Riproduci un suono di prova",
  turn: "Cambia videocamera",
  unnamed: "il predefinito del sistema",
  youAreMuted: "Hai il microfono disattivato. Nessuno può sentirti.",
  said: {
    chosen: (label) => `Ora in uso: ${label}.`,
    lost: (label) => `Il tuo dispositivo si è scollegato. Ora in uso: ${label}.`,
    back: (label) => `Di nuovo in uso: ${label}.`,
    moved: (label) => `Il sistema è passato a un altro dispositivo: ${label}.`,
    refused: (label) => `Al momento non utilizzabile: ${label}. Chiudi ciò che lo sta usando e tornerà in uso da solo.`,
  },
};
