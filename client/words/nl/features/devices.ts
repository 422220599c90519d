/** What is said of cameras, microphones and speakers, in Dutch. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "Camera en geluid",
  close: "Camera en geluid sluiten",
  camera: "Camera",
  microphone: "Microfoon",
  speaker: "Luidspreker",
  system: "Systeemstandaard",
  test: "Testgeluid afspelen",
  turn: "Camera wisselen",
  unnamed: "de systeemstandaard",
  youAreMuted: "Je microfoon staat uit. Niemand hoort je.",
  said: {
    chosen: (label) => `Nu in gebruik: ${label}.`,
    lost: (label) => `Je apparaat is losgekoppeld. Nu in gebruik: ${label}.`,
    back: (label) => `Terug en weer in gebruik: ${label}.`,
    moved: (label) => `Je systeem is overgeschakeld op ${label}.`,
    refused: (label) =>
      `Nu niet te gebruiken: ${label}. Sluit wat dit apparaat nog gebruikt, dan wordt het vanzelf weer gebruikt.`,
  },
};
