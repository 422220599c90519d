/** What is said of who may ring, in Dutch. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Wie mij kan bellen",
  who: { everybody: "Iedereen", contacts: "Alleen contacten", nobody: "Niemand" },
  notes: {
    everybody: "Iedereen met je link of ID kan bellen.",
    contacts:
      "Alleen wie je hebt opgeslagen of geverifieerd, kan bellen. Anderen kunnen aankloppen met een regel tekst.",
    nobody: "Geen enkele oproep gaat over. Wie belt, krijgt te zien dat je nu niet kunt praten.",
  },

  invitation: "Uitnodigingslink",
  kinds: {
    once: "Eén keer bellen, binnen een week",
    day: "Een dag lang bellen",
    week: "Een week lang bellen",
  },
  copyInvitation: "Uitnodiging kopiëren",
  invitationNote: "Wie hem heeft, kan bellen, ook als dat verder alleen contacten kunnen.",
  copied: "Uitnodiging gekopieerd. Stuur die naar wie jou mag bellen.",
  until: (when) => `Geldig tot ${when}`,
  takeBack: "Intrekken",
};
