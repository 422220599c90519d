/** What is said of how good a call's connection is, and its details, in French. */

import type { DetailWords, QualityWords } from "../../en/features/quality.ts";

export const quality: QualityWords = {
  title: "Connexion",
  levels: ["Très mauvaise connexion", "Mauvaise connexion", "Connexion moyenne", "Bonne connexion"],
  losing: {
    own: "Votre connexion perd du son.",
    theirs: (who) => `La connexion de ${who} perd du son.`,
    both: "La connexion perd du son.",
  },
  slow: {
    own: "Votre connexion est lente.",
    theirs: (who) => `La connexion de ${who} est lente.`,
    both: "La connexion est lente.",
  },
  busy: {
    own: "Cet appareil ne suit pas.",
    theirs: (who) => `L’appareil de ${who} ne suit pas.`,
  },
  directBy: (protocol) => `Direct, en ${protocol}`,
  relayedBy: (protocol) => `Via un relais, en ${protocol}`,
};

export const details: DetailWords = {
  received: "Vous recevez",
  sent: "Vous envoyez",
  roundTrip: "Aller-retour",
  delay: "Délai",
  lost: "Son perdu",
  picture: "Image",
  rate: "Débit",
  repeats: "Son répété",
  path: "Chemin",
  codecs: "Codecs",
  encryption: "Chiffrement",
  close: "Fermer",
  kept: "Le déroulement des derniers appels reste sur cet appareil, sans noms.",
  exportRecords: "Exporter",
  deleteRecords: "Supprimer",
};
