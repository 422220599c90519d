/** What is said of who may ring, in Spanish. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Quién puede llamarme",
  who: { everybody: "Todos", contacts: "Solo contactos", nobody: "Nadie" },
  notes: {
    everybody: "Puede llamar cualquiera que tenga tu enlace o tu ID.",
    contacts:
      "Solo suenan las llamadas de quienes has guardado o verificado. Otras personas pueden tocar a la puerta con una línea de texto.",
    nobody: "No suena ninguna llamada. Quien llame leerá que ahora no puedes hablar.",
  },

  invitation: "Enlace de invitación",
  kinds: {
    once: "Válido una vez, durante una semana",
    day: "Válido durante un día",
    week: "Válido durante una semana",
  },
  copyInvitation: "Copiar invitación",
  invitationNote: "Quien lo tenga puede llamar aunque solo puedan hacerlo los contactos.",
  copied: "Invitación copiada. Envíala a quien quieras que te llame.",
  until: (when) => `Válido hasta el ${when}`,
  takeBack: "Retirar",
};
