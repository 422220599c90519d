/** What pages say that run no script, in English; its type is what every language says. Only the build reads it. */

export const plain = {
  needsScript: "Video calls need JavaScript. Turn it on for this page, then reload it.",
  /** The page for addresses that lead nowhere. */
  nothing: {
    title: "Nothing here",
    heading: "There is nothing here",
    explanation: "This address leads nowhere. If somebody sent you a link, copy all of it and try again: " +
      "it ends in five groups of four letters and digits.",
    home: "Go to the home page",
  },
};

export type PlainWords = typeof plain;
