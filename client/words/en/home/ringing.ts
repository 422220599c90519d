/** What is said of ringing, and of when there is none, in English; its type is what every language says. */

export const ringing = {
  quiet: "Do not disturb is on.",
  /** `time` is a time of day. */
  quietUntil: (time: string) => `Do not disturb until ${time}.`,
  didNotLoad: "These settings didn’t load. Check your connection, then try again.",
  done: "Done",

  doNotDisturb: "Do not disturb",
  whatQuietIs: "Calls make no sound and stay out of the way. You’ll find them under missed calls.",
  forAnHour: "For 1 hour",
  daily: "Every day",
  from: "From",
  to: "To",
  noTime: "Both times are the same, so this changes nothing.",

  tone: "Ring tone",
  tones: { classic: "Classic", chimes: "Chimes", drops: "Drops", telephone: "Telephone" },
  testRing: "Test ring",
  toneNote: "As loud as this device is set.",
  heard: "You should hear it now. If not, turn up the volume of this device.",
  unheard: "This browser won’t let the page ring. Allow sound for it in the site settings, and check the speaker.",
};

export type RingingWords = typeof ringing;
