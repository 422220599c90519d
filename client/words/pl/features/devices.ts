/** What is said of cameras, microphones and speakers, in Polish. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "Kamera i dźwięk",
  close: "Zamknij ustawienia kamery i dźwięku",
  camera: "Kamera",
  microphone: "Mikrofon",
  speaker: "Głośnik",
  system: "Domyślne w systemie",
  test: "Odtwórz dźwięk testowy",
  turn: "Przełącz kamerę",
  unnamed: "domyślne urządzenie systemu",
  youAreMuted: "Mikrofon jest wyciszony. Nikt cię nie słyszy.",
  said: {
    chosen: (label) => `Teraz w użyciu: ${label}.`,
    lost: (label) => `Urządzenie odłączono. Teraz w użyciu: ${label}.`,
    back: (label) => `Znów dostępne i w użyciu: ${label}.`,
    moved: (label) => `System przełączył na: ${label}.`,
    refused: (label) =>
      `Teraz nie da się użyć: ${label}. Zamknij to, co jeszcze używa tego urządzenia, a włączy się samo.`,
  },
};
