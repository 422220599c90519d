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
};

export type RingingWords = typeof ringing;
