/** What is said of who may ring, in French. */

import type { AdmissionWords } from "../../en/home/admission.ts";

export const admission: AdmissionWords = {
  whoCanRing: "Qui peut m’appeler",
  who: { everybody: "Tout le monde", contacts: "Contacts seulement", nobody: "Personne" },
  notes: {
    everybody: "Toute personne qui a votre lien ou votre ID peut vous appeler.",
    contacts:
      "Seules les personnes enregistrées ou vérifiées font sonner. Les autres peuvent frapper avec une ligne de texte.",
    nobody: "Aucun appel ne sonne. Qui appelle lit que vous ne pouvez pas parler pour le moment.",
  },

  invitation: "Lien d’invitation",
  kinds: {
    once: "Sonne une fois, pendant une semaine au plus",
    day: "Sonne pendant un jour",
    week: "Sonne pendant une semaine",
  },
  copyInvitation: "Copier l’invitation",
  invitationNote: "Qui l’a peut vous appeler même quand seuls vos contacts le peuvent.",
  copied: "Invitation copiée. Envoyez-la à qui peut vous appeler.",
};
