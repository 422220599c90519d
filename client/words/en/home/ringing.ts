/** What is said of ringing, and of when there is none, in English; its type is what every language says. */

export const ringing = {
  quiet: "Do not disturb is on.",
  /** `time` is a time of day. */
  quietUntil: (time: string) => `Do not disturb until ${time}.`,
  tapOnce: "Tap once so that this page can ring.",
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
  toneNote: "Plays at this device’s volume.",
  heard: "You should hear it now. If not, turn up the volume of this device.",
  unheard: "This browser won’t let the page ring. Allow sound for it in the site settings, and check the speaker.",

  notify: "Notify me",
  notifyNote: "Get a notification when someone calls while you’re looking at something else.",
  notified: "You’ll get a notification when someone calls, as long as this page is open.",
  notifyDenied: "This browser blocks notifications from this page. Allow them in the site settings, then reload it.",
  notifyUnable: "This browser shows no notifications for a page like this. Calls still ring while it’s open.",
  missedStranger: "Missed call from someone you don’t know",
};

export type RingingWords = typeof ringing;
