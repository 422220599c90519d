/** What is said of who may ring, in Italian. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Chi può chiamarmi",
  who: { everybody: "Tutti", contacts: "Solo contatti", nobody: "Nessuno" },
  notes: {
    everybody: "Può chiamare chiunque abbia il tuo link o il tuo ID.",
    contacts: "Squilla solo chi hai salvato o verificato. Gli altri possono bussare con una riga di testo.",
    nobody: "Nessuna chiamata squilla. Chi chiama legge che ora non puoi parlare.",
  },

  invitation: "Link di invito",
  kinds: {
    once: "Squilla una volta, entro una settimana",
    day: "Squilla per un giorno",
    week: "Squilla per una settimana",
  },
  copyInvitation: "Copia invito",
  invitationNote: "Chi lo ha può chiamare anche quando possono farlo solo i contatti.",
  copied: "Invito copiato. Invialo a chi può chiamarti.",
};
