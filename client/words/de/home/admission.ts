/** What is said of who may ring, in German. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Wer bei mir klingeln darf",
  who: { everybody: "Alle", contacts: "Nur Kontakte", nobody: "Niemand" },
  notes: {
    everybody: "Alle, die deinen Link oder deine ID haben, können klingeln.",
    contacts: "Nur wen du gespeichert oder überprüft hast, klingelt. Andere können mit einer Zeile Text anklopfen.",
    nobody: "Kein Anruf klingelt. Wer anruft, erfährt, dass du gerade nicht sprechen kannst.",
  },

  invitation: "Einladungslink",
  kinds: {
    once: "Klingelt einmal, innerhalb einer Woche",
    day: "Klingelt einen Tag lang",
    week: "Klingelt eine Woche lang",
  },
  copyInvitation: "Einladung kopieren",
  invitationNote: "Wer ihn hat, kann klingeln, auch wenn es sonst nur Kontakte können.",
  copied: "Einladung kopiert. Schick sie an alle, die klingeln dürfen.",
};
