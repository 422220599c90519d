/** What is said of files that two people send each other, in French. */

import type { FilesWords } from "../../en/features/files.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("fr");

export const files: FilesWords = {
  title: "Fichiers",
  close: "Fermer les fichiers",
  send: "Envoyer un fichier",
  sendFolder: "Envoyer un dossier",
  drop: (who) => `Déposez des fichiers pour les proposer à ${who}`,
  empty:
    "Choisissez des fichiers, déposez-les ici ou collez-les. Ils vont directement au navigateur de l’autre personne " +
    "dès qu’elle accepte.",
  tooMany:
    "C’est trop à la fois. Envoyez au plus 1\u00a0000\u00a0fichiers et 64\u00a0Go, ou attendez la fin des transferts en cours.",
  offered: (who, what, size) => `${who} souhaite vous envoyer ${what} (${size}).`,
  count: plural({
    one: (count) => `${count} fichier`,
    other: (count) => `${count} fichiers`,
  }),
  accept: "Accepter le fichier",
  decline: "Refuser",
  pause: "Suspendre le transfert",
  resume: "Reprendre le transfert",
  cancel: "Annuler le transfert",
  save: "Enregistrer",
  remove: "Retirer de la liste",
  youSend: "Vous envoyez\u00a0:",
  theySend: (who) => `${who} envoie\u00a0:`,
  waiting: (who) => `${who} n’a pas encore accepté`,
  ofAll: (done, all) => `${done} sur ${all}`,
  eachSecond: (size) => `${size} par seconde`,
  left: (duration) => `encore ${duration}`,
  paused: "En pause",
  interrupted: (who) => `Interrompu. Le transfert reprendra quand ${who} sera de retour avec le fichier ouvert.`,
  unsaved: (who) => `${who} n’a pas encore enregistré le fichier`,
  sent: "Envoyé",
  received: "Reçu. Enregistrez-le avant de partir.",
  saved: "Enregistré",
  declined: (who) => `${who} a refusé.`,
  cancelled: "Annulé",
  problems: {
    "no-room": "Il n’y a pas assez de place sur cet appareil. Libérez de l’espace, puis acceptez de nouveau.",
    memory:
      "Ce navigateur n’accepte ici que 256\u00a0Mo au plus. Ouvrez la page dans un autre navigateur, ou hors de la " +
      "navigation privée.",
    storage: "L’enregistrement a échoué. Libérez de l’espace sur cet appareil, puis réessayez.",
    unasked: "Ce navigateur n’a pas pu demander où enregistrer. Appuyez de nouveau pour télécharger.",
    unreadable: "Le fichier a été déplacé ou modifié. Choisissez-le de nouveau.",
    corrupt: "Il est arrivé endommagé. Demandez qu’on vous le renvoie.",
    unavailable: "L’envoi a échoué. Réessayez, ou demandez à l’autre personne de recharger sa page.",
  },
  underWay: (what, share) => `${what}\u00a0: transfert à ${share}`,
};
