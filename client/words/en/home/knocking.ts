/** What is said where only contacts ring, to who calls and to who is called, in English; its type is what every language says. */

export const knocking = {
  title: "Contacts only",
  contactsOnly: (who: string) => `Only ${who}’s contacts can ring. You can knock with a line of text.`,
  inviteOver: (who: string) =>
    `This invitation no longer works. It may have expired or been used. You can knock, or ask ${who} for a new one.`,
  knockedTitle: "You knocked",
  knocked: (who: string) => `If ${who} lets you in, they’ll call you. Keep this page open.`,
  yourLine: "Say who you are and why you’re calling",
  count: (length: number, max: number) => `${length} of ${max} characters`,
  knock: "Knock",

  knocking: "Knocking",
  claimed: (who: string) => `Someone who calls themselves ${who} is knocking`,
  nameless: "Someone you don’t know is knocking",
  letIn: "Let in",
};

export type KnockingWords = typeof knocking;
