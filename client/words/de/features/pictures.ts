/** What is said of how pictures are shown in a call, in German. */

import type { PictureWords } from "../../en/features/pictures.ts";

export const pictures: PictureWords = {
  fullScreen: "Vollbild",
  smallWindow: "Bild im Bild",
  whole: "Ganzes Bild zeigen",
  filling: "Bildschirm füllen",
  hideOwn: "Eigenes Bild ausblenden",
  showOwn: "Eigenes Bild einblenden",
  refused: {
    fullScreen: "Der Browser ist nicht ins Vollbild gewechselt. Versuche es noch einmal oder nimm sein eigenes Menü.",
    smallWindow:
      "Der Browser hat das kleine Fenster nicht geöffnet. Versuche es noch einmal, sobald du ein Bild siehst.",
  },
};
