/** What is said of sharing the screen, in French. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "Partager l’écran",
  stop: "Arrêter le partage",
  swap: "Échanger les images",
  sharedScreen: "Écran partagé",
  sharing: "Vous partagez votre écran.",
  sharingWithSound: "Vous partagez votre écran avec le son.",
  stopped: "Vous ne partagez plus votre écran.",
  theyShare: (who) => `${who} partage son écran.`,
  theyStopped: (who) => `${who} ne partage plus son écran.`,
  moving: "Mouvement fluide",
  zoomIn: "Zoom avant",
  zoomOut: "Zoom arrière",
  zoomWhole: "Ajuster à l’écran",
  zoomed: (percent) => `L’écran partagé est affiché à ${percent}\u00a0pour cent.`,
  problems: {
    blocked: "Ce navigateur n’est pas autorisé à enregistrer l’écran. Autorisez-le dans les paramètres de " +
      "confidentialité du système, puis relancez le partage.",
    nothing: "Il n’y avait rien à partager. Ouvrez la fenêtre que vous voulez montrer, puis relancez le partage.",
    failed: "Votre écran n’a pas pu être partagé. Relancez le partage, et choisissez une fenêtre ou un onglet.",
  },
};
