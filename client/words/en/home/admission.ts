/** What is said of who may ring, in English; its type is what every language says. */

export const admission = {
  whoCanRing: "Who can ring me",
  who: { everybody: "Everybody", contacts: "Contacts only", nobody: "Nobody" },
  notes: {
    everybody: "Anyone who has your link or ID can ring.",
    contacts: "Only people you’ve saved or verified ring. Others can knock with a line of text.",
    nobody: "No call rings. Callers hear that you can’t talk right now.",
  },
};

export type AdmissionWords = typeof admission;
