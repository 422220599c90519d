/** What is said of who may ring, in German. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Wer bei mir klingeln darf",
  who: { everybody: "Alle", contacts: "Nur Kontakte", nobody: "Niemand" },
  notes: {
    everybody: "Alle, die deinen Link oder deine ID haben, können klingeln.",
    contacts:
      "Nur Leute, die du gespeichert oder geprüft hast, können klingeln. Andere können mit einer Zeile Text anklopfen.",
    nobody: "Kein Anruf klingelt. Wer anruft, erfährt, dass du gerade nicht sprechen kannst.",
  },

  invitation: "Einladungslink",
  kinds: {
    once: "Gilt einmal, innerhalb einer Woche",
    day: "Gilt einen Tag lang",
    week: "Gilt eine Woche lang",
  },
  copyInvitation: "Einladung kopieren",
  invitationNote: "Wer ihn hat, kann klingeln, auch wenn es sonst nur Kontakte dürfen.",
  copied: "Einladung kopiert. Schick sie der Person, die klingeln darf.",
  until: (when) => `Gilt bis ${when}`,
  takeBack: "Zurücknehmen",
};
