/** What is said of who may ring, in French. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Qui peut m’appeler",
  who: { everybody: "Tout le monde", contacts: "Contacts seulement", nobody: "Personne" },
  notes: {
    everybody: "Toute personne qui a votre lien ou votre ID peut vous appeler.",
    contacts:
      "Seuls sonnent les appels des personnes enregistrées ou vérifiées. Les autres peuvent frapper à la porte avec une ligne de texte.",
    nobody: "Aucun appel ne sonne. Les personnes qui appellent lisent que vous ne pouvez pas parler pour le moment.",
  },

  invitation: "Lien d’invitation",
  kinds: {
    once: "Valable une fois, pendant une semaine",
    day: "Valable un jour",
    week: "Valable une semaine",
  },
  copyInvitation: "Copier l’invitation",
  invitationNote: "Toute personne qui a ce lien peut vous appeler, même quand seuls vos contacts le peuvent.",
  copied: "Invitation copiée. Envoyez-la aux personnes qui doivent vous appeler.",
  until: (when) => `Valable jusqu’au ${when}`,
  takeBack: "Révoquer",
};
