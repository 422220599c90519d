/**
 * What is said of how good a call's connection is, and its details, in English; their types are what every language says.
 * They load with what is said after a call.
 */

export const quality = {
  /** The name of the bars before anything was measured, and of the details. */
  title: "Connection",
  /** By the bars that are shown, from one to four: the name of what shows them. */
  levels: ["Bad connection", "Poor connection", "Fair connection", "Good connection"] as readonly string[],
  /** Words that somebody says do not arrive: whose, or both ends'. */
  losing: {
    own: "Your connection is losing sound.",
    theirs: (who: string) => `${who}’s connection is losing sound.`,
    both: "The connection is losing sound.",
  },
  slow: {
    own: "Your connection is slow.",
    theirs: (who: string) => `${who}’s connection is slow.`,
    both: "The connection is slow.",
  },
  /** The processor has too much to do. */
  busy: {
    own: "This device can’t keep up.",
    theirs: (who: string) => `${who}’s device can’t keep up.`,
  },
  directBy: (protocol: string) => `Direct, over ${protocol}`,
  relayedBy: (protocol: string) => `Through a relay, over ${protocol}`,
};

export const details = {
  /** Above two columns of figures. */
  received: "You receive",
  sent: "You send",
  /** How long an answer takes, there and back. */
  roundTrip: "Round trip",
  /** From mouth to ear, reckoned. */
  delay: "Delay",
  /** Share of the sound that did not arrive and had to be made up. */
  lost: "Sound lost",
  picture: "Picture",
  rate: "Data rate",
  /** How often each piece of sound goes out again. */
  repeats: "Sound repeated",
  path: "Path",
  codecs: "Codecs",
  encryption: "Encryption",
  close: "Close",
  kept: "How your last calls went is kept on this device, without names.",
  exportRecords: "Export",
  deleteRecords: "Delete",
};

export type QualityWords = typeof quality;
export type DetailWords = typeof details;
