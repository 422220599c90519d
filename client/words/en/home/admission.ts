/** What is said of who may ring, in English; its type is what every language says. */

export const admission = {
  whoCanRing: "Who can ring me",
  who: { everybody: "Everybody", contacts: "Contacts only", nobody: "Nobody" },
  notes: {
    everybody: "Anyone who has your link or ID can ring.",
    contacts: "Only people you’ve saved or verified can ring. Others can knock with a line of text.",
    nobody: "No calls ring. Callers are told that you can’t talk right now.",
  },

  invitation: "Invitation link",
  kinds: { once: "Works once, within a week", day: "Works for a day", week: "Works for a week" },
  copyInvitation: "Copy invitation",
  invitationNote: "Whoever has it can ring even when only contacts can.",
  copied: "Invitation copied. Send it to whoever may ring you.",
  /** Of an invitation that was made and may still be used. */
  until: (when: string) => `Works until ${when}`,
  takeBack: "Take back",
};

export type AdmissionWords = typeof admission;
