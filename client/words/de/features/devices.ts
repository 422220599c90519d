/** What is said of cameras, microphones and speakers, in German. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "Kamera und Ton",
  close: "Kamera und Ton schließen",
  camera: "Kamera",
  microphone: "Mikrofon",
  speaker: "Lautsprecher",
  system: "Standard des Systems",
  test: "Testton abspielen",
  turn: "Kamera wechseln",
  unnamed: "der Systemstandard",
  youAreMuted: "Du bist stumm. Niemand hört dich.",
  said: {
    chosen: (label) => `Jetzt in Gebrauch: ${label}.`,
    lost: (label) => `Das bisherige Gerät ist weg. Jetzt in Gebrauch: ${label}.`,
    back: (label) => `${label} ist wieder da und in Gebrauch.`,
    moved: (label) => `Dein System hat zu ${label} gewechselt.`,
    refused: (label) =>
      `${label} lässt sich gerade nicht nutzen. Beende, was es sonst nutzt, dann wird es von selbst genommen.`,
  },
};
