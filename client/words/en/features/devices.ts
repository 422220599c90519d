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
  unnamed: "what the system uses",
  youAreMuted: "You’re muted. Nobody hears you.",
  /** Another device is in use, or the one that was chosen is not. */
  said: {
    chosen: (label: string) => `Now using ${label}.`,
    lost: (label: string) => `What you used is gone. Now using ${label}.`,
    back: (label: string) => `${label} is back, and in use again.`,
    moved: (label: string) => `Your system has changed to ${label}.`,
    refused: (label: string) => `${label} can’t be used now. End what else uses it, and it is taken up by itself.`,
  },
};

export type DeviceWords = typeof devices;
