/** What the page says of itself as an app, in English; its type is what every language says. */

export const app = {
  title: "Use it as an app",
  install: "Install",
  notNow: "Not now",
  /** Where the browser installs it. */
  why: "It opens with one tap, even offline, and the browser keeps your ID and your people for longer.",
  /** In Safari on a phone or tablet, which has no button for it, and gives the app a storage of its own. */
  whyHomeScreen: "Safari forgets your ID after seven days without a visit. An app on the Home Screen keeps " +
    "its ID, which is a new one. Tap Share, then “Add to Home Screen”.",
  /** Every tab of a browser is the same person. */
  ownLink: "This is your own link. Every tab of this browser has your ID, so nobody would answer here.",
  trySecond: "Try it with a second ID",
  trial: "This tab has a second ID until you close or reload it. Call your usual one: it rings in your other tab.",
  useUsual: "Use my usual ID",
  newVersion: "There’s a newer version of this page.",
  reload: "Reload",
};

export type AppWords = typeof app;
