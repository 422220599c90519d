/** What is said of how pictures are shown in a call, in French. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "Plein écran",
  smallWindow: "Image dans l’image",
  whole: "Afficher l’image entière",
  filling: "Remplir l’écran",
  hideOwn: "Masquer votre image",
  showOwn: "Afficher votre image",
  refused: {
    fullScreen: "Votre navigateur n’est pas passé en plein écran. Réessayez, ou utilisez son propre menu.",
    smallWindow: "Votre navigateur n’a pas ouvert la petite fenêtre. Réessayez dès que vous voyez une image.",
  },
};
