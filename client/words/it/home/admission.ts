/** What is said of who may ring, in Italian. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Chi può chiamarmi",
  who: { everybody: "Tutti", contacts: "Solo contatti", nobody: "Nessuno" },
  notes: {
    everybody: "Può chiamare chiunque abbia il tuo link o il tuo ID.",
    contacts:
      "Squillano solo le chiamate di chi hai salvato o verificato. Gli altri possono bussare con una riga di testo.",
    nobody: "Nessuna chiamata squilla. Chi chiama leggerà che ora non puoi parlare.",
  },

  invitation: "Link di invito",
  kinds: {
    once: "Vale una volta, entro una settimana",
    day: "Vale per un giorno",
    week: "Vale per una settimana",
  },
  copyInvitation: "Copia invito",
  invitationNote: "Chi lo ha può chiamare anche quando possono farlo solo i contatti.",
  copied: "Invito copiato. Invialo a chi vuoi che ti chiami.",
  until: (when) => `Valido fino al ${when}`,
  takeBack: "Revoca",
};
