/** What is said of cameras, microphones and speakers, in English; its type is what every language says. */

export const devices = {
  title: "Camera and sound",
  close: "Close camera and sound",
  camera: "Camera",
  microphone: "Microphone",
  speaker: "Speaker",
  system: "System default",
  test: "Play a test sound",
  turn: "Switch camera",
  /** In place of a name, in a sentence. */
  unnamed: "the system default",
  youAreMuted: "You’re muted. Nobody can hear you.",
  /** Another device is in use, or the one that was chosen is not. */
  said: {
    chosen: (label: string) => `Now using ${label}.`,
    lost: (label: string) => `Your device was disconnected. Now using ${label}.`,
    back: (label: string) => `${label} is back and in use again.`,
    moved: (label: string) => `Your system has switched to ${label}.`,
    refused: (label: string) =>
      `${label} can’t be used right now. Close whatever else is using it, and it will be used again by itself.`,
  },
};

export type DeviceWords = typeof devices;
