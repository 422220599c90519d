/** What is said of who may ring, in Dutch. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Wie mij kan bellen",
  who: { everybody: "Iedereen", contacts: "Alleen contacten", nobody: "Niemand" },
  notes: {
    everybody: "Iedereen met je link of ID kan bellen.",
    contacts:
      "Alleen wie je hebt opgeslagen of geverifieerd, gaat over. Anderen kunnen aankloppen met een regel tekst.",
    nobody: "Geen enkele oproep gaat over. Bellers lezen dat je nu niet kunt praten.",
  },

  invitation: "Uitnodigingslink",
  kinds: {
    once: "Gaat één keer over, binnen een week",
    day: "Gaat een dag lang over",
    week: "Gaat een week lang over",
  },
  copyInvitation: "Uitnodiging kopiëren",
  invitationNote: "Wie deze heeft, kan bellen, ook als alleen contacten dat kunnen.",
  copied: "Uitnodiging gekopieerd. Stuur die naar wie mag bellen.",
};
