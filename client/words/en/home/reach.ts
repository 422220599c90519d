/** What is said of calls to a closed page, in English; its type is what every language says. */

export const reach = {
  /** To whoever calls. */
  telling: (who: string) => `${who}’s page is closed; sending a notification…`,
  told: (who: string) => `${who} has been notified. Waiting for an answer…`,

  /** To whoever wants to be notified. */
  ready: "You’ll get a notification when a contact calls, even while this page is closed.",
  /** The browser or the server cannot do more. */
  openOnly: "You’ll get a notification when someone calls while this page is open. Once it’s closed, that " +
    "isn’t possible here.",
  /** On iPhones and iPads. */
  homeScreen: "Add this page to your Home Screen and open it from there. Then you can get a notification when " +
    "someone calls.",
  /** The browser did not subscribe. */
  failed: "This browser couldn’t set up notifications for when this page is closed. In Brave, allow " +
    "Google’s push messaging in the privacy settings.",

  /** The system, while no page is open. */
  missed: "Missed call",
};

export type ReachWords = typeof reach;
